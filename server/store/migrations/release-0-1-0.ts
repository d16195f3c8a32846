import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { EngineName } from '../engine.ts'

const NOTATION = {
  // The order of text on both engines is that of its bytes.
  postgres: { text: 'text collate "C"', whole: 'bigint', bytes: 'bytea', table: '', clustered: '' },
  sqlite: {
    text: 'text',
    whole: 'integer',
    bytes: 'blob',
    table: 'strict',
    clustered: 'strict, without rowid',
  },
} as const satisfies Record<EngineName, unknown>

/** The first release's tables. */
export const release010 = (engine: EngineName): Migration => ({
  up: async (db) => {
    for (const statement of [...settings(engine), ...people(engine), ...traffic(engine)]) {
      await sql.raw(statement).execute(db)
    }
  },
})

const settings = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    `create table secrets (
      name ${text} not null primary key,
      sealed ${bytes} not null,
      key_id ${bytes} not null
    ) ${table}`,
    `create table companies (
      id ${text} not null primary key,
      version ${whole} not null,
      document ${text} not null,
      secrets ${text} not null,
      created_at ${whole} not null
    ) ${table}`,
    `create table company_documents (
      company ${text} not null,
      version ${whole} not null,
      document ${text} not null,
      hash ${bytes} not null,
      at ${whole} not null,
      primary key (company, version)
    ) ${table}`,
    `create table forms (
      form ${text} not null primary key,
      company ${text} not null
    ) ${table}`,
    `create table api_keys (
      hash ${text} not null primary key,
      company ${text} not null,
      name ${text} not null,
      scopes ${text} not null,
      created_at ${whole} not null
    ) ${table}`,
    `create table notices (
      company ${text} not null,
      hash ${text} not null,
      document ${text} not null,
      at ${whole} not null,
      primary key (company, hash)
    ) ${table}`,
  ]
}

const people = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table, clustered } = NOTATION[engine]
  return [
    `create table identities (
      company ${text} not null,
      kind ${text} not null,
      sealed ${bytes} not null,
      key_id ${bytes} not null,
      value ${bytes},
      person ${bytes} not null,
      since ${whole} not null,
      primary key (company, kind, sealed)
    ) ${clustered}`,
    `create index identities_of_person on identities (company, person)`,
    `create table ties (
      company ${text} not null,
      person ${bytes} not null,
      other ${bytes} not null,
      bond ${text} not null,
      primary key (company, person, other)
    ) ${clustered}`,
    `create table events (
      company ${text} not null,
      id ${bytes} not null,
      person ${bytes} not null,
      kind ${text} not null,
      moment ${text} not null,
      act ${text} not null,
      received_at ${whole} not null,
      salt ${bytes},
      leaf ${bytes} not null,
      evidence ${bytes},
      key_id ${bytes} not null,
      position ${whole},
      primary key (company, id)
    ) ${table}`,
    `create index events_of_person on events (company, person)`,
    `create unique index events_in_order on events (company, position)`,
    `create index events_to_place on events (received_at, company, id) where position is null`,
    `create table registers (
      company ${text} not null,
      person ${bytes} not null,
      register ${text} not null,
      at ${whole} not null,
      event ${bytes} not null,
      primary key (company, person, register)
    ) ${clustered}`,
  ]
}

const traffic = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    `create table submissions (
      company ${text} not null,
      id ${text} not null,
      code ${text} not null,
      form ${text} not null,
      notice ${text} not null,
      language ${text} not null,
      categories ${text} not null,
      fingerprint ${text} not null,
      created_at ${whole} not null,
      expires_at ${whole} not null,
      confirmed_by ${bytes},
      primary key (company, id),
      unique (company, code)
    ) ${table}`,
    `create table inbox (
      company ${text} not null,
      id ${text} not null,
      provider ${text} not null,
      sender ${text} not null,
      received_at ${whole} not null,
      body ${bytes} not null,
      key_id ${bytes} not null,
      note ${text},
      primary key (company, id)
    ) ${table}`,
    `create index inbox_waiting on inbox (company, received_at, id) where note is null`,
  ]
}
