import { sql } from 'kysely'
import type { ConsentEvent, Evidence } from '../../consent/event.ts'
import type { EventId, PersonId } from '../../consent/mark.ts'
import type { PersonRecord, PlacedEvent, RecordedEvent, SaltedEvent } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import { rowsAfter } from './feed.ts'
import { foundByPerson, sameAsFound } from './kin.ts'
import { leafHash } from './leaf-hash.ts'
import { prepare, slot } from './prepared.ts'
import { registersIn } from './registers-table.ts'
import { eventIdOf, eventOf, evidenceOf, idBytes } from './rows.ts'
import type { Db, EventTable } from './schema.ts'

const ofSame = prepare<{ company: string; person: Buffer }, EventTable>(sql<EventTable>`
  with recursive ${foundByPerson}, ${sameAsFound}
  select events.* from same cross join events
  where events.company = ${slot('company')} and events.person = same.person
  order by events.received_at, events.id`)

/** All events of a person and of who is the same, oldest first. */
export const eventsOfPerson = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  person: PersonId,
): Promise<readonly RecordedEvent[]> => {
  const { rows } = await ofSame(db, { company, person: idBytes(person) })
  return rows.map((row) => recorded(seal, row))
}

/** The same with the salts of their leaves. */
export const saltedEventsOf = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  person: PersonId,
): Promise<readonly SaltedEvent[]> => {
  const { rows } = await ofSame(db, { company, person: idBytes(person) })
  return rows.map((row) => ({ ...recorded(seal, row), salt: row.salt?.toString('hex') ?? null }))
}

/** One event, or null. */
export const eventNamed = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  id: EventId,
): Promise<RecordedEvent | null> => {
  const row = await db
    .selectFrom('events')
    .selectAll()
    .where('company', '=', company)
    .where('id', '=', idBytes(id))
    .executeTakeFirst()
  return row ? recorded(seal, row) : null
}

/** The events after a position of the log, in its order. */
export const eventsAfter = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  position: number,
  limit: number,
  which: 'thin' | 'with-evidence',
): Promise<readonly PlacedEvent[]> => {
  const rows = await rowsAfter(db, company, position, limit)
  return rows.map((row) => ({
    ...recorded(seal, which === 'thin' ? { ...row, evidence: null } : row),
    position: row.position,
  }))
}

/** The events without a position, in the order of their ids. */
export const unplacedAfter = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  event: EventId | null,
  limit: number,
): Promise<readonly RecordedEvent[]> => {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('company', '=', company)
    .where('position', 'is', null)
    .where('id', '>', event ? idBytes(event) : Buffer.alloc(0))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => recorded(seal, row))
}

/** What one person did, nothing joined, oldest first. */
export const ownEvents = async (
  db: Db,
  company: string,
  person: PersonId,
): Promise<readonly EventTable[]> =>
  db
    .selectFrom('events')
    .selectAll()
    .where('company', '=', company)
    .where('person', '=', idBytes(person))
    .orderBy('received_at')
    .orderBy('id')
    .execute()

/** One person's events and registers as they lie, and the events that are not what their leaf was made of. */
export const recordOfPerson = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  person: PersonId,
): Promise<PersonRecord> => {
  const events: ConsentEvent[] = []
  const falseLeaves: EventId[] = []
  for (const row of await ownEvents(db, company, person)) {
    const event = readable(() => eventOf(row))
    if (event) events.push(event)
    const isTrue = event && readable(() => isAsRecorded(company, seal, row, event))
    if (!isTrue) falseLeaves.push(eventIdOf(row.id))
  }
  return { events, registers: await registersIn(db, company, person), falseLeaves }
}

const recorded = (seal: CompanySeal, row: EventTable): RecordedEvent => ({
  event: eventOf(row),
  evidence: evidenceIn(seal, row),
  position: row.position,
  leaf: row.leaf.toString('hex'),
})

const evidenceIn = (seal: CompanySeal, row: EventTable): Evidence | null =>
  row.evidence && evidenceOf(seal.unseal('events', eventIdOf(row.id), row.evidence))

const isAsRecorded = (
  company: string,
  seal: CompanySeal,
  row: EventTable,
  event: ConsentEvent,
): boolean => {
  if (row.received_at !== event.moment.receivedAt || row.kind !== event.act.kind) return false
  // Without its salt an erased event's leaf can no longer be told from a false one.
  if (row.salt === null) return true
  return leafHash(company, event, evidenceIn(seal, row), row.salt).equals(row.leaf)
}

/** What a row says, or null if somebody has made it unreadable. */
const readable = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}
