import { Kysely, PostgresDialect } from 'kysely'
import { holdLock } from './advisory-lock.ts'
import type { Engine, OnTrouble } from './engine.ts'
import { migrate } from './migrations/migrate.ts'
import { placeEvents } from './place-events.ts'
import { openPool } from './postgres-pool.ts'
import { postgresSnapshot } from './postgres-snapshot.ts'
import { inTransaction } from './postgres-retry.ts'
import type { Db, Schema } from './schema.ts'
import { startSequencer } from './sequencer.ts'

const CONNECTIONS = 8
// A snapshot keeps its connection for as long as a list takes.
const SNAPSHOTS = 4

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
  const disconnect = async () => {
    await Promise.all([reads.destroy(), writes.destroy(), snapshots.destroy()])
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
    snapshot: () => postgresSnapshot(snapshots),
    lock: (db, ...name) => holdLock(db, name),
    close: async () => {
      await sequencer.stop()
      await disconnect()
    },
  }
}
