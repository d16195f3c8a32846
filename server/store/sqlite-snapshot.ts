import type { KnownPerson } from '../ports.ts'
import type { EngineSnapshot } from './engine.ts'
import { lonePerson, type Asked } from './lone-person.ts'
import type { Db } from './schema.ts'
import { cachingStatements, kyselyOn, lookAtSqlite } from './sqlite-connection.ts'

// A turn of this many look-ups takes about half a millisecond; then others have theirs.
const IN_ONE_TURN = 32
// Of a key, as one number: comparing whole keys would take ten times as long.
const BEGINNING_BYTES = 6

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
  const db = kyselyOn((sql) => statements.prepare(sql))
  return {
    db,
    lonePersons: (company, asked) => lonePersons(db, company, asked),
    end: async () => {
      database.close()
    },
  }
}

/** Reads in the order of the keys, so that those which lie together are read together. */
const lonePersons = async (
  db: Db,
  company: string,
  asked: readonly Omit<Asked, 'company'>[],
): Promise<readonly (KnownPerson | null)[]> => {
  const known: (KnownPerson | null)[] = asked.map(() => null)
  const bySealed = asked
    .map((one, nth) => ({ ...one, nth, begins: one.sealed.readUIntBE(0, BEGINNING_BYTES) }))
    .toSorted((a, b) => a.begins - b.begins)
  for (const [turn, { nth, begins: _, ...one }] of bySealed.entries()) {
    known[nth] = await lonePerson(db, 'sqlite', { company, ...one })
    if (turn % IN_ONE_TURN === IN_ONE_TURN - 1) await new Promise(setImmediate)
  }
  return known
}
