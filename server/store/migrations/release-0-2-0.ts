import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { EngineName } from '../engine.ts'

const BYTES = { postgres: 'bytea', sqlite: 'blob' } as const satisfies Record<EngineName, string>

/** What the second release adds. A process of the first one may still write beside it: so the default and the nulls. */
export const release020 = (engine: EngineName): Migration => ({
  up: async (db) => {
    for (const column of [
      'has_event integer not null default 1',
      `page ${BYTES[engine]}`,
      `key_id ${BYTES[engine]}`,
    ]) {
      await sql.raw(`alter table submissions add column ${column}`).execute(db)
    }
    await sql`create index submissions_unsaid on submissions (company, expires_at)
      where has_event = 0 and confirmed_by is null`.execute(db)
  },
})
