import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { holdLock, holdLocks } from './advisory-lock.ts'
import type { Engine, OnTrouble } from './engine.ts'
import { migrate } from './migrations/migrate.ts'
import { placeEvents } from './place-events.ts'
import { openPool } from './postgres-pool.ts'
import { postgresSnapshot } from './postgres-snapshot.ts'
import { inTransaction } from './postgres-retry.ts'
import type { Db, Schema } from './schema.ts'
import { startSequencer } from './sequencer.ts'

const CONNECTIONS = 8
const COUNTING = 2
// A snapshot keeps its connection for as long as a list or an export takes: as many as may be under way at once.
const SNAPSHOTS = 6

/** Opens a PostgreSQL database, which any number of processes may use at once. */
export const openPostgres = async (url: string, onTrouble: OnTrouble): Promise<Engine> => {
  const connect = (connections: number): Db =>
    new Kysely<Schema>({
      dialect: new PostgresDialect({
        pool: openPool(url, connections, onTrouble),
      }),
    })
  // Two pools: a work that reads while it writes would else wait for a connection that only it can free.
  const reads = connect(CONNECTIONS)
  const writes = connect(CONNECTIONS)
  const snapshots = connect(SNAPSHOTS)
  const counting = countingPool(url, onTrouble)
  const disconnect = async () => {
    // A pool that is closed twice complains, which Kysely does not.
    const counted = counting.ending ? null : counting.end()
    await Promise.all([reads.destroy(), writes.destroy(), snapshots.destroy(), counted])
  }
  try {
    await migrate(writes, 'postgres')
  } catch (error) {
    await disconnect()
    throw error
  }
  const sequencer = startSequencer(() => placeEvents(reads), onTrouble)
  return {
    name: 'postgres',
    reads,
    write: async (work) => {
      const result = await inTransaction(writes, work)
      sequencer.wake()
      return result
    },
    // Whoever acts meanwhile, and is among those whose locks it holds, would wait; and so many locks there are not.
    isAwaited: () => true,
    snapshot: () => postgresSnapshot(snapshots),
    lock: (db, ...name) => holdLock(db, name),
    lockAll: holdLocks,
    scrub: async () => {},
    rates: counting,
    close: async () => {
      await sequencer.stop()
      await disconnect()
    },
  }
}

/** A pool of its own: whoever counts waits for no act, and no act for it. A count need not outlive a crash. */
const countingPool = (url: string, onTrouble: OnTrouble): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: COUNTING,
    connectionTimeoutMillis: 1_000,
    query_timeout: 2_000,
    application_name: 'quiero',
    options: '-c synchronous_commit=off',
  })
  pool.on('error', onTrouble)
  return pool
}
