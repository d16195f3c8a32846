import { afterAll, beforeAll, expect } from 'vitest'
import type { CompanyMemory, Ids, Memory, Sealer } from '../../server/ports.ts'
import { openMemory } from '../../server/store/open-memory.ts'
import { type EngineName, openDatabase, type TestDatabase } from '../support/databases.ts'
import { freshCompany, KEY, NOW } from './acts.ts'

/** What `openMemory` gives. */
export type Opened = { readonly memory: Memory; readonly ids: Ids; readonly sealer: Sealer }

/**
 * A database for the tests of one `describe`, gone after them with whatever was opened on it. Trouble in the
 * background is a failure, unless the test makes it.
 */
export const storeOn = (engine: EngineName, { mayHaveTrouble = false } = {}) => {
  let database: TestDatabase | null = null
  let first: Opened | null = null
  const opened: Opened[] = []
  const trouble: unknown[] = []
  const onTrouble = (error: unknown): void => void trouble.push(String(error))
  const open = async (key: Uint8Array = KEY): Promise<Opened> => {
    const one = await openMemory({ url: current(database).url, key, now: () => NOW, onTrouble })
    opened.push(one)
    return one
  }
  beforeAll(async () => {
    database = await openDatabase(engine)
    first = await open()
  }, 60_000)
  afterAll(async () => {
    for (const { memory } of opened) await memory.close()
    await database?.drop()
    if (!mayHaveTrouble) expect(trouble).toEqual([])
  })
  return {
    /** Another server process on the same database, as far as the memory can tell. */
    open,
    url: () => current(database).url,
    memory: () => current(first).memory,
    ids: () => current(first).ids,
    sealer: () => current(first).sealer,
    /** The memory of a company that no other test uses. */
    company: (): CompanyMemory => current(first).memory.of(freshCompany()),
  }
}

const current = <T>(value: T | null): T => {
  if (value === null) throw new Error('only inside a test')
  return value
}
