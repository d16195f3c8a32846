import { Migrator } from 'kysely/migration'
import type { EngineName } from '../engine.ts'
import type { Db } from '../schema.ts'
import { release010 } from './release-0-1-0.ts'
import { release020 } from './release-0-2-0.ts'
import { release030 } from './release-0-3-0.ts'
import { release040 } from './release-0-4-0.ts'
import { release060 } from './release-0-6-0.ts'

/** Brings a database to this release. Processes that start at once take turns: by lock, or in the caller's transaction. */
export const migrate = async (db: Db, engine: EngineName): Promise<void> => {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        '0.1.0': release010(engine),
        '0.2.0': release020(engine),
        '0.3.0': release030(engine),
        '0.4.0': release040(engine),
        '0.6.0': release060(engine),
      }),
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    throw new Error('the database could not be brought to this release', { cause: error })
  }
}
