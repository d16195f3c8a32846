import type Database from 'better-sqlite3'
import type { RegisterName } from '../../consent/registers.ts'
import type { Mark } from '../../consent/mark.ts'
import type { KnownPerson } from '../ports.ts'
import type { EngineSnapshot } from './engine.ts'
import type { Asked } from './lone-person.ts'
import { PHONE_BLOCK_BYTES } from './phone-block.ts'
import { personIdOf, raiseOf } from './rows.ts'
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

type RegisterRow = { readonly register: string; readonly at: number; readonly event: Buffer }

/** The look-ups of `lonePerson`, one by one: bare statements take a third of the time of one through Kysely. */
const lookUps = (database: Database.Database) => ({
  person: database
    .prepare<[string, string, Buffer], Buffer>(
      'select person from identities where company = ? and kind = ? and sealed = ?',
    )
    .pluck(),
  isTied: database
    .prepare<[string, Buffer], number>(
      'select 1 from ties where company = ? and person = ? limit 1',
    )
    .pluck(),
  otherPhone: database
    .prepare<[string, Buffer, Buffer], number>(
      `select 1 from identities where company = ? and person = ? and sealed <> ?
       and length(sealed) = ${PHONE_BLOCK_BYTES} limit 1`,
    )
    .pluck(),
  registers: database.prepare<[string, Buffer], RegisterRow>(
    'select register, at, event from registers where company = ? and person = ?',
  ),
})

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
    const hasKin =
      lookUp.isTied.get(company, person) !== undefined ||
      lookUp.otherPhone.get(company, person, sealed) !== undefined
    known[nth] = hasKin
      ? null
      : {
          person: personIdOf(person),
          registers: registersOf(lookUp.registers.all(company, person)),
        }
  })
  return known
}

const NOBODY: KnownPerson = { person: null, registers: new Map() }

const registersOf = (rows: readonly RegisterRow[]): ReadonlyMap<RegisterName, Mark> => {
  const registers = new Map<RegisterName, Mark>()
  for (const row of rows) {
    const { register, mark } = raiseOf(row)
    registers.set(register, mark)
  }
  return registers
}

const inTurns = async <One>(all: readonly One[], work: (one: One) => void): Promise<void> => {
  for (let from = 0; from < all.length; from += IN_ONE_TURN) {
    for (const one of all.slice(from, from + IN_ONE_TURN)) work(one)
    await new Promise(setImmediate)
  }
}
