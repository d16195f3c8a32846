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

/**
 * What the fifth release adds: how far each import has come, which of its rows were refused, personal links,
 * and who was erased.
 */
export const release050 = (engine: EngineName): Migration => ({
  up: async (db) => {
    for (const statement of [...imports(engine), ...links(engine), suppressed(engine)])
      await sql.raw(statement).execute(db)
  },
})

const imports = (engine: EngineName): readonly string[] => {
  const { text, whole, table, clustered } = NOTATION[engine]
  return [
    `create table imports (
      company ${text} not null,
      id ${text} not null,
      options ${text} not null,
      begun_at ${whole} not null,
      changed_at ${whole} not null,
      done_at ${whole},
      lease ${text},
      lease_until ${whole} not null,
      "rows" ${whole} not null,
      taken ${whole} not null,
      repeated ${whole} not null,
      refused ${whole} not null,
      digest ${text} not null,
      primary key (company, id)
    ) ${table}`,
    `create table refused_rows (
      company ${text} not null,
      import ${text} not null,
      "row" ${whole} not null,
      problem ${text} not null,
      at ${text},
      primary key (company, import, "row")
    ) ${clustered}`,
  ]
}

const links = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    // A token names its company by itself: whose it is is asked by the hash alone.
    `create table links (
      company ${text} not null,
      hash ${text} not null,
      person ${bytes} not null,
      recipient ${bytes} not null,
      key_id ${bytes} not null,
      campaign ${text},
      form ${text} not null,
      notice ${text} not null,
      language ${text} not null,
      channel ${text} not null,
      created_at ${whole} not null,
      expires_at ${whole} not null,
      opened_at ${whole},
      used_at ${whole},
      refused_at ${whole},
      corrected ${whole} not null,
      submission ${text},
      primary key (company, hash)
    ) ${table}`,
    'create index links_by_token on links (hash)',
    'create index links_of_campaigns on links (company, campaign)',
  ]
}

const suppressed = (engine: EngineName): string => {
  const { text, bytes, clustered } = NOTATION[engine]
  return `create table suppressed (
    company ${text} not null,
    hash ${bytes} not null,
    person ${bytes} not null,
    primary key (company, hash)
  ) ${clustered}`
}
