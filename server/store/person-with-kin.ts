import { sql } from 'kysely'
import { joined, raise, type Raise } from '../../consent/registers.ts'
import type { KnownPerson } from '../ports.ts'
import { foundByIdentity, foundByPerson, kinOfFound } from './kin.ts'
import { PHONE_BLOCK_BYTES } from './phone-block.ts'
import { numbered, prepareEach, slot } from './prepared.ts'
import { personIdOf, raiseOf } from './rows.ts'
import type { Db } from './schema.ts'
import type { Spellings } from './spellings.ts'

/** Whom a question is about, as the slots of `foundByIdentity` or of `foundByPerson`; and what an erasure would leave. */
export type Found =
  | { readonly kind: string; readonly sealed: Buffer; readonly remainder: Buffer }
  | { readonly person: Buffer }

type Row = {
  readonly what: 'found' | 'phone' | 'register'
  readonly person: Buffer
  readonly noes: number
  readonly register: string
  readonly at: number
  /** The register's event, or the phone as it is sealed. */
  readonly bytes: Buffer
}

/** Who somebody is, and what counts for them: their own, all of who is the same, and every no of who may be (design R7). */
export const personWithKin = async (
  db: Db,
  company: string,
  found: Found,
  spellings: Spellings,
): Promise<KnownPerson> => {
  const [questionFor, remainders] =
    'person' in found ? [byPerson, []] : [byIdentity, [found.remainder]]
  for (;;) {
    const asked = spellings.all()
    const question = questionFor(asked.length)
    const { rows } = await question(db, {
      company,
      ...found,
      ...numbered('spelling', asked),
      ...numbered('erased', [...remainders, ...spellings.erased()]),
    })
    // Kin may have further numbers, and those other spellings, which count too: then it is asked again with them.
    for (const row of rows) if (row.what === 'phone') spellings.meetSealed(row.bytes)
    if (spellings.all().length === asked.length) return toKnownPerson(rows)
  }
}

const toKnownPerson = (rows: readonly Row[]): KnownPerson => {
  const found = rows.find(({ what }) => what === 'found')
  const same: Raise[] = []
  const noes: Raise[] = []
  for (const row of rows) {
    if (row.what !== 'register') continue
    const into = row.noes === 0 ? same : noes
    into.push(raiseOf({ register: row.register, at: row.at, event: row.bytes }))
  }
  return {
    person: found ? personIdOf(found.person) : null,
    registers: joined([raise(new Map(), same)], [raise(new Map(), noes)]),
  }
}

const COMPANY = slot('company')

const askingFor = (found: typeof foundByIdentity, own: number) => (spellings: number) =>
  sql<Row>`
  with recursive ${found}, ${kinOfFound(spellings, own + spellings)}
  select 'register' as what, kin.person, kin.noes, registers.register, registers.at,
    registers.event as bytes
  from kin cross join registers
  where registers.company = ${COMPANY} and registers.person = kin.person
  union all
  select 'phone', kin.person, kin.noes, '', 0, identities.sealed
  from kin cross join identities
  where identities.company = ${COMPANY} and identities.person = kin.person
  and length(identities.sealed) = ${sql.lit(PHONE_BLOCK_BYTES)}
  union all
  select 'found', person, 0, '', 0, person from found`

const byIdentity = prepareEach(askingFor(foundByIdentity, 1))
const byPerson = prepareEach(askingFor(foundByPerson, 0))
