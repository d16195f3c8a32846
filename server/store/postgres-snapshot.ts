import { sql } from 'kysely'
import { raise, type Raise } from '../../consent/registers.ts'
import type { KnownPerson } from '../ports.ts'
import type { EngineSnapshot } from './engine.ts'
import type { Asked } from './lone-person.ts'
import { PHONE_BLOCK_BYTES } from './phone-block.ts'
import { prepare, slot } from './prepared.ts'
import { personIdOf, raiseOf } from './rows.ts'
import type { Db } from './schema.ts'

/** A PostgreSQL database as it stands now: one transaction that reads repeatably and never writes. */
export const postgresSnapshot = async (pool: Db): Promise<EngineSnapshot> => {
  const db = await pool
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  const end = async (): Promise<void> => {
    // A rollback that fails discards the connection, and with it the transaction.
    await db
      .rollback()
      .execute()
      .catch(() => {})
  }
  try {
    // The snapshot is taken by the first statement.
    await sql`select 1`.execute(db)
  } catch (error) {
    await end()
    throw error
  }
  return { db, lonePersons: (company, asked) => lonePersons(db, company, asked), end }
}

type FoundRow = {
  readonly nth: number
  readonly person: Buffer
  readonly hasKin: boolean
}

// Arrays go as one text: the driver takes twice as long to write them (style, measured advice).
const finding = prepare<{ company: string; kinds: string; sealed: string }, FoundRow>(sql<FoundRow>`
  select asked.nth, identities.person,
    exists (
      select 1 from ties
      where ties.company = ${slot('company')} and ties.person = identities.person
    ) or exists (
      select 1 from identities as others
      where others.company = ${slot('company')} and others.person = identities.person
      and others.sealed <> identities.sealed and length(others.sealed) = ${sql.lit(PHONE_BLOCK_BYTES)}
    ) as "hasKin"
  from unnest(${slot('kinds')}::text[], ${slot('sealed')}::bytea[])
    with ordinality as asked (kind, sealed, nth)
  join identities on identities.company = ${slot('company')}
    and identities.kind = asked.kind and identities.sealed = asked.sealed`)

type RegisterRow = {
  readonly person: Buffer
  readonly register: string
  readonly at: number
  readonly event: Buffer
}

const registering = prepare<{ company: string; persons: string }, RegisterRow>(sql<RegisterRow>`
  select person, register, at, event from registers
  where company = ${slot('company')} and person = any(${slot('persons')}::bytea[])`)

type SpelledRow = { readonly sealed: Buffer }

const spelling = prepare<{ company: string; sealed: string }, SpelledRow>(sql<SpelledRow>`
  select sealed from identities
  where company = ${slot('company')} and kind = 'phone' and sealed = any(${slot('sealed')}::bytea[])`)

type AskedOne = Omit<Asked, 'company'>

/** `lonePerson` of many, in three statements. */
const lonePersons = async (
  db: Db,
  company: string,
  asked: readonly AskedOne[],
): Promise<readonly (KnownPerson | null)[]> => {
  const spelled = await spelledOtherwise(db, company, asked)
  const { rows } = await finding(db, {
    company,
    kinds: arrayOf(asked.map(({ kind }) => kind)),
    sealed: arrayOf(asked.map((one) => hexOf(one.sealed))),
  })
  const found = new Map(rows.map((row) => [row.nth - 1, row]))
  const lone = rows.filter(({ hasKin }) => !hasKin).map(({ person }) => person)
  const registers = await registersOfEach(db, company, lone)
  return asked.map(({ spellings }, nth) => {
    if (spellings.some((other) => spelled.has(other.toString('hex')))) return null
    const row = found.get(nth)
    if (!row) return { person: null, registers: new Map() }
    if (row.hasKin) return null
    const own = registers.get(row.person.toString('hex')) ?? []
    return { person: personIdOf(row.person), registers: raise(new Map(), own) }
  })
}

const spelledOtherwise = async (
  db: Db,
  company: string,
  asked: readonly AskedOne[],
): Promise<ReadonlySet<string>> => {
  const others = asked.flatMap(({ spellings }) => spellings)
  if (others.length === 0) return new Set()
  const { rows } = await spelling(db, { company, sealed: arrayOf(others.map(hexOf)) })
  return new Set(rows.map(({ sealed }) => sealed.toString('hex')))
}

const registersOfEach = async (
  db: Db,
  company: string,
  persons: readonly Buffer[],
): Promise<ReadonlyMap<string, readonly Raise[]>> => {
  const each = new Map<string, Raise[]>()
  if (persons.length === 0) return each
  const { rows } = await registering(db, { company, persons: arrayOf(persons.map(hexOf)) })
  for (const row of rows) {
    const person = row.person.toString('hex')
    const raises = each.get(person) ?? []
    raises.push(raiseOf(row))
    each.set(person, raises)
  }
  return each
}

const hexOf = (bytes: Buffer): string => `"\\\\x${bytes.toString('hex')}"`

/** A PostgreSQL array as text; its elements hold nothing that would have to be quoted further. */
const arrayOf = (elements: readonly string[]): string => `{${elements.join(',')}}`
