import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { EngineName } from '../engine.ts'

/** What the third release adds. A process of an earlier one may still write beside it: so the defaults. */
export const release030 = (engine: EngineName): Migration => ({
  up: async (db) => {
    for (const statement of [...inbox, ...told(engine)]) await sql.raw(statement).execute(db)
  },
})

const inbox = [
  `alter table inbox add column type text not null default 'application/json'`,
  `alter table inbox add column stale integer not null default 0`,
  `alter table inbox add column tries integer not null default 0`,
]

const NOTATION = {
  postgres: { text: 'text collate "C"', whole: 'bigint', bytes: 'bytea', table: '' },
  sqlite: { text: 'text', whole: 'integer', bytes: 'blob', table: 'strict' },
} as const satisfies Record<EngineName, unknown>

/** What providers tell of a company's templates, numbers and accounts. */
const told = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    `create table templates (
      company ${text} not null,
      account ${text} not null,
      name ${text} not null,
      language ${text} not null,
      category ${text},
      category_at ${whole} not null,
      status ${text},
      status_at ${whole} not null,
      primary key (company, name, account, language)
    ) ${table}`,
    `create table quality_events (
      company ${text} not null,
      id ${bytes} not null,
      at ${whole} not null,
      about ${text} not null,
      sender ${text} not null,
      event ${text} not null,
      template ${text},
      detail ${text},
      primary key (company, id)
    ) ${table}`,
    `create index quality_events_of_sender on quality_events (company, sender, at)`,
  ]
}
