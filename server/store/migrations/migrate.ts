import { type Migration, Migrator } from 'kysely/migration'
import type { EngineName } from '../engine.ts'
import type { Db } from '../schema.ts'
import { release010 } from './release-0-1-0.ts'
import { release020 } from './release-0-2-0.ts'
import { release030 } from './release-0-3-0.ts'
import { release040 } from './release-0-4-0.ts'
import { release050 } from './release-0-5-0.ts'
import { release060 } from './release-0-6-0.ts'

const MIGRATIONS = {
  '0.1.0': release010,
  '0.2.0': release020,
  '0.3.0': release030,
  '0.4.0': release040,
  '0.5.0': release050,
  '0.6.0': release060,
} as const satisfies Record<string, (engine: EngineName) => Migration>

/** The releases that changed the tables, in their order. */
export const RELEASES: readonly string[] = Object.keys(MIGRATIONS)

/** Brings a database to this release. Processes that start at once take turns: by lock, or in the caller's transaction. */
export const migrate = async (db: Db, engine: EngineName): Promise<void> => {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(MIGRATIONS).map(([name, release]) => [name, release(engine)]),
        ),
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    throw new Error('the database could not be brought to this release', { cause: error })
  }
}
