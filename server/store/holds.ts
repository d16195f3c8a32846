import { type RawBuilder, sql } from 'kysely'
import type { Hold } from '../ports.ts'
import { prepare, slot } from './prepared.ts'
import type { Db, HoldTable } from './schema.ts'

/** Puts a source on hold; false if it is already. */
export const keepHold = async (db: Db, company: string, hold: Hold): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('holds')
    .values({
      company,
      id: hold.id,
      source: hold.source,
      since: hold.since,
      opt_ins: hold.optIns,
      opt_outs: hold.optOuts,
      lifted_at: hold.liftedAt,
    })
    .onConflict((it) => it.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Lifts a hold; false if there is none of this id in force. */
export const liftHold = async (
  db: Db,
  company: string,
  id: string,
  at: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('holds')
    .set({ lifted_at: at })
    .where('company', '=', company)
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const MOST_LISTED = 1_000

const listing = (wanted: RawBuilder<unknown>) =>
  prepare<{ company: string }, HoldTable>(sql<HoldTable>`
    select * from holds where company = ${slot('company')} ${wanted}`)

const LISTING = {
  // Asked with every yes to marketing: unordered, since SQLite would put even nothing in order. Of those in force
  // none may be left out: what is not seen here would be sent.
  'in-force': listing(sql`and lifted_at is null`),
  all: listing(sql`order by since desc, id limit ${sql.lit(MOST_LISTED)}`),
}

/** Holds, the newest first. */
export const holdsOf = async (
  db: Db,
  company: string,
  which: 'in-force' | 'all',
): Promise<readonly Hold[]> => {
  const { rows } = await LISTING[which](db, { company })
  return rows.toSorted(newestFirst).map((row) => ({
    id: row.id,
    source: row.source,
    since: row.since,
    optIns: row.opt_ins,
    optOuts: row.opt_outs,
    liftedAt: row.lifted_at,
  }))
}

const newestFirst = (one: HoldTable, other: HoldTable): number =>
  other.since - one.since || (one.id < other.id ? -1 : 1)
