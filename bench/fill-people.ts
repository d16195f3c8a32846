import Database from 'better-sqlite3'
import { Client } from 'pg'
import { companySeal } from '../server/store/company-seal.ts'
import { keyringOf } from '../server/store/keyring.ts'
import type { Service } from './service.ts'

/** A Brazilian mobile number for each of the first ten million persons. */
export const phoneOf = (n: number): string => `+55119${String(70_000_000 + n).padStart(8, '0')}`

const YES = [
  'granted/main/offers/message',
  'granted/main/orders/message',
  'message/main',
  'returned/main',
  'window/main',
]
const STOPPED = [...YES, 'stopped/main']

/** Whether the nth person has stopped everything. */
export const hasStopped = (n: number): boolean => n % 10 === 0

/**
 * Writes people with what may-send reads of them into a database that no server works on: a number each, and the
 * registers of a yes to two categories by message; every tenth has stopped since. Their events, which no decision
 * reads, are left out.
 */
export const fillPeople = async (service: Service, people: number): Promise<void> => {
  if (service.engine === 'sqlite') fillSqlite(service, people)
  else await fillPostgres(service, people)
}

const fillSqlite = (service: Service, people: number): void => {
  const { company, keyId, sealedOf, at } = fillingOf(service)
  const database = new Database(service.database)
  // Nobody else is here, and who loses power fills anew. In its safe mode better-sqlite3 keeps a journal all the same.
  database.unsafeMode()
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -200000')
  const identity = database.prepare(
    `insert into identities (company, kind, sealed, key_id, value, person, since) values (?, 'phone', ?, ?, null, ?, 0)`,
  )
  const raising = (registers: readonly string[]) =>
    database.prepare(
      `insert into registers (company, person, register, at, event)
       select ?, ?, column1, ?, ? from (values ${registers.map((name) => `('${name}')`).join(', ')})`,
    )
  const yes = raising(YES)
  const stopped = raising(STOPPED)
  database.transaction(() => {
    for (const n of inOrder(people, sealedOf)) {
      identity.run(company, sealedOf(n), keyId, personOf(n))
    }
    for (const n of inOrder(people, personOf)) {
      const statement = hasStopped(n) ? stopped : yes
      statement.run(company, personOf(n), at, eventOf(n))
    }
  })()
  database.pragma('journal_mode = WAL')
  database.close()
}

const TOGETHER = 5_000

const fillPostgres = async (service: Service, people: number): Promise<void> => {
  const { company, keyId, sealedOf, at } = fillingOf(service)
  const client = new Client({ connectionString: service.database })
  await client.connect()
  try {
    await client.query('begin')
    for (const some of inGroups(inOrder(people, sealedOf), TOGETHER)) {
      await client.query(
        `insert into identities (company, kind, sealed, key_id, value, person, since)
         select $1, 'phone', sealed, $2, null, person, 0 from unnest($3::bytea[], $4::bytea[]) as them (sealed, person)`,
        [company, keyId, some.map(sealedOf), some.map(personOf)],
      )
    }
    for (const some of inGroups(inOrder(people, personOf), TOGETHER)) {
      await client.query(
        `insert into registers (company, person, register, at, event)
         select $1, person, register, $2, event
         from unnest($3::bytea[], $4::bytea[], $5::bool[]) as them (person, event, stopped)
         cross join unnest($6::text[]) as register where stopped or register <> 'stopped/main'
         order by person, register`,
        [company, at, some.map(personOf), some.map(eventOf), some.map(hasStopped), STOPPED],
      )
    }
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

// Who is filled in was never erased.
const NOBODY_ERASED = Buffer.alloc(32)

const fillingOf = ({ key, access }: Service) => {
  const company = access.company.id
  const keyring = keyringOf(key)
  const seal = companySeal(keyring, company, NOBODY_ERASED)
  const sealedOf = (n: number): Buffer => seal.indexOf({ kind: 'phone', value: phoneOf(n) })
  return { company, keyId: keyring.id, sealedOf, at: Date.now() - 60_000 }
}

// Names that nobody has made: random enough that persons lie in another order than their numbers.
const nameOf = (what: number, n: number): Buffer => {
  const bytes = Buffer.alloc(16)
  let state = (n * 2_654_435_761 + what) >>> 0
  for (let at = 0; at < 16; at += 4) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) >>> 0
    bytes.writeUInt32BE((state ^ (state >>> 13)) >>> 0, at)
  }
  bytes.writeUInt32BE(n, 12)
  return bytes
}

const personOf = (n: number): Buffer => nameOf(1, n)
const eventOf = (n: number): Buffer => nameOf(2, n)

const NUMBER_BITS = 24

/** The first so many numbers, in the order of their keys' first five bytes: enough for a table that is sorted by them. */
const inOrder = function* (count: number, keyOf: (n: number) => Buffer): Generator<number> {
  if (count > 2 ** NUMBER_BITS) throw new RangeError(`no more than ${2 ** NUMBER_BITS} people`)
  // Key and number together are one whole number of 64 bits, which sorts without a function to call.
  const both = new BigUint64Array(count)
  const words = new Uint32Array(both.buffer)
  for (let n = 0; n < count; n += 1) {
    const key = keyOf(n)
    words[2 * n] = ((key[4] ?? 0) << NUMBER_BITS) | n
    words[2 * n + 1] = key.readUInt32BE(0)
  }
  both.sort()
  for (let at = 0; at < count; at += 1) yield (words[2 * at] ?? 0) & (2 ** NUMBER_BITS - 1)
}

const inGroups = function* <T>(all: Iterable<T>, size: number): Generator<T[]> {
  let group: T[] = []
  for (const one of all) {
    group.push(one)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Reads, of each person in turn, who it is and its registers, with two prepared statements; gives how many have any. */
export const readBare = (
  service: Service,
  people: readonly number[],
): { readonly seconds: number; readonly cpuSeconds: number; readonly found: number } => {
  const { company, sealedOf } = fillingOf(service)
  const database = new Database(service.database, { readonly: true })
  const whoIs = database
    .prepare<[string, Buffer], Buffer>(
      `select person from identities where company = ? and kind = 'phone' and sealed = ?`,
    )
    .pluck()
  const registersIn = database.prepare<[string, Buffer], object>(
    'select register, at, event from registers where company = ? and person = ?',
  )
  const keys = people.map(sealedOf)
  let found = 0
  const begunAt = performance.now()
  const cpuBefore = process.cpuUsage()
  database.exec('begin')
  for (const sealed of keys) {
    const person = whoIs.get(company, sealed)
    if (person && registersIn.all(company, person).length > 0) found += 1
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  const seconds = (performance.now() - begunAt) / 1000
  database.close()
  return { seconds, cpuSeconds: (user + system) / 1_000_000, found }
}
