import { sql } from 'kysely'
import { takeLock } from './advisory-lock.ts'
import { inTransaction } from './postgres-retry.ts'
import type { Db } from './schema.ts'

const MOST_AT_ONCE = 5_000

/** What a round of the sequencer left behind: nothing, more events than one round takes, or another process at it. */
export type Round = 'done' | 'more' | 'taken'

/** Gives committed events the next positions of their companies' logs, without gaps. */
export const placeEvents = async (db: Db): Promise<Round> => {
  const waiting = await db
    .selectFrom('events')
    .select('company')
    .where('position', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return waiting ? inTransaction(db, placeInOrder) : 'done'
}

const placeInOrder = async (db: Db): Promise<Round> => {
  if (!(await takeLock(db, ['sequencer']))) return 'taken'
  // A statement after the lock, so that it sees every position that the last holder committed.
  const { numAffectedRows } = await sql`
    with
      waiting as (
        select company, id, received_at from events where position is null
        order by received_at, company, id limit ${sql.lit(MOST_AT_ONCE)}
      ),
      ends as (
        select company, (
          select coalesce(max(position) + 1, 0) from events where events.company = companies.company
        ) as next
        from (select distinct company from waiting) as companies
      ),
      placed as (
        select company, id, ends.next - 1 + row_number() over (
          partition by company order by received_at, id
        ) as position
        from waiting join ends using (company)
      )
    update events set position = placed.position from placed
    where events.company = placed.company and events.id = placed.id
  `.execute(db)
  return numAffectedRows === BigInt(MOST_AT_ONCE) ? 'more' : 'done'
}
