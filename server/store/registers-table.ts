import { sql } from 'kysely'
import { later, type PersonId } from '../../consent/mark.ts'
import { raise, type Raise, type Registers } from '../../consent/registers.ts'
import { insertMany } from './in-bulk.ts'
import { prepare, prepareEach, slot } from './prepared.ts'
import { idBytes, raiseOf } from './rows.ts'
import type { Db, Schema } from './schema.ts'

// One statement raises this many; beyond that they are raised in turns.
const MOST_AT_ONCE = 50

type Row = { readonly register: string; readonly at: number; readonly event: Buffer }

const reading = prepare<{ company: string; person: Buffer }, Row>(sql<Row>`
  select register, at, event from registers
  where company = ${slot('company')} and person = ${slot('person')}`)

/** What is stored of one person's registers, nothing joined. */
export const registersIn = async (
  db: Db,
  company: string,
  person: PersonId,
): Promise<Registers> => {
  const { rows } = await reading(db, { company, person: idBytes(person) })
  return raise(new Map(), rows.map(raiseOf))
}

/** Raises a person's registers, none of them ever lower (design R1). Always in one order, against deadlocks. */
export const raiseRegisters = async (
  db: Db,
  company: string,
  person: PersonId,
  raised: Iterable<Raise>,
): Promise<void> => {
  // A statement may not raise one register twice; so only the greatest mark of each is left.
  const marks = [...raise(new Map(), raised)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (let from = 0; from < marks.length; from += MOST_AT_ONCE) {
    const some = marks.slice(from, from + MOST_AT_ONCE)
    const values: Record<string, unknown> = { company, person: idBytes(person) }
    for (const [nth, [register, { at, by }]] of some.entries()) {
      values[`register${nth}`] = register
      values[`at${nth}`] = at
      values[`event${nth}`] = idBytes(by)
    }
    await raising(some.length)(db, values)
  }
}

/** The same of many persons at once. */
export const raiseManyRegisters = async (
  db: Db,
  company: string,
  raised: readonly (Raise & { readonly person: Buffer })[],
): Promise<void> => {
  const greatest = new Map<string, Raise & { readonly person: Buffer }>()
  for (const one of raised) {
    const name = `${one.person.toString('hex')}/${one.register}`
    const other = greatest.get(name)
    greatest.set(name, other && later(other.mark, one.mark) === other.mark ? other : one)
  }
  const rows = [...greatest]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([
        ,
        {
          person,
          register,
          mark: { at, by },
        },
      ]) => ({ person, register, at, event: idBytes(by) }),
    )
  await raisingMany(db, company, rows)
}

/** Removes what is stored of one person's registers. */
export const clearRegisters = async (db: Db, company: string, person: PersonId): Promise<void> => {
  await db
    .deleteFrom('registers')
    .where('company', '=', company)
    .where('person', '=', idBytes(person))
    .execute()
}

const raising = prepareEach((count) => {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      sql`(${slot('company')}, ${slot('person')}, ${slot(`register${index}`)}, ${slot(`at${index}`)}, ${slot(`event${index}`)})`,
  )
  return sql`
    insert into registers (company, person, register, at, event) values ${sql.join(rows)}
    on conflict (company, person, register) do update
    set at = excluded.at, event = excluded.event
    where (excluded.at, excluded.event) > (registers.at, registers.event)`
})

const raisingMany = insertMany<Omit<Schema['registers'], 'company'>>(
  'registers',
  ['person', 'register', 'at', 'event'],
  sql`
    on conflict (company, person, register) do update
    set at = excluded.at, event = excluded.event
    where (excluded.at, excluded.event) > (registers.at, registers.event)`,
)
