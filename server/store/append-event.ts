import { type RawBuilder, sql } from 'kysely'
import type { ConsentEvent, Evidence } from '../../consent/event.ts'
import type { EventId } from '../../consent/mark.ts'
import { raisedBy } from '../../consent/registers.ts'
import type { CompanySeal } from './company-seal.ts'
import type { EngineName } from './engine.ts'
import { leafHash } from './leaf-hash.ts'
import { prepare, slot } from './prepared.ts'
import { randomBytes } from './random-pool.ts'
import { raiseRegisters } from './registers-table.ts'
import { idBytes } from './rows.ts'
import { countForSource } from './source-signals.ts'
import type { Db, EventTable } from './schema.ts'

const SALT_BYTES = 16
const ID_BYTES = 16

type Values = Omit<EventTable, 'position'>

const storing = (position: RawBuilder<unknown>) =>
  prepare<Values, unknown>(sql`
    insert into events
      (company, id, person, kind, moment, act, received_at, salt, leaf, evidence, key_id, position)
    values (
      ${slot('company')}, ${slot('id')}, ${slot('person')}, ${slot('kind')}, ${slot('moment')},
      ${slot('act')}, ${slot('received_at')}, ${slot('salt')}, ${slot('leaf')}, ${slot('evidence')},
      ${slot('key_id')}, ${position}
    )
    on conflict (company, id) do nothing`)

const STORE = {
  // The one writer knows what came before; a savepoint that is undone gives its positions back. The plus hides the
  // value from SQLite's planner, which else plans the statement anew for each, at ten times the cost of running it.
  sqlite: storing(
    sql`(select coalesce(max(position) + 1, 0) from events where company = +${slot('company')})`,
  ),
  postgres: storing(sql`null`),
} as const satisfies Record<EngineName, unknown>

const known = prepare<Pick<Values, 'company' | 'id'>, object>(sql<object>`
  select 1 from events where company = ${slot('company')} and id = ${slot('id')}`)

/** Whether an event is stored already. */
export const isKnownEvent = async (db: Db, company: string, event: EventId): Promise<boolean> =>
  (await known(db, { company, id: idBytes(event) })).rows.length > 0

/** Stores an event with its leaf and raises its person's registers. False, and nothing else, if it is known. */
export const appendEvent = async (
  db: Db,
  engine: EngineName,
  company: string,
  seal: CompanySeal,
  event: ConsentEvent,
  evidence: Evidence | null,
): Promise<boolean> => {
  const id = idBytes(event.id)
  const person = idBytes(event.person)
  if (id.length !== ID_BYTES || person.length !== ID_BYTES) throw new Error('not an id of ours')
  const salt = randomBytes(SALT_BYTES)
  const { numAffectedRows } = await STORE[engine](db, {
    company,
    id,
    person,
    kind: event.act.kind,
    moment: JSON.stringify(event.moment),
    act: JSON.stringify(event.act),
    received_at: event.moment.receivedAt,
    salt,
    leaf: leafHash(company, event, evidence, salt),
    evidence: evidence && seal.seal('events', event.id, Buffer.from(JSON.stringify(evidence))),
    key_id: seal.keyId,
  })
  if (numAffectedRows !== 1n) return false
  await raiseRegisters(db, company, event.person, raisedBy(event))
  await countForSource(db, company, event, evidence)
  return true
}
