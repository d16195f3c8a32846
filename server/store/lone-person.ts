import { sql } from 'kysely'
import { raise } from '../../consent/registers.ts'
import type { KnownPerson } from '../ports.ts'
import { PHONE_BLOCK_BYTES } from './phone-block.ts'
import { numbered, prepareEach, slot, slots } from './prepared.ts'
import { personIdOf, raiseOf } from './rows.ts'
import type { Db } from './schema.ts'

/** An identity as it is looked up, with its other spellings. */
export type Asked = {
  readonly company: string
  readonly kind: string
  readonly sealed: Buffer
  readonly spellings: readonly Buffer[]
}

type Row = {
  readonly what: 'person' | 'register' | 'spelling'
  readonly person: Buffer
  /** Whether somebody else's registers may count too. */
  readonly isTied: number
  readonly register: string
  readonly at: number
  readonly event: Buffer
}

/**
 * Who somebody is whose registers are all that counts: no ties, no other number, nobody under another spelling.
 * That is nearly everybody, and asking for kin takes twice as long. Null for anyone else.
 */
export const lonePerson = async (db: Db, asked: Asked): Promise<KnownPerson | null> => {
  const { spellings, ...values } = asked
  const question = questionFor(spellings.length)
  const { rows } = await question(db, { ...values, ...numbered('spelling', spellings) })
  let person: Buffer | null = null
  for (const row of rows) {
    if (row.what === 'spelling' || row.isTied === 1) return null
    if (row.what === 'person') person = row.person
  }
  const own = rows.filter(({ what }) => what === 'register').map(raiseOf)
  return { person: person && personIdOf(person), registers: raise(new Map(), own) }
}

const COMPANY = slot('company')
const isAsked = sql`
  identities.company = ${COMPANY} and identities.kind = ${slot('kind')}
  and identities.sealed = ${slot('sealed')}`

const spelledOtherwise = (spellings: number) => sql`
    union all
    select 'spelling', person, 0, '', 0, person from identities
    where company = ${COMPANY} and kind = 'phone' and sealed in (${sql.join(slots('spelling', spellings))})`

const questionFor = prepareEach(
  (spellings) => sql<Row>`
    select
      'person' as what, identities.person,
      case when exists (
        select 1 from ties where ties.company = ${COMPANY} and ties.person = identities.person
      ) or exists (
        select 1 from identities as others
        where others.company = ${COMPANY} and others.person = identities.person
        and others.sealed <> identities.sealed and length(others.sealed) = ${sql.lit(PHONE_BLOCK_BYTES)}
      ) then 1 else 0 end as "isTied",
      '' as register, 0 as at, identities.person as event
    from identities where ${isAsked}
    union all
    select 'register', registers.person, 0, registers.register, registers.at, registers.event
    from identities cross join registers
    where ${isAsked} and registers.company = ${COMPANY} and registers.person = identities.person
    ${spellings === 0 ? sql`` : spelledOtherwise(spellings)}`,
)
