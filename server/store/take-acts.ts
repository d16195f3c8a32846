import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { ConsentEvent } from '../../consent/event.ts'
import { IDENTITY_KINDS } from '../../consent/identity.ts'
import type { EventId } from '../../consent/mark.ts'
import { raisedBy } from '../../consent/registers.ts'
import type { ImportedAct, ImportedAs } from '../ports.ts'
import type { CompanySeal, SealedIdentity } from './company-seal.ts'
import type { Engine } from './engine.ts'
import { lastPosition } from './feed.ts'
import { insertMany, selectMany } from './in-bulk.ts'
import { leafHash } from './leaf-hash.ts'
import { prepareEach, slot, slots } from './prepared.ts'
import { raiseManyRegisters } from './registers-table.ts'
import { eventIdOf, idBytes, personIdOf } from './rows.ts'
import type { Db, EventTable, IdentityTable } from './schema.ts'
import { countForSources } from './source-signals.ts'
import { hasSuppressed, suppressedAmong, tieToSuppressed } from './suppressed.ts'

const SALT_BYTES = 16
const ID_BYTES = 16

/** Where acts are taken to: a company's part of one transaction. */
type Place = {
  readonly db: Db
  readonly engine: Engine
  readonly company: string
  readonly seal: CompanySeal
}

type Sealed = {
  readonly act: ImportedAct
  readonly identity: SealedIdentity
  readonly name: string
}

/** An act that is new, and whose it is. */
type New = Sealed & { readonly person: Buffer; readonly isNewcomer: boolean }

/**
 * Takes many acts at once, each as `appendEvent` would, in a few statements of many rows: a single act costs as many
 * statements of its own. The caller holds what the acts came with, so that nobody takes the same at the same time.
 */
export const takeActs = async (
  place: Place,
  acts: readonly ImportedAct[],
): Promise<readonly ImportedAs[]> => {
  const sealed = acts.map((act): Sealed => {
    const identity = place.seal.sealIdentity(act.identity)
    return { act, identity, name: nameOf(identity) }
  })
  const { db, engine, company } = place
  await engine.lockAll(
    db,
    sealed.map(({ identity }) => [company, identity.kind, identity.sealed.toString('hex')]),
  )
  const persons = await personsOf(place, sealed)
  const stored = await storedActs(place, acts)
  const added = new Map<string, New>()
  // Drawn at once: one by one they cost more than what they name.
  const names = randomBytes(acts.length * ID_BYTES)
  const results = sealed.map((one, nth): ImportedAs => {
    const { id, act } = one.act
    const known = persons.get(one.name)
    const person = known?.person ?? names.subarray(nth * ID_BYTES, (nth + 1) * ID_BYTES)
    const before = stored.get(id) ?? asStored(added.get(id))
    if (before) return isSame(before, person, act) ? 'repeated' : 'differs'
    if (!known) persons.set(one.name, { person, isNewcomer: true })
    added.set(id, { ...one, person, isNewcomer: known?.isNewcomer ?? true })
    return 'taken'
  })
  await storeAll(place, [...added.values()])
  return results
}

const nameOf = ({ kind, sealed }: Pick<SealedIdentity, 'kind' | 'sealed'>): string =>
  `${kind}/${sealed.toString('hex')}`

type KnownAs = { readonly person: Buffer; readonly isNewcomer: boolean }

type Found = Pick<IdentityTable, 'sealed' | 'person'>

const knownPersons = selectMany(
  'sealed',
  prepareEach(
    (count) => sql<Found>`
      select sealed, person from identities
      where company = ${slot('company')} and kind = ${slot('kind')}
        and sealed in (${sql.join(slots('sealed', count))})`,
  ),
)

/** Who is known already, by the names of their identities. */
const personsOf = async (
  { db, company }: Place,
  sealed: readonly Sealed[],
): Promise<Map<string, KnownAs>> => {
  const persons = new Map<string, KnownAs>()
  for (const kind of IDENTITY_KINDS) {
    const asked = sealed.filter(({ identity }) => identity.kind === kind)
    const unique = new Map(asked.map(({ name, identity }) => [name, identity.sealed]))
    const found = await knownPersons(db, { company, kind }, [...unique.values()])
    for (const { sealed: index, person } of found) {
      persons.set(nameOf({ kind, sealed: index }), { person, isNewcomer: false })
    }
  }
  return persons
}

type StoredAct = { readonly person: Buffer; readonly act: string }

const knownActs = selectMany(
  'id',
  prepareEach(
    (count) => sql<Pick<EventTable, 'id' | 'person' | 'act'>>`
      select id, person, act from events
      where company = ${slot('company')} and id in (${sql.join(slots('id', count))})`,
  ),
)

const storedActs = async (
  { db, company }: Place,
  acts: readonly ImportedAct[],
): Promise<ReadonlyMap<EventId, StoredAct>> => {
  const ids = new Set(acts.map(({ id }) => id))
  const rows = await knownActs(db, { company }, [...ids].map(idBytes))
  return new Map(rows.map(({ id, ...row }) => [eventIdOf(id), row]))
}

const asStored = (one: New | undefined): StoredAct | undefined =>
  one && { person: one.person, act: JSON.stringify(one.act.act) }

const isSame = (stored: StoredAct, person: Buffer, act: ImportedAct['act']): boolean =>
  stored.person.equals(person) && stored.act === JSON.stringify(act)

const storeAll = async (place: Place, added: readonly New[]): Promise<void> => {
  if (added.length === 0) return
  await bindAll(place, added)
  const events = await storeEvents(place, added)
  const raised = events.flatMap((event) =>
    raisedBy(event).map((raise) => ({ person: idBytes(event.person), ...raise })),
  )
  await raiseManyRegisters(place.db, place.company, raised)
  await countForSources(place.db, place.company, events)
}

const bindMany = insertMany<Omit<IdentityTable, 'company'>>('identities', [
  'kind',
  'sealed',
  'key_id',
  'value',
  'person',
  'since',
])

const bindAll = async ({ db, company, seal }: Place, added: readonly New[]): Promise<void> => {
  const rows = new Map<string, Omit<IdentityTable, 'company'>>()
  for (const { name, identity, person, isNewcomer, act } of added) {
    if (!isNewcomer || rows.has(name)) continue
    rows.set(name, { ...identity, key_id: seal.keyId, person, since: act.moment.receivedAt })
  }
  // In the order of the index, which is written to half as fast again.
  const inOrder = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await bindMany(db, company, inOrder)
  if (await hasSuppressed(db, company)) await tieNewcomers({ db, company, seal }, added)
}

/** The noes of those who were erased count for whoever comes with their identities. */
const tieNewcomers = async (
  { db, company, seal }: Pick<Place, 'db' | 'company' | 'seal'>,
  added: readonly New[],
): Promise<void> => {
  const newcomers = new Map(
    added
      .filter(({ isNewcomer }) => isNewcomer)
      .map(({ act, person }) => [seal.remainderOf(act.identity).toString('hex'), person]),
  )
  const hashes = [...newcomers.keys()].map((hash) => Buffer.from(hash, 'hex'))
  for (const hash of await suppressedAmong(db, company, hashes)) {
    const person = newcomers.get(hash)
    if (person) await tieToSuppressed(db, company, Buffer.from(hash, 'hex'), person)
  }
}

const storeMany = insertMany<Omit<EventTable, 'company'>>('events', [
  'id',
  'person',
  'kind',
  'moment',
  'act',
  'received_at',
  'salt',
  'leaf',
  'evidence',
  'key_id',
  'position',
])

const storeEvents = async (
  place: Place,
  added: readonly New[],
): Promise<readonly ConsentEvent[]> => {
  const { db, engine, company, seal } = place
  const salts = randomBytes(added.length * SALT_BYTES)
  // The one writer of SQLite knows what came before; on PostgreSQL the sequencer places events afterwards.
  const first = engine.name === 'sqlite' ? (await lastPosition(db, company)) + 1 : null
  const events = added.map(({ act: { id, moment, act }, person }): ConsentEvent => {
    return { id, person: personIdOf(person), moment, act }
  })
  const rowOf = (event: ConsentEvent, nth: number): Omit<EventTable, 'company'> => {
    const salt = salts.subarray(nth * SALT_BYTES, (nth + 1) * SALT_BYTES)
    const evidence = added[nth]?.act.evidence ?? null
    return {
      id: idBytes(event.id),
      person: idBytes(event.person),
      kind: event.act.kind,
      moment: JSON.stringify(event.moment),
      act: JSON.stringify(event.act),
      received_at: event.moment.receivedAt,
      salt,
      leaf: leafHash(company, event, evidence, salt),
      evidence: evidence && seal.seal('events', event.id, Buffer.from(JSON.stringify(evidence))),
      key_id: seal.keyId,
      position: first === null ? null : first + nth,
    }
  }
  // Positions in the order of the rows, writes in that of the index.
  const inOrder = [...events.entries()].toSorted(([, a], [, b]) => (a.id < b.id ? -1 : 1))
  await storeMany(
    db,
    company,
    mapped(inOrder, ([nth, event]) => rowOf(event, nth)),
  )
  return events
}

const mapped = function* <From, To>(all: Iterable<From>, to: (one: From) => To): Generator<To> {
  for (const one of all) yield to(one)
}
