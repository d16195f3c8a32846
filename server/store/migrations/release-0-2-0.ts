import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What the second release adds. A process of the first one may still write beside it: so the default. */
export const release020: Migration = {
  up: async (db) => {
    await sql`alter table submissions add column has_event integer not null default 1`.execute(db)
    await sql`create index submissions_unsaid on submissions (company, expires_at)
      where has_event = 0 and confirmed_by is null`.execute(db)
  },
}
