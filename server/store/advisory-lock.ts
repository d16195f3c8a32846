import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { prepare, slot } from './prepared.ts'
import type { Db } from './schema.ts'

type Key = { readonly key: string }

const waitForLock = prepare<Key, unknown>(sql`select pg_advisory_xact_lock(${slot('key')})`)
const tryLock = prepare<Key, { taken: boolean }>(
  sql`select pg_try_advisory_xact_lock(${slot('key')}) as taken`,
)

// Two names may share a lock by chance; then one waits for the other without need.
const keyOf = (name: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(name)).digest().readBigInt64BE().toString()

/** Waits for the lock of a name and holds it until the transaction ends. A statement after it sees all that the one before it committed. */
export const holdLock = async (db: Db, name: readonly string[]): Promise<void> => {
  await waitForLock(db, { key: keyOf(name) })
}

const waitForLocks = prepare<{ readonly keys: string }, unknown>(sql`
  select pg_advisory_xact_lock(key) from (
    select key from unnest(${slot('keys')}::bigint[]) as keys (key) order by key
  ) as in_order`)

/** The same of many names. */
export const holdLocks = async (db: Db, names: readonly (readonly string[])[]): Promise<void> => {
  const keys = new Set(names.map(keyOf))
  // As one text literal: an array of parameters is slower to send (style, measured advice).
  if (keys.size > 0) await waitForLocks(db, { keys: `{${[...keys].join(',')}}` })
}

/** Takes the lock of a name until the transaction ends, or returns false at once. */
export const takeLock = async (db: Db, name: readonly string[]): Promise<boolean> => {
  const { rows } = await tryLock(db, { key: keyOf(name) })
  return rows[0]?.taken === true
}
