import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type TestDatabase } from '../support/databases.ts'
import { demoDocument } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname

describe('quiero move and quiero backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-cli-'))
  let target: TestDatabase | undefined
  let to = ''

  const quiero = (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [QUIERO, ...args], {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        DATA_DIR: folder,
        QUIERO_KEY: '07'.repeat(32),
        ...env,
      },
    })
    return { code: status, out: stdout, err: stderr }
  }

  beforeAll(async () => {
    target = await openDatabase('postgres')
    to = target.url
    const document = join(folder, 'company.json')
    writeFileSync(document, JSON.stringify(demoDocument()))
    const secrets = ['QUIERO_SECRET_META', 'QUIERO_SECRET_META_VERIFY']
    const created = quiero({}, 'company', 'create', document, '--secret', ...secrets)
    if (created.code !== 0) throw new Error(created.err)
  })
  afterAll(async () => {
    await target?.drop()
    rmSync(folder, { recursive: true })
  })

  test('a backup opens with the same key, and takes no other’s place', () => {
    const copy = join(folder, 'copy.db')
    expect(quiero({}, 'backup', copy)).toMatchObject({ code: 0, out: '' })
    const rebuilt = quiero({ DATABASE_URL: copy }, 'rebuild')
    expect(rebuilt).toMatchObject({ code: 0, out: 'demo: 0 persons, 0 events\nNo difference.\n' })
    expect(quiero({}, 'backup', copy)).toMatchObject({
      code: 1,
      err: 'There is a file of this name already.\n',
    })
    const other = quiero({ DATABASE_URL: 'postgres://me:secret@nowhere/x' }, 'backup', `${copy}2`)
    expect(other).toMatchObject({
      code: 1,
      err: expect.stringContaining('pg_dump --format=custom'),
    })
    expect(other.err).not.toContain('secret')
    expect(existsSync(`${copy}2`)).toBe(false)
  })

  test('a move tells how many rows there were, is not done twice, and is looked over', async () => {
    const moved = quiero({}, 'move', '--to', to)
    expect(moved).toMatchObject({
      code: 0,
      err: 'Moved. Start the servers with DATABASE_URL now.\n',
    })
    expect(moved.out).toContain('companies\t1\n')
    expect(quiero({ DATABASE_URL: to }, 'rebuild')).toMatchObject({ code: 0 })
    expect(quiero({ DATABASE_URL: to }, 'move')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^The database is not empty: .*companies/u),
    })
    expect(quiero({}, 'move', '--to', to, '--check').code).toBe(0)
    const client = new Client({ connectionString: to })
    await client.connect()
    await client.query('update notices set at = at + 1')
    await client.end()
    expect(quiero({}, 'move', '--to', to, '--check')).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^They differ: notices \(\d+ rows differ, 0 are missing, 0 too many\)/u,
      ),
    })
  }, 60_000)

  test('a move needs somewhere to go', () => {
    expect(quiero({}, 'move', '--to', 'nowhere.db')).toMatchObject({
      code: 1,
      err: '--to must be a database to move into: postgres://…\n',
    })
    expect(quiero({}, 'move', '--help').out).toContain('Stop the servers')
  })
})
