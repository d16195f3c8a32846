import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoDocument } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname
const SECRET = 'QUIERO_SECRET_CRM'
const EVENT = '0193'.padEnd(32, '0')

describe('quiero webhooks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-cli-webhooks-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const quiero = (...args: readonly string[]) => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: folder,
      QUIERO_KEY: '07'.repeat(32),
      [SECRET]: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    }
    const said = spawnSync(process.execPath, [QUIERO, ...args], { encoding: 'utf8', env })
    return { code: said.status, out: said.stdout, err: said.stderr }
  }

  beforeAll(() => {
    const document = {
      ...demoDocument(),
      webhooks: [{ id: 'crm', url: 'http://127.0.0.1:1/in', secret: { env: SECRET } }],
    }
    const path = join(folder, 'company.json')
    writeFileSync(path, JSON.stringify(document))
    const secrets = ['QUIERO_SECRET_META', 'QUIERO_SECRET_META_VERIFY', SECRET]
    const { code, err } = quiero('company', 'create', path, '--secret', ...secrets)
    if (code !== 0) throw new Error(err)
    const database = new Database(join(folder, 'quiero.db'))
    database
      .prepare(
        `insert into deliveries (company, webhook, event, person, position, queued_at, next_at, tries, lease_until, reason, dead_at)
        values ('demo', 'crm', ?, ?, 0, 0, 0, 99, 0, 'http_503', 1795000000000)`,
      )
      .run(Buffer.from(EVENT, 'hex'), Buffer.alloc(16))
    database.close()
  }, 60_000)

  test('lists each with what waits for it, and what it never took', () => {
    expect(quiero('webhooks', 'list', 'demo')).toEqual({
      code: 0,
      out: 'crm\thttp://127.0.0.1:1/in\t0 behind\t0 waiting\t1 dead\n',
      err: '',
    })
    expect(quiero('webhooks', 'dead', 'demo', 'crm').out).toBe(
      `evt_${EVENT}\thttp_503\t99 tries\t2026-11-18T11:06:40.000Z\n`,
    )
  })

  test('tests one, which goes to no address inside', () => {
    expect(quiero('webhooks', 'test', 'demo', 'crm')).toMatchObject({
      code: 1,
      out: 'not taken: address-not-public\n',
    })
  })

  test('tells one again, and says how much', () => {
    const replay = (...args: readonly string[]) =>
      quiero('webhooks', 'replay', 'demo', 'crm', ...args)
    expect(replay('--event', `evt_${'f'.repeat(32)}`).out).toBe('0 again\n')
    expect(replay('--event', `evt_${EVENT}`).out).toBe('1 again\n')
    expect(replay().out).toBe('0 again\n')
    expect(replay('--after', 'latest').out).toBe('0 again\n')
    expect(quiero('webhooks', 'list', 'demo').out).toContain('\t1 waiting\t0 dead\n')
  })

  test('refuses in sentences', () => {
    for (const [args, sentence] of [
      [['list', 'nobody'], /^Unknown company\. /u],
      [['dead', 'demo', 'nobody'], /^Unknown webhook\. /u],
      [['test', 'demo', 'nobody'], /^Unknown webhook\. /u],
      [['replay', 'demo', 'crm', '--after', 'made.up'], /^Not a cursor of this feed\. /u],
    ] as const) {
      const { code, out, err } = quiero('webhooks', ...args)
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(sentence)
    }
  })
})
