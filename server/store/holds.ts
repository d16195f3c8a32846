import type { Hold } from '../ports.ts'
import type { Db } from './schema.ts'

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

/** Holds, the newest first. */
export const holdsOf = async (
  db: Db,
  company: string,
  which: 'in-force' | 'all',
): Promise<readonly Hold[]> => {
  const all = db.selectFrom('holds').selectAll().where('company', '=', company)
  // Of those in force none may be left out: what is not seen here would be sent.
  const wanted = which === 'all' ? all.limit(1000) : all.where('lifted_at', 'is', null)
  const rows = await wanted.orderBy('since', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    since: row.since,
    optIns: row.opt_ins,
    optOuts: row.opt_outs,
    liftedAt: row.lifted_at,
  }))
}
