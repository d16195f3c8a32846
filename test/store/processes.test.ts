import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openMemory } from '../../server/store/open-memory.ts'
import { ENGINES, openDatabase } from '../support/databases.ts'
import { phone, KEY, NOW } from './acts.ts'

const SCRIPT = fileURLToPath(new URL('writing-process.ts', import.meta.url))
const PROCESSES = 3
const WRITES = 150

describe.each(ENGINES)('processes that start at once on an empty database of %s', (engine) => {
  test('make its tables once, share it, and meet no error', { timeout: 60_000 }, async () => {
    const database = await openDatabase(engine)
    const processes = Array.from({ length: PROCESSES }, () =>
      spawn(process.execPath, [SCRIPT, database.url, KEY.toString('hex'), String(WRITES)]),
    )
    const ends = await Promise.all(processes.map(endOf))
    expect(ends).toEqual(Array.from({ length: PROCESSES }, () => ({ code: 0, said: '' })))
    const { memory } = await openMemory({ url: database.url, key: KEY, now: () => NOW })
    const company = memory.of('shared')
    const people = await company.persons(null, 100)
    // Every process met the same ten people.
    expect(people).toHaveLength(10)
    const events = await Promise.all(people.map(async (id) => (await company.recordOf(id)).events))
    expect(events.flat()).toHaveLength(PROCESSES * WRITES)
    expect((await company.whoIs(phone('+525512345610'))).registers.size).toBe(1)
    await memory.close()
    await database.drop()
  })
})

const endOf = async (child: ChildProcess) => {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [code] = await once(child, 'close')
  return { code: Number(code), said }
}
