import { sql } from 'kysely'
import type { KnownPerson } from '../ports.ts'
import type { EngineSnapshot } from './engine.ts'
import type { Asked } from './lone-person.ts'
import { PHONE_BLOCK_BYTES } from './phone-block.ts'
import { prepare, slot } from './prepared.ts'
import { personIdOf, registersIn } from './rows.ts'
import type { Db } from './schema.ts'
import { suppressedAmong } from './suppressed.ts'

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
  readonly registers: string | null
}

// Arrays go as one text: the driver takes twice as long to write them (style, measured advice). Registers come as
// one text a person, since the driver takes as long to read each row.
const finding = prepare<{ company: string; kinds: string; sealed: string }, FoundRow>(sql<FoundRow>`
  select asked.nth, identities.person,
    exists (
      select 1 from ties
      where ties.company = ${slot('company')} and ties.person = identities.person
    ) or exists (
      select 1 from identities as others
      where others.company = ${slot('company')} and others.person = identities.person
      and others.sealed <> identities.sealed and length(others.sealed) = ${sql.lit(PHONE_BLOCK_BYTES)}
    ) as "hasKin",
    (
      select string_agg(register || ' ' || at || ' ' || encode(event, 'hex'), ' ') from registers
      where registers.company = ${slot('company')} and registers.person = identities.person
    ) as registers
  from unnest(${slot('kinds')}::text[], ${slot('sealed')}::bytea[])
    with ordinality as asked (kind, sealed, nth)
  join identities on identities.company = ${slot('company')}
    and identities.kind = asked.kind and identities.sealed = asked.sealed`)

type SpelledRow = { readonly sealed: Buffer }

const spelling = prepare<{ company: string; sealed: string }, SpelledRow>(sql<SpelledRow>`
  select sealed from identities
  where company = ${slot('company')} and kind = 'phone' and sealed = any(${slot('sealed')}::bytea[])`)

type AskedOne = Omit<Asked, 'company'>

/** `lonePerson` of many, in a few statements. */
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
  const known: (KnownPerson | null)[] = asked.map(({ spellings }) =>
    spellings.some((other) => spelled.has(other.toString('hex'))) ? null : NOBODY,
  )
  for (const { nth, person, hasKin, registers } of rows) {
    if (known[nth - 1] !== NOBODY) continue
    known[nth - 1] = hasKin
      ? null
      : { person: personIdOf(person), registers: registersIn(registers) }
  }
  return withoutErased(db, company, asked, known)
}

/** The same, but for those of whom something is left that was erased. */
const withoutErased = async (
  db: Db,
  company: string,
  asked: readonly AskedOne[],
  known: readonly (KnownPerson | null)[],
): Promise<readonly (KnownPerson | null)[]> => {
  const remainders = asked.map((one, nth) =>
    known[nth] === NOBODY || one.spellings.length > 0 ? one.remainders() : [],
  )
  const erased = await suppressedAmong(db, company, remainders.flat())
  return known.map((one, nth) =>
    remainders[nth]?.some((hash) => erased.has(hash.toString('hex'))) ? null : one,
  )
}

const NOBODY: KnownPerson = { person: null, registers: new Map() }

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

const hexOf = (bytes: Buffer): string => `"\\\\x${bytes.toString('hex')}"`

/** A PostgreSQL array as text; its elements hold nothing that would have to be quoted further. */
const arrayOf = (elements: readonly string[]): string => `{${elements.join(',')}}`
