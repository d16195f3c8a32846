import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../support/databases.ts'
import { demoDocument, openService, SECRETS, type Service } from '../support/service.ts'
import { by, newPhone, writes } from '../http/acts.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname
const KEY = '07'.repeat(32)

const doctor = async (env: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, [QUIERO, 'doctor'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      QUIERO_KEY: KEY,
      PUBLIC_URL: 'http://127.0.0.1:9',
      ...env,
    },
  })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part))
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part))
  const code = await new Promise((resolve) => void child.on('close', resolve))
  return { code, out, err }
}

describe('quiero doctor', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-doctor-'))
  let service: Service
  beforeAll(async () => {
    service = await openService({ engine: 'sqlite' })
  })
  afterAll(async () => {
    await service.close()
    rmSync(folder, { recursive: true })
  })

  const here = () => ({ DATABASE_URL: service.url, DATA_DIR: folder, ...SECRETS })

  test('finds all well where it is, and says so', async () => {
    const site = createServer((_, response) => response.end('ready'))
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    const PUBLIC_URL = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
    const { code, out, err } = await doctor({ ...here(), PUBLIC_URL })
    site.close()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^✓ Node 2\d\./mu)
    expect(out).toContain('✓ The key is QUIERO_KEY.')
    expect(out).toContain('✓ The database answers, and is of this release.')
    expect(out).toContain(`✓ ${PUBLIC_URL} is ready.`)
    expect(out).toContain('✓ The clock that answers at PUBLIC_URL agrees with this one.')
    expect(out).toMatch(/^✓ Company demo: version 1, all well\.$/mu)
    // Nothing is coloured where nobody looks.
    expect(out).not.toContain('\u001B')
  })

  test('finds secrets that are missing, a site without TLS, and a clock that is wrong', async () => {
    const site = createServer((_, response) =>
      response.writeHead(503, { date: new Date(0).toUTCString() }).end(),
    )
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    const { port } = site.address() as AddressInfo
    const { code, out } = await doctor({
      ...here(),
      QUIERO_SECRET_META: '',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    })
    site.close()
    expect(code).toBe(1)
    expect(out).toContain(
      '✗ Company demo: $.senders[0].provider.appSecret.env names QUIERO_SECRET_META, which is not set here.\n  → Set QUIERO_SECRET_META where the server runs.',
    )
    expect(out).toMatch(/✗ http:\S+ answers 503, and not that it is ready\./u)
    expect(out).toMatch(/✗ The clock that answers at PUBLIC_URL is \d+ seconds from this one\./u)
    const plain = await doctor({ ...here(), PUBLIC_URL: 'http://quiero.invalid' })
    expect(plain.out).toContain('✗ PUBLIC_URL is http://quiero.invalid, without TLS.')
    expect(plain.out).toContain('! http://quiero.invalid is not reached from here.')
  })

  test('finds webhooks that are gone, and letters that are dead', async () => {
    const webhook = {
      id: 'crm',
      url: 'https://crm.example/in',
      secret: { env: 'QUIERO_SECRET_META' },
    }
    await service.load({ ...demoDocument(), webhooks: [webhook] })
    await writes(service, by(newPhone()), '#want')
    const database = new Database(service.url)
    database.prepare('update webhooks set gone_url = ?, gone_at = 1').run(webhook.url)
    database.close()
    const { code, out } = await doctor(here())
    expect(code).toBe(1)
    expect(out).toContain(
      '✗ Company demo: webhook crm answered 410, and is told nothing.\n  → quiero webhooks test demo crm',
    )
    await service.load(demoDocument())
  })

  test('says what a setting should be, and which key is not the database’s', async () => {
    expect(await doctor({ ...here(), PORT: 'x' })).toMatchObject({
      code: 1,
      out: expect.stringContaining('✗ PORT must be'),
    })
    const other = await doctor({ ...here(), QUIERO_KEY: '08'.repeat(32) })
    expect(other).toMatchObject({ code: 1, err: '' })
    expect(other.out).toMatch(/✗ .*key/iu)
  })

  test('makes nothing where there is nothing, and changes no database of another release', async () => {
    const empty = join(folder, 'empty')
    const none = await doctor({ DATA_DIR: empty, QUIERO_KEY: '' })
    expect(none).toMatchObject({ code: 0, err: '' })
    expect(none.out).toContain('! There is no database yet.')
    expect(existsSync(empty)).toBe(false)
    const database = new Database(service.url)
    const rename = (from: string, to: string): void =>
      void database.prepare('update kysely_migration set name = ? where name = ?').run(to, from)
    rename('0.4.0', '9.0.0')
    const later = await doctor(here())
    rename('9.0.0', '0.4.0')
    expect(later).toMatchObject({
      code: 1,
      out: expect.stringContaining('✗ The database is of a later release (9.0.0).'),
    })
    const taken = database
      .prepare("delete from kysely_migration where name = '0.4.0' returning timestamp")
      .get() as { timestamp: string }
    const earlier = await doctor(here())
    expect(earlier.out).toContain('! The database is not of this release yet: 0.4.0 to come.')
    database.prepare("insert into kysely_migration values ('0.4.0', ?)").run(taken.timestamp)
    database.close()
  })

  test('looks at PostgreSQL and its clock, and says where none answers', async () => {
    const postgres = await openDatabase('postgres')
    const fresh = await doctor({ DATABASE_URL: postgres.url, DATA_DIR: folder })
    expect(fresh.out).toContain('! There is no database yet.')
    await postgres.drop()
    const away = await doctor({
      DATABASE_URL: 'postgres://quiero:secret@127.0.0.1:9/none',
      DATA_DIR: folder,
    })
    expect(away).toMatchObject({ code: 1, err: '' })
    expect(away.out).toContain('✗ The database does not answer (ECONNREFUSED).')
    expect(away.out).not.toContain('secret')
    const used = await openService({ engine: 'postgres' })
    const { out } = await doctor({ DATABASE_URL: used.url, DATA_DIR: folder, ...SECRETS })
    await used.close()
    expect(out).toContain('✓ The clock of the database agrees with this one.')
    expect(out).toContain('✓ Company demo: version 1, all well.')
  })

  test('says of a file that is no database what it is', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, 'no database\n'.repeat(99))
    const { code, out } = await doctor({ DATABASE_URL: file, DATA_DIR: folder })
    expect(code).toBe(1)
    expect(out).toContain('✗ The database does not answer (SQLITE_NOTADB).')
  })
})
