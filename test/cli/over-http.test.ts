import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { FeedEvent } from '../../client/answers.ts'
import { by, newPhone, writes } from '../http/acts.ts'
import { listening } from '../support/listen.ts'
import { demoDocument, serviceFor } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname

describe('quiero, over HTTP,', { timeout: 120_000 }, () => {
  const service = serviceFor({ engine: 'sqlite' })
  const url = listening(service)
  const folder = mkdtempSync(join(tmpdir(), 'quiero-cli-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const start = (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const child = spawn(process.execPath, [QUIERO, ...args], {
      env: {
        PATH: process.env['PATH'] ?? '',
        QUIERO_URL: url(),
        QUIERO_API_KEY: service().keys.all,
        ...env,
      },
    })
    const said = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said.out += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (said.err += part))
    const code = new Promise<number | null>((resolve) => void child.on('close', resolve))
    return { child, said, code }
  }

  const quiero = async (
    input: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ) => {
    const { child, said, code } = start(env, ...args)
    child.stdin.end(input)
    return { code: await code, ...said }
  }

  const CHECK = ['check', '--sender', 'main', '--category', 'offers']

  test('checks one person, and fails unless it may be sent', async () => {
    const phone = newPhone()
    const no = await quiero(`${phone}\n`, CHECK)
    expect(no.code).toBe(1)
    expect(JSON.parse(no.out)).toMatchObject({ allow: false, reason: 'never_asked' })
    await writes(service(), by(phone), '#want')
    const yes = await quiero(phone, CHECK)
    expect(yes.code).toBe(0)
    expect(JSON.parse(yes.out)).toMatchObject({ allow: true, reason: 'consented' })
    expect((await quiero('', [...CHECK, phone])).code).toBe(0)
    const email = await quiero('who@shop.example', [...CHECK, '--by', 'email'])
    expect(email).toMatchObject({ code: 1, err: '' })
  })

  test('fails, and says why, where nobody answers or nothing is understood', async () => {
    const away = await quiero(newPhone(), [...CHECK, '--url', 'http://127.0.0.1:9'])
    expect(away.code).toBe(1)
    expect(JSON.parse(away.out)).toEqual({
      allow: false,
      reason: 'no_answer',
      problem: 'unreachable',
    })
    const nobody = await quiero('nobody', CHECK)
    expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining('Not a number') })
    expect(nobody.out + nobody.err).not.toContain('nobody')
    expect(await quiero('', CHECK)).toMatchObject({ code: 1, out: '' })
    const keyless = await quiero(newPhone(), CHECK, { QUIERO_API_KEY: '' })
    expect(keyless).toMatchObject({
      code: 1,
      out: '',
      err: 'QUIERO_API_KEY must be set to an API key of the server.\n',
    })
    const wrong = await quiero(newPhone(), CHECK, { QUIERO_API_KEY: 'qk_wrong' })
    expect(wrong).toMatchObject({ code: 1, err: expect.not.stringContaining('qk_wrong') })
  })

  test('prints the events there are, and goes on where it ended', async () => {
    const cursor = join(folder, 'cursor')
    await quiero('', ['events', '--cursor', cursor])
    const before = readFileSync(cursor, 'utf8')
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    await writes(service(), by(phone), 'Salir')
    const { code, out } = await quiero('', ['events', '--cursor', cursor])
    expect(code).toBe(0)
    const events = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as FeedEvent)
    expect(events.map(({ act }) => act.kind === 'message' && act.meaning)).toEqual([
      'subscribe',
      'opt_out',
    ])
    expect(out).not.toContain(phone.slice(4))
    expect(readFileSync(cursor, 'utf8')).not.toBe(before)
    expect(await quiero('', ['events', '--cursor', cursor])).toMatchObject({ code: 0, out: '' })
  })

  test('ends without a word where nobody reads its events any more', async () => {
    for (const _ of [1, 2, 3]) await writes(service(), by(newPhone()), 'hola')
    const { child, said, code } = start({}, 'events', '--follow')
    child.stdout.once('data', () => child.stdout.destroy())
    await expect.poll(() => said.out, { timeout: 20_000 }).not.toBe('')
    await writes(service(), by(newPhone()), 'hola')
    expect({ code: await code, err: said.err }).toEqual({ code: 0, err: '' })
  })

  test('follows events until it is stopped, and leaves none out', async () => {
    const cursor = join(folder, 'follow')
    await quiero('', ['events', '--after', 'latest', '--cursor', cursor])
    const all: string[] = []
    for (const words of [['#want', 'hola'], ['Salir']]) {
      const { child, said, code } = start({}, 'events', '--follow', '--cursor', cursor)
      for (const word of words) await writes(service(), by(newPhone()), word)
      await expect
        .poll(() => said.out.split('\n').length - 1, { timeout: 20_000 })
        .toBe(words.length)
      child.kill('SIGINT')
      expect(await code).toBe(0)
      all.push(...said.out.trim().split('\n'))
    }
    const positions = all.map((line) => (JSON.parse(line) as FeedEvent).position)
    const first = positions[0] ?? 0
    expect(positions).toEqual([first, first + 1, first + 2])
  })

  test('gets and puts the key’s own company', async () => {
    const got = await quiero('', ['company', 'get', '--url', url()])
    expect(JSON.parse(got.out)).toEqual(demoDocument())
    const file = join(folder, 'company.json')
    writeFileSync(file, got.out)
    expect(await quiero('', ['company', 'put', file, '--url', url()])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^demo: version \d+\n$/u),
    })
    const other = JSON.stringify({ ...demoDocument(), id: 'other' })
    expect(await quiero(other, ['company', 'put', '-', '--url', url()])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Unknown company'),
    })
  })
})
