import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { EngineName } from '../engine.ts'

const NOTATION = {
  // The order of text on both engines is that of its bytes.
  postgres: { text: 'text collate "C"', whole: 'bigint', bytes: 'bytea', table: '' },
  sqlite: { text: 'text', whole: 'integer', bytes: 'blob', table: 'strict' },
} as const satisfies Record<EngineName, unknown>

/** What the third release adds. A process of an earlier one may still write beside it: so the defaults. */
export const release030 = (engine: EngineName): Migration => ({
  up: async (db) => {
    const added = [
      ...inbox,
      ...sources(engine),
      ...passings(engine),
      ...told(engine),
      ...logMarks(engine),
      ...outbox(engine),
      ...keys(engine),
    ]
    for (const statement of added) await sql.raw(statement).execute(db)
  },
})

const inbox = [
  `alter table inbox add column type text not null default 'application/json'`,
  `alter table inbox add column stale integer not null default 0`,
  `alter table inbox add column tries integer not null default 0`,
]

const sources = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    `create table source_signals (
      company ${text} not null,
      event ${bytes} not null,
      sender ${text} not null,
      what ${text} not null,
      source ${text},
      person ${bytes} not null,
      at ${whole} not null,
      waited ${whole},
      primary key (company, event, sender)
    ) ${table}`,
    `create index source_signals_in_time on source_signals (company, at)`,
    `create table holds (
      company ${text} not null,
      id ${text} not null,
      source ${text} not null,
      since ${whole} not null,
      opt_ins ${whole} not null,
      opt_outs ${whole} not null,
      lifted_at ${whole},
      primary key (company, id)
    ) ${table}`,
    `create unique index holds_in_force on holds (company, source) where lifted_at is null`,
  ]
}

const passings = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    `create table passings (
      company ${text} not null,
      event ${bytes} not null,
      person ${bytes} not null,
      sender ${text} not null,
      at ${whole} not null,
      received_at ${whole} not null,
      body ${bytes},
      key_id ${bytes} not null,
      next_at ${whole} not null,
      tries ${whole} not null,
      lease ${text},
      lease_until ${whole} not null,
      reason ${text},
      ended_at ${whole},
      primary key (company, event)
    ) ${table}`,
    `create index passings_due on passings (next_at, company) where ended_at is null`,
    `create index passings_in_turn on passings (company, person, sender, at, event) where ended_at is null`,
  ]
}

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

// As rate-limiter-flexible's PostgreSQL store expects it. What is lost in a crash is a count of some minutes.
const RATES = `create unlogged table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
)`

/** When a key ends and was used, and what a repeated request is answered with. */
const keys = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    `alter table api_keys add column prefix ${text}`,
    `alter table api_keys add column ends_at ${whole}`,
    `alter table api_keys add column last_used_at ${whole}`,
    `create index api_keys_of_company on api_keys (company, created_at)`,
    `create table answers (
      company ${text} not null,
      name ${text} not null,
      fingerprint ${text} not null,
      since ${whole} not null,
      lease_until ${whole} not null,
      body ${bytes},
      key_id ${bytes} not null,
      primary key (company, name)
    ) ${table}`,
    `create index answers_in_time on answers (company, since)`,
    ...(engine === 'postgres' ? [RATES] : []),
  ]
}
