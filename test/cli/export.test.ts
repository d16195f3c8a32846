import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { by, newPhone, writes } from '../http/acts.ts'
import { askExport } from '../http/export-lists.ts'
import { serviceFor } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname

describe('quiero export', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const folder = mkdtempSync(join(tmpdir(), 'quiero-cli-'))
  let server: ReturnType<typeof serve> | undefined
  let url = ''

  beforeAll(async () => {
    url = await new Promise<string>((resolve) => {
      server = serve(
        { fetch: service().app.fetch, hostname: '127.0.0.1', port: 0 },
        ({ port }: AddressInfo) => resolve(`http://127.0.0.1:${port}`),
      )
    })
  })
  afterAll(async () => {
    await new Promise((resolve) => void server?.close(resolve))
    rmSync(folder, { recursive: true })
  })

  const quiero = async (key: string, ...args: readonly string[]) => {
    const child = spawn(process.execPath, [QUIERO, 'export', ...args], {
      env: { PATH: process.env['PATH'], DATA_DIR: folder, PUBLIC_URL: url, QUIERO_API_KEY: key },
    })
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ])
    return { code: code as number, out, err }
  }

  test('fetches all of it, to the output or to a file for its owner alone', async () => {
    await writes(service(), by(newPhone()), '#want')
    const key = service().keys.exports
    const whole = (await askExport(service(), 'people?format=csv')).text
    const args = ['people', '--format', 'csv']
    expect(await quiero(key, ...args)).toEqual({ code: 0, out: whole, err: '' })
    const file = join(folder, 'people.csv')
    expect(await quiero(key, ...args, '--out', file)).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(file, 'utf8')).toBe(whole)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const events = await quiero(key, 'events', '--evidence')
    expect(events.out).toBe((await askExport(service(), 'events?evidence=1')).text)
  })

  test.each([
    ['people', ['people'], /^Not allowed\. /u],
    [null, ['people'], /^QUIERO_API_KEY must be /u],
    ['exports', ['everything'], /choices are people, events/iu],
    ['exports', ['people', '--url', 'http://127.0.0.1:1'], /^It failed: /u],
  ] as const)(
    'with a key for %s, asked for %j, says why there is none',
    async (scope, args, why) => {
      const key = scope === null ? '' : service().keys[scope]
      const { code, out, err } = await quiero(key, ...args)
      expect([code, out, err]).toEqual([1, '', expect.stringMatching(why)])
    },
  )

  test('leaves no file of what broke off', async () => {
    const broken = createServer((_, answer) => {
      answer.writeHead(200, { 'content-type': 'application/x-ndjson' })
      answer.write('{"person":"per_1"}\n', () => answer.destroy())
    })
    broken.listen(0, '127.0.0.1')
    await once(broken, 'listening')
    const { port } = broken.address() as AddressInfo
    const file = join(folder, 'broken.ndjson')
    const args = ['people', '--url', `http://127.0.0.1:${port}`, '--out', file]
    const { code, err } = await quiero('qk', ...args)
    broken.close()
    expect([code, err]).toEqual([1, expect.stringMatching(/^It failed: /u)])
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
  })
})
