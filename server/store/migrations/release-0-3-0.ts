import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What the third release adds. A process of an earlier one may still write beside it: so the defaults. */
export const release030 = (): Migration => ({
  up: async (db) => {
    for (const statement of inbox) await sql.raw(statement).execute(db)
  },
})

const inbox = [
  `alter table inbox add column type text not null default 'application/json'`,
  `alter table inbox add column stale integer not null default 0`,
  `alter table inbox add column tries integer not null default 0`,
]
