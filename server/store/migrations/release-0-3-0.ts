import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { EngineName } from '../engine.ts'

/** What the third release adds. A process of an earlier one may still write beside it: so the defaults. */
export const release030 = (engine: EngineName): Migration => ({
  up: async (db) => {
    for (const statement of [...inbox, ...logMarks(engine)]) await sql.raw(statement).execute(db)
  },
})

const inbox = [
  `alter table inbox add column type text not null default 'application/json'`,
  `alter table inbox add column stale integer not null default 0`,
  `alter table inbox add column tries integer not null default 0`,
]

const NOTATION = {
  // The order of text on both engines is that of its bytes.
  postgres: { text: 'text collate "C"', whole: 'bigint', bytes: 'bytea', table: '' },
  sqlite: { text: 'text', whole: 'integer', bytes: 'blob', table: 'strict' },
} as const satisfies Record<EngineName, unknown>

const logMarks = (engine: EngineName): readonly string[] => {
  const { text, whole, table } = NOTATION[engine]
  return [
    `create table log_marks (
      company ${text} not null,
      place ${text} not null,
      heard_up_to ${whole},
      failures ${whole} not null,
      not_before ${whole} not null,
      primary key (company, place)
    ) ${table}`,
  ]
}
