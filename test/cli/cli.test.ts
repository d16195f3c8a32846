import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMemory } from '../../server/store/open-memory.ts'
import { demoDocument } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname
const KEY = '07'.repeat(32)
const SECRETS = ['QUIERO_SECRET_META', 'QUIERO_SECRET_META_VERIFY']

type Said = { readonly code: number | null; readonly out: string; readonly err: string }

/** What a refusal says: sentences on the error stream, no stack among them, and nothing that looks like an answer. */
const sentences = ({ code, out, err }: Said): string => {
  expect([code, out]).toEqual([1, ''])
  expect(err).not.toMatch(/^ +at |node:internal|\.ts:\d/mu)
  return err
}

/** Changes one row behind Quiero's back. */
const plant = (folder: string, statement: string): void => {
  const database = new Database(join(folder, 'quiero.db'))
  expect(database.prepare(statement).run().changes).toBe(1)
  database.close()
}

describe('quiero', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-cli-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const quieroWith = (
    env: Readonly<Record<string, string | undefined>>,
    ...args: readonly string[]
  ): Said => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [QUIERO, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, QUIERO_KEY: KEY, ...env },
    })
    return { code: status, out: stdout, err: stderr }
  }

  const quiero = (...args: readonly string[]): Said => quieroWith({}, ...args)

  const file = (name: string, content: unknown): string => {
    const path = join(folder, name)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }

  const create = (document: object = demoDocument()): Said =>
    quiero('company', 'create', file('company.json', document), '--secret', ...SECRETS)

  test('tells what it can do', () => {
    const { code, out } = quiero('--help')
    expect(code).toBe(0)
    const commands = [
      'backup',
      'batch',
      'company',
      'export',
      'move',
      'keys',
      'people',
      'holds',
      'replies',
      'template',
      'webhooks',
    ]
    for (const command of [...commands, 'rebuild', 'DATABASE_URL']) expect(out).toContain(command)
  })

  test.each([
    [['nonsense'], /unknown command 'nonsense'/u],
    [['company'], /Usage: quiero company/u],
    [['company', 'create'], /missing required argument 'file'/u],
    [['keys', 'create', 'demo'], /required option '--name <name>'/u],
    [['keys', 'create', 'demo', '--name', 'x', '--scope', 'all'], /choices are may-send, people/iu],
  ])('%j is answered with how it is used', (args, sentence) => {
    expect(sentences(quiero(...args))).toMatch(sentence)
  })

  test('creates a company, and stores its next document', () => {
    expect(create()).toEqual({ code: 0, out: 'demo: version 1\n', err: '' })
    const next = file('next.json', { ...demoDocument(), name: 'Café Aurora del Sur' })
    expect(quiero('company', 'put', next)).toEqual({ code: 0, out: 'demo: version 2\n', err: '' })
  })

  test('makes a key, alone on the output, that is kept nowhere', () => {
    const { code, out, err } = quiero(
      'keys',
      'create',
      'demo',
      '--name',
      'shop',
      '--scope',
      'people',
    )
    expect([code, err]).toEqual([0, 'May: people. This is the only time the key is shown.\n'])
    expect(out).toMatch(/^qk_[A-Za-z0-9_-]{32}[0-9a-f]{6}\n$/u)
    const database = new Database(join(folder, 'quiero.db'), { readonly: true })
    const rows = database.prepare<[], { scopes: string }>('select * from api_keys').all()
    database.close()
    expect(rows).toMatchObject([{ company: 'demo', name: 'shop', scopes: '["people"]' }])
    expect(JSON.stringify(rows)).not.toContain(out.trim().slice(3))
  })

  test('says of a template what is amiss, in the language asked for, and fails where it must be mended', () => {
    create({ ...demoDocument(), name: 'Café Aurora del Sur' })
    const order = {
      kind: 'utility',
      language: 'es',
      body: 'Hola, {{1}}: tu pedido {{2}} de Café Aurora del Sur ya está en camino.',
    }
    const check = (template: object, ...options: readonly string[]) =>
      quiero('template', 'check', 'demo', file('template.json', template), ...options)
    const good = { ...order, footer: 'Responde SALIR para no recibir más' }
    expect(check(good)).toEqual({ code: 0, out: 'Nothing found.\n', err: '' })
    expect(check(order)).toMatchObject({ code: 0 })
    expect(check(order).out).toMatch(/^body: should: opt-out-advised: Better say how to stop/u)
    const sells = { ...good, body: `${order.body} Hoy hay descuentos.` }
    const found = check(sells, '--language', 'pt')
    expect(found).toMatchObject({ code: 1, err: '' })
    expect(found.out).toMatch(/^body: must: promotion: Tire o que vende.*\n$/u)
    const odd = sentences(check({ ...order, language: 'fr' }))
    expect(odd).toMatch(/^Not as expected\. .*"at": "language"/su)
    expect(sentences(quiero('template', 'check', 'nobody', file('good.json', good)))).toMatch(
      /^Unknown company\. /u,
    )
  })

  test('refuses in sentences', () => {
    const countdown = { ...demoDocument(), countdown: 60 }
    expect(sentences(create(countdown))).toMatch(
      /^Document refused\. .*nothing runs out while a person decides/isu,
    )
    const odd = { ...demoDocument(), name: 'x'.repeat(301) }
    expect(sentences(create(odd))).toMatch(/^Document not as expected\. /u)
    const foreign = file('foreign.json', { ...demoDocument(), id: 'stranger' })
    expect(sentences(quiero('company', 'put', foreign))).toMatch(/^Unknown company\. /u)
    expect(sentences(quiero('company', 'create', foreign))).toMatch(/^Secret not allowed\. /u)
    expect(sentences(create({ ...demoDocument(), id: 'thief' }))).toMatch(/^Form id taken\. /u)
    expect(sentences(quiero('keys', 'create', 'nobody', '--name', 'x'))).toMatch(
      /^Unknown company\. /u,
    )
    expect(sentences(quiero('rebuild', 'nobody'))).toMatch(/^Unknown company\. /u)
  })

  test.each([
    ['a file that is not there', {}, ['company', 'put', '/nowhere.json'], /cannot be read/u],
    ['a file that is no JSON', {}, ['company', 'put', QUIERO], /The document is not JSON/u],
    ['the key of another database', { QUIERO_KEY: '08'.repeat(32) }, ['rebuild'], /QUIERO_KEY/u],
    ['a key that is none', { QUIERO_KEY: 'secret' }, ['rebuild'], /QUIERO_KEY must be 32 bytes/u],
    ['a port that is none', { PORT: 'http' }, ['rebuild'], /PORT must be/u],
    [
      'a server that does not answer',
      { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' },
      ['rebuild'],
      /^It failed: .*ECONNREFUSED/u,
    ],
    [
      'PostgreSQL without a key',
      { DATABASE_URL: 'postgres://x@127.0.0.1:1/x', QUIERO_KEY: undefined },
      ['rebuild'],
      /QUIERO_KEY/u,
    ],
    ['a folder that cannot be', { DATA_DIR: '/dev/null/data' }, ['rebuild'], /^It failed: /u],
  ])('given %s says so', (_, env, args, sentence) => {
    expect(sentences(quieroWith(env, ...args))).toMatch(sentence)
  })

  test('makes a key of its own beside the data, once, where it is given none', () => {
    const DATA_DIR = join(folder, 'fresh')
    const first = quieroWith({ DATA_DIR, QUIERO_KEY: undefined }, 'rebuild')
    expect(first).toMatchObject({ code: 0, out: 'No difference.\n' })
    expect(first.err).toContain(join(DATA_DIR, 'quiero.key'))
    expect(statSync(join(DATA_DIR, 'quiero.key')).mode & 0o777).toBe(0o600)
    expect(quieroWith({ DATA_DIR, QUIERO_KEY: undefined }, 'rebuild').err).toBe('')
    expect(existsSync(join(DATA_DIR, 'quiero.db'))).toBe(true)
  })

  describe('rebuild', () => {
    beforeAll(async () => {
      create()
      const url = join(folder, 'quiero.db')
      const key = Buffer.from(KEY, 'hex')
      const { memory, ids } = await openMemory({ url, key, now: () => 1_795_000_000_000 })
      const [yes, no] = [ids.newPerson(), ids.newPerson()]
      const moment = { clock: 'ours', receivedAt: 1_795_000_000_000 } as const
      const optOut = { kind: 'opt_out', source: 'api', senders: ['main'] } as const
      await memory.of('demo').write(async (records) => {
        for (const [person, categories] of [
          [yes, ['offers']],
          [no, null],
        ] as const) {
          const act = { ...optOut, categories }
          await records.append({ id: ids.newEvent(), person, moment, act }, { ip: '192.0.2.1' })
        }
      })
      await memory.close()
    })

    test('finds nothing in what is as the events say', () => {
      expect(quiero('rebuild')).toEqual({
        code: 0,
        out: 'demo: 2 persons, 2 events\nNo difference.\n',
        err: '',
      })
    })

    test.each([
      ['raised', "update registers set at = at + 1 where register = 'halted/main'", 'halted/main'],
      ['lost', "delete from registers where register = 'revoked/offers'", 'revoked/offers'],
    ])('reports a register that was %s, and mends it when told to', (_, statement, register) => {
      plant(folder, statement)
      const found = quiero('rebuild', 'demo')
      expect(found.code).toBe(1)
      expect(found.out).toMatch(new RegExp(`^per_[0-9a-f]{32}: register ${register}$`, 'mu'))
      expect(found.out).toContain('1 difference')
      expect(quiero('rebuild').code).toBe(1)
      expect(quiero('rebuild', '--mend')).toMatchObject({ code: 0 })
      expect(quiero('rebuild')).toMatchObject({ code: 0 })
    })

    test('reports an event that was changed, and mends nothing of it', () => {
      plant(
        folder,
        "update events set act = replace(act, 'offers', 'orders') where act like '%offers%'",
      )
      expect(quiero('rebuild').out).toMatch(/the leaf of evt_[0-9a-f]{32} is not what/u)
      quiero('rebuild', '--mend')
      expect(quiero('rebuild')).toMatchObject({ code: 1 })
    })
  })

  describe('people', () => {
    let id = ''

    beforeAll(async () => {
      create()
      const url = join(folder, 'quiero.db')
      const now = 1_600_000_000_000
      const { memory, ids } = await openMemory({
        url,
        key: Buffer.from(KEY, 'hex'),
        now: () => now,
      })
      const person = ids.newPerson()
      const moment = { clock: 'ours', receivedAt: now } as const
      const act = { kind: 'identity_conflict' } as const
      await memory
        .of('demo')
        .write((records) => records.append({ id: ids.newEvent(), person, moment, act }, null))
      await memory.close()
      id = person
    })

    test('ends a doubt once, and says so in a sentence where there is none', () => {
      const settled = quiero('people', 'settle', 'demo', id, '--note', 'asked Ana')
      expect(settled).toEqual({ code: 0, out: `${id}: settled\n`, err: '' })
      expect(sentences(quiero('people', 'settle', 'demo', id))).toMatch(/^Nothing to settle\. /u)
      expect(sentences(quiero('people', 'settle', 'nobody', id))).toMatch(/^Unknown company\. /u)
      expect(sentences(quiero('people', 'settle', 'demo', 'per_x'))).toMatch(/^Unknown person\. /u)
    })

    test('erases, and says so', () => {
      const erased = quiero('people', 'erase', 'demo', id)
      expect(erased.code).toBe(0)
      expect(erased.out).toMatch(/^per_[0-9a-f]{32}: erased \(evt_[0-9a-f]{32}\)\n$/u)
      expect(quiero('people', 'erase', 'demo', id)).toEqual(erased)
      expect(sentences(quiero('people', 'erase', 'demo', 'per_x'))).toMatch(/^Unknown person\. /u)
    })
  })
})
