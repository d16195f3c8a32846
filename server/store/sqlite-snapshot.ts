import type Database from 'better-sqlite3'
import type { KnownPerson } from '../ports.ts'
import type { EngineSnapshot } from './engine.ts'
import type { Asked } from './lone-person.ts'
import { PHONE_BLOCK_BYTES } from './phone-block.ts'
import { personIdOf, registersIn } from './rows.ts'
import { cachingStatements, kyselyOn, lookAtSqlite } from './sqlite-connection.ts'

// A turn of this many look-ups takes about a millisecond; then others have theirs.
const IN_ONE_TURN = 128

/** A SQLite file as it stands now: a connection of its own, inside one transaction that only reads. */
export const sqliteSnapshot = (path: string): EngineSnapshot => {
  const database = lookAtSqlite(path)
  try {
    database.exec('begin')
    // The snapshot is taken by the first read.
    database.prepare('select count(*) from secrets').get()
  } catch (error) {
    database.close()
    throw error
  }
  const statements = cachingStatements(database)
  const lookUp = lookUps(database)
  return {
    db: kyselyOn((sql) => statements.prepare(sql)),
    lonePersons: (company, asked) => lonePersons(lookUp, company, asked),
    end: async () => {
      database.close()
    },
  }
}

type LookUps = ReturnType<typeof lookUps>

/** Whether anybody else counts too, and the registers as one text: a row and a value of each would take twice as long. */
type StandingRow = { readonly hasKin: number; readonly registers: string | null }

/** The look-ups of `lonePerson`, one by one: bare statements take a third of the time of one through Kysely. */
const lookUps = (database: Database.Database) => ({
  person: database
    .prepare<[string, string, Buffer], Buffer>(
      'select person from identities where company = ? and kind = ? and sealed = ?',
    )
    .pluck(),
  standing: database.prepare<StandingKey, StandingRow>(`
    select
      exists (select 1 from ties where company = @company and person = @person)
      or exists (
        select 1 from identities
        where company = @company and person = @person and sealed <> @sealed
        and length(sealed) = ${PHONE_BLOCK_BYTES}
      ) as hasKin,
      (
        select group_concat(register || ' ' || at || ' ' || lower(hex(event)), ' ')
        from registers where company = @company and person = @person
      ) as registers`),
})

type StandingKey = { readonly company: string; readonly person: Buffer; readonly sealed: Buffer }

type AskedOne = Omit<Asked, 'company'>
type Found = { readonly nth: number; readonly sealed: Buffer; readonly person: Buffer }

/** Reads in the order of the keys, which touches each page of the file once. */
const lonePersons = async (
  lookUp: LookUps,
  company: string,
  asked: readonly AskedOne[],
): Promise<readonly (KnownPerson | null)[]> => {
  const known: (KnownPerson | null)[] = asked.map(() => NOBODY)
  const found: Found[] = []
  const bySealed = asked
    .map((one, nth) => ({ ...one, nth }))
    .toSorted((a, b) => Buffer.compare(a.sealed, b.sealed))
  await inTurns(bySealed, ({ kind, sealed, spellings, nth }) => {
    if (spellings.some((other) => lookUp.person.get(company, 'phone', other) !== undefined)) {
      known[nth] = null
      return
    }
    const person = lookUp.person.get(company, kind, sealed)
    if (person !== undefined) found.push({ nth, sealed, person })
  })
  const byPerson = found.toSorted((a, b) => Buffer.compare(a.person, b.person))
  await inTurns(byPerson, ({ nth, sealed, person }) => {
    const standing = lookUp.standing.get({ company, person, sealed })
    known[nth] =
      standing?.hasKin === 0
        ? { person: personIdOf(person), registers: registersIn(standing.registers) }
        : null
  })
  return known
}

const NOBODY: KnownPerson = { person: null, registers: new Map() }

const inTurns = async <One>(all: readonly One[], work: (one: One) => void): Promise<void> => {
  for (let from = 0; from < all.length; from += IN_ONE_TURN) {
    for (const one of all.slice(from, from + IN_ONE_TURN)) work(one)
    await new Promise(setImmediate)
  }
}
