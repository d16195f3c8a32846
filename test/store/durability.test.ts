import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openDatabase } from '../support/databases.ts'
import { KEY } from './acts.ts'

const SCRIPT = fileURLToPath(new URL('writing-process.ts', import.meta.url))
const WRITES = 50
// writing-process.ts writes in handfuls of five, and waits for each.
const COMMITS = WRITES / 5

const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0

// What SQLite says of `synchronous` is the same whether it syncs or not; only the system calls tell (style, trap 12).
test.skipIf(!canTrace)('every commit on sqlite is on disk before it is told', async () => {
  const database = await openDatabase('sqlite')
  const trace = join(dirname(database.url), 'trace')
  const command = [process.execPath, SCRIPT, database.url, KEY.toString('hex'), String(WRITES)]
  const options = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace]
  const { status } = spawnSync('strace', [...options, ...command])
  expect(status).toBe(0)
  const syncs = readFileSync(trace, 'utf8').match(/\bf(?:data)?sync\(/gu) ?? []
  expect(syncs.length).toBeGreaterThanOrEqual(COMMITS)
  await database.drop()
})
