import { sql } from 'kysely'
import type { EventTable, Db } from './schema.ts'
import { prepare, slot } from './prepared.ts'

type Placed = EventTable & { readonly position: number }

const after = prepare<{ company: string; position: number; limit: number }, Placed>(sql<Placed>`
  select * from events where company = ${slot('company')} and position > ${slot('position')}
  order by position limit ${slot('limit')}`)

/**
 * The rows of a log after a position, in its order. Positions are given one round after another, and a round is seen
 * whole or not at all, so whoever goes on after the last of these has missed nothing (design section 6).
 */
export const rowsAfter = async (
  db: Db,
  company: string,
  position: number,
  limit: number,
): Promise<readonly Placed[]> => (await after(db, { company, position, limit })).rows

const last = prepare<{ company: string }, { last: number }>(sql<{ last: number }>`
  select coalesce(max(position), -1) as last from events where company = ${slot('company')}`)

/** The last position of a log; -1 while it is empty. */
export const lastPosition = async (db: Db, company: string): Promise<number> =>
  (await last(db, { company })).rows[0]?.last ?? -1
