import { type RawBuilder, sql } from 'kysely'
import type { KnownPerson } from '../ports.ts'
import type { EngineName } from './engine.ts'
import { PHONE_BLOCK_BYTES } from './phone-block.ts'
import { numbered, prepare, prepareEach, slot, slots } from './prepared.ts'
import { personIdIn, registersIn } from './rows.ts'
import type { Db } from './schema.ts'
import { suppressedAmong } from './suppressed.ts'

/** An identity as it is looked up, with its other spellings. */
export type Asked = {
  readonly company: string
  readonly kind: string
  readonly sealed: Buffer
  readonly spellings: readonly Buffer[]
  /** What would be left of it and of them, had they been erased. Made only where it is needed: it takes a hash each. */
  readonly remainders: () => readonly Buffer[]
}

type Row = {
  readonly person: string
  /** Whether somebody else's registers may count too. */
  readonly hasKin: boolean | number
  readonly registers: string | null
}

/**
 * Who somebody is whose registers are all that counts: no ties, no other number, nobody under another spelling,
 * nobody who was erased. That is nearly everybody, and asking for kin takes many times as long. Null for anyone else.
 */
export const lonePerson = async (
  db: Db,
  engine: EngineName,
  asked: Asked,
): Promise<KnownPerson | null> => {
  const { spellings, remainders: _, ...values } = asked
  if (spellings.length > 0 && (await isSpelledOtherwise(db, asked))) return null
  const { rows } = await QUESTIONS[engine](db, values)
  const [row] = rows
  if (!row) return (await wasErased(db, asked)) ? null : { person: null, registers: new Map() }
  if (row.hasKin === true || row.hasKin === 1) return null
  return { person: personIdIn(row.person), registers: registersIn(row.registers) }
}

const COMPANY = slot('company')

const isSpelledOtherwise = async (
  db: Db,
  { company, spellings, remainders }: Asked,
): Promise<boolean> => {
  const question = spelledOtherwise(spellings.length)
  const { rows } = await question(db, { company, ...numbered('spelling', spellings) })
  return rows.length > 0 || wasErased(db, { company, remainders })
}

/** Nobody who is known need be asked for: whoever came after an erasure is tied to it. */
const wasErased = async (
  db: Db,
  { company, remainders }: Pick<Asked, 'company' | 'remainders'>,
): Promise<boolean> => (await suppressedAmong(db, company, remainders())).size > 0

const spelledOtherwise = prepareEach(
  (spellings) => sql<object>`
    select 1 from identities
    where company = ${COMPANY} and kind = 'phone' and sealed in (${sql.join(slots('spelling', spellings))})
    limit 1`,
)

type Values = Omit<Asked, 'spellings' | 'remainders'>

/** Nothing that SQLite would have to put aside, such as a union or a clause before it: that takes it four times as long. */
const questionWith = (person: RawBuilder<unknown>, registers: RawBuilder<unknown>) =>
  prepare<Values, Row>(sql<Row>`
    select
      ${person} as person,
      exists (
        select 1 from ties where ties.company = ${COMPANY} and ties.person = identities.person
      ) or exists (
        select 1 from identities as others
        where others.company = ${COMPANY} and others.person = identities.person
        and others.sealed <> identities.sealed and length(others.sealed) = ${sql.lit(PHONE_BLOCK_BYTES)}
      ) as "hasKin",
      (
        select ${registers} from registers
        where registers.company = ${COMPANY} and registers.person = identities.person
      ) as registers
    from identities
    where identities.company = ${COMPANY} and identities.kind = ${slot('kind')}
    and identities.sealed = ${slot('sealed')}`)

/** As texts, and all registers as one: a row and a value of each would take twice as long. */
const QUESTIONS = {
  sqlite: questionWith(
    sql`lower(hex(identities.person))`,
    sql`group_concat(register || ' ' || at || ' ' || lower(hex(event)), ' ')`,
  ),
  postgres: questionWith(
    sql`encode(identities.person, 'hex')`,
    sql`string_agg(register || ' ' || at || ' ' || encode(event, 'hex'), ' ')`,
  ),
} as const satisfies Record<EngineName, unknown>
