import { sql } from 'kysely'
import type { Identity } from '../../consent/identity.ts'
import type { CompanySeal } from './company-seal.ts'
import { selectMany } from './in-bulk.ts'
import { prepare, prepareEach, slot, slots } from './prepared.ts'
import type { Db, Schema } from './schema.ts'

/*
 * What is left of the identities of those who were erased, so that their noes outlive their data (design section 6).
 */

type Row = Schema['suppressed']

const suppressing = prepare<Row, unknown>(sql`
  insert into suppressed (company, hash, person)
  values (${slot('company')}, ${slot('hash')}, ${slot('person')})
  on conflict (company, hash) do update set person = excluded.person`)

/** Keeps that an identity was a person's. Whose it was before is tied to that person, so that the last is enough. */
export const suppress = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  identity: Identity,
  person: Buffer,
): Promise<void> => {
  await suppressing(db, { company, hash: seal.remainderOf(identity), person })
}

const anybody = prepare<{ company: string }, object>(sql<object>`
  select 1 from suppressed where company = ${slot('company')} limit 1`)

/** Whether a company has erased anybody at all: mostly there is nothing to look up. */
export const hasSuppressed = async (db: Db, company: string): Promise<boolean> =>
  (await anybody(db, { company })).rows.length > 0

const found = selectMany(
  'hash',
  prepareEach(
    (count) => sql<Pick<Row, 'hash'>>`
      select hash from suppressed
      where company = ${slot('company')} and hash in (${sql.join(slots('hash', count))})`,
  ),
)

/** Which of these are left of somebody, in hexadecimal. */
export const suppressedAmong = async (
  db: Db,
  company: string,
  hashes: readonly Buffer[],
): Promise<ReadonlySet<string>> => {
  const rows = await found(db, { company }, hashes)
  return new Set(rows.map(({ hash }) => hash.toString('hex')))
}

type Named = { company: string; hash: Buffer }

const owning = prepare<Named, Pick<Row, 'person'>>(sql<Pick<Row, 'person'>>`
  select person from suppressed where company = ${slot('company')} and hash = ${slot('hash')}`)

// A tie that is there already may be a closer one.
const tying = prepare<{ company: string; person: Buffer; other: Buffer }, unknown>(sql`
  insert into ties (company, person, other, bond)
  values
    (${slot('company')}, ${slot('person')}, ${slot('other')}, 'noes'),
    (${slot('company')}, ${slot('other')}, ${slot('person')}, 'noes')
  on conflict (company, person, other) do nothing`)

/** Lets every no of whoever was erased under an identity count for the person who has come with it. */
export const tieToSuppressed = async (
  db: Db,
  company: string,
  hash: Buffer,
  person: Buffer,
): Promise<void> => {
  const { rows } = await owning(db, { company, hash })
  for (const { person: other } of rows) {
    if (!other.equals(person)) await tying(db, { company, person, other })
  }
}
