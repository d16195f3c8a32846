import Database from 'better-sqlite3'
import { companySeal } from '../server/store/company-seal.ts'
import { keyringOf } from '../server/store/keyring.ts'

/** A Brazilian mobile number for each of the first ten million persons. */
export const phoneOf = (n: number): string => `+55119${String(70_000_000 + n).padStart(8, '0')}`

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

/**
 * Writes people with what may-send reads of them into a SQLite file: a number each, and the registers of a yes to two
 * categories by message; every tenth has stopped since. Their events, which no decision reads, are left out.
 */
export const fillPeople = (
  path: string,
  { key, company, people }: { key: Uint8Array; company: string; people: number },
): void => {
  const keyring = keyringOf(key)
  const seal = companySeal(keyring, company)
  const database = new Database(path)
  database.pragma('synchronous = OFF')
  const identity = database.prepare(
    `insert into identities (company, kind, sealed, key_id, value, person, since) values (?, 'phone', ?, ?, null, ?, 0)`,
  )
  const register = database.prepare(
    'insert into registers (company, person, register, at, event) values (?, ?, ?, ?, ?)',
  )
  const at = Date.now() - 60_000
  const each = Array.from({ length: people }, (_, n) => ({
    n,
    sealed: seal.indexOf({ kind: 'phone', value: phoneOf(n) }),
    person: nameOf(1, n),
  }))
  database.transaction(() => {
    for (const { sealed, person } of each.toSorted((a, b) => Buffer.compare(a.sealed, b.sealed))) {
      identity.run(company, sealed, keyring.id, person)
    }
    for (const { n, person } of each.toSorted((a, b) => Buffer.compare(a.person, b.person))) {
      const event = nameOf(2, n)
      for (const name of registersOf(n)) register.run(company, person, name, at, event)
    }
  })()
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

const YES = [
  'granted/main/offers/message',
  'granted/main/orders/message',
  'message/main',
  'returned/main',
  'window/main',
]

const registersOf = (n: number): readonly string[] =>
  n % 10 === 0 ? [...YES, 'stopped/main'] : YES

/** Reads, of each person in turn, who it is and its registers, with two prepared statements; gives how many have any. */
export const readBare = (
  path: string,
  { key, company, people }: { key: Uint8Array; company: string; people: readonly number[] },
): { readonly seconds: number; readonly found: number } => {
  const seal = companySeal(keyringOf(key), company)
  const database = new Database(path, { readonly: true })
  const personOf = database
    .prepare<[string, Buffer], Buffer>(
      `select person from identities where company = ? and kind = 'phone' and sealed = ?`,
    )
    .pluck()
  const registersIn = database.prepare<[string, Buffer], object>(
    'select register, at, event from registers where company = ? and person = ?',
  )
  const keys = people.map((n) => seal.indexOf({ kind: 'phone', value: phoneOf(n) }))
  let found = 0
  const begun = performance.now()
  database.exec('begin')
  for (const sealed of keys) {
    const person = personOf.get(company, sealed)
    if (person && registersIn.all(company, person).length > 0) found += 1
  }
  const seconds = (performance.now() - begun) / 1000
  database.close()
  return { seconds, found }
}
