import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { EngineName } from '../engine.ts'

const NOTATION = {
  // The order of text on both engines is that of its bytes.
  postgres: { text: 'text collate "C"', whole: 'bigint', bytes: 'bytea', table: '' },
  sqlite: { text: 'text', whole: 'integer', bytes: 'blob', table: 'strict' },
} as const satisfies Record<EngineName, unknown>

/**
 * What the fourth release adds: how far each webhook has come, and what waits for it; how many opt-outs were typed at
 * each form in each hour; the hashes over each log, and what was signed of them.
 */
export const release040 = (engine: EngineName): Migration => ({
  up: async (db) => {
    for (const statement of [...webhooks(engine), ...typedStops(engine), ...log(engine)]) {
      await sql.raw(statement).execute(db)
    }
  },
})

const webhooks = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    `create table webhooks (
      company ${text} not null,
      id ${text} not null,
      position ${whole} not null,
      gone_url ${text},
      gone_at ${whole},
      told_size ${whole} not null,
      told_next_at ${whole} not null,
      told_tries ${whole} not null,
      primary key (company, id)
    ) ${table}`,
    `create table deliveries (
      company ${text} not null,
      webhook ${text} not null,
      event ${bytes} not null,
      person ${bytes} not null,
      position ${whole} not null,
      queued_at ${whole} not null,
      next_at ${whole} not null,
      tries ${whole} not null,
      lease ${text},
      lease_until ${whole} not null,
      reason ${text},
      dead_at ${whole},
      primary key (company, webhook, event)
    ) ${table}`,
    `create index deliveries_due on deliveries (company, webhook, next_at, position) where dead_at is null`,
    `create index deliveries_in_turn on deliveries (company, webhook, person, position) where dead_at is null`,
    `create index deliveries_dead on deliveries (company, webhook, position) where dead_at is not null`,
  ]
}

const log = (engine: EngineName): readonly string[] => {
  const { text, whole, bytes, table } = NOTATION[engine]
  return [
    // Level 1 has a hash for every 256 leaves, level 2 for every 256 of those, and so on: leaves are the events' own.
    `create table log_nodes (
      company ${text} not null,
      level ${whole} not null,
      place ${whole} not null,
      hash ${bytes} not null,
      primary key (company, level, place)
    ) ${table}`,
    `create table log_checkpoints (
      company ${text} not null,
      size ${whole} not null,
      at ${whole} not null,
      note ${text} not null,
      primary key (company, size)
    ) ${table}`,
  ]
}

const typedStops = (engine: EngineName): readonly string[] => {
  const { text, whole, table } = NOTATION[engine]
  return [
    `create table typed_stops (
      company ${text} not null,
      form ${text} not null,
      hour ${whole} not null,
      stops ${whole} not null,
      primary key (company, form, hour)
    ) ${table}`,
  ]
}
