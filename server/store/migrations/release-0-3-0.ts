import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { EngineName } from '../engine.ts'

/** What the third release adds. A process of an earlier one may still write beside it: so the defaults. */
export const release030 = (engine: EngineName): Migration => ({
  up: async (db) => {
    for (const statement of [...inbox, ...outbox(engine)]) await sql.raw(statement).execute(db)
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

const outbox = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    `create table outbox (
      company ${text} not null,
      event ${bytes} not null,
      kind ${text} not null,
      person ${bytes} not null,
      sender ${text} not null,
      state ${text} not null,
      acted_at ${whole} not null,
      due_at ${whole} not null,
      tries ${whole} not null,
      lease ${text},
      everything ${whole} not null,
      body ${bytes},
      key_id ${bytes} not null,
      words ${text},
      said_at ${whole},
      message ${bytes},
      reason ${text},
      primary key (company, event, kind)
    ) ${table}`,
    `create index outbox_due on outbox (due_at, company)
      where state in ('waiting', 'claimed', 'sending')`,
    `create index outbox_of_person on outbox (company, person)`,
    `create index outbox_sent on outbox (company, message) where message is not null`,
  ]
}
