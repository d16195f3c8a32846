import { connect, type Socket } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../../server/actions/api-keys.ts'
import { isProblem } from '../../server/actions/problem.ts'
import { createCompany } from '../../server/actions/put-company.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { SECURITY_HEADERS } from '../../server/http/answer-headers.ts'
import { plainLog } from '../../server/log.ts'
import { startServer, type RunningServer } from '../../server/start.ts'
import { demoDocument, openService, PUBLIC_URL, type Service } from '../support/service.ts'

const NO_WIDGET = {
  files: { first: '', more: '', place: '', scan: '', work: '', widget: '' },
  version: 'abc123',
  integrity: 'sha384-none',
}

/** What no two answers have in common. */
const OWN_TO_EACH = ['content-security-policy', 'x-request-id']

/** Says something to a port drop by drop, and gives what comes back until the other side ends it. */
const converse = (
  port: number,
  say: (socket: Socket) => void,
): Promise<{ readonly heard: string; readonly ms: number }> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const socket = connect(port, '127.0.0.1', () => say(socket))
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (data: string) => {
      heard += data
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
    })
    socket.on('close', () => resolve({ heard, ms: performance.now() - begun }))
  })

const head = (more: readonly string[], path = '/healthz'): string =>
  [`GET ${path} HTTP/1.1`, 'Host: quiero', 'Connection: close', ...more, '', ''].join('\r\n')

const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `X-${n}: ${n}`)

describe('the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-limits-'))
  let server: RunningServer
  const said: string[] = []

  beforeAll(async () => {
    const config = readConfig({ DATA_DIR: folder, PORT: '0' })
    server = await startServer(
      config,
      undefined,
      plainLog((line) => void said.push(line)),
    )
  })

  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })

  const get = (more: readonly string[]) =>
    converse(server.port, (socket) => socket.write(head(more)))

  test('answers a request with as many headers as it reads, and refuses one with more', async () => {
    expect((await get(many(98))).heard).toMatch(/^HTTP\/1\.1 200 /u)
    const refused = (await get(many(99))).heard
    expect(refused).toMatch(/^HTTP\/1\.1 431 /u)
    expect(refused).toContain('"code":"headers-too-many"')
    expect((await get(many(900))).heard).toMatch(/^HTTP\/1\.1 431 /u)
  })

  test('refuses headers that are larger than it reads', async () => {
    expect((await get([`X-Large: ${'x'.repeat(15_000)}`])).heard).toMatch(/^HTTP\/1\.1 200 /u)
    expect((await get([`X-Large: ${'x'.repeat(17_000)}`])).heard).toMatch(/^HTTP\/1\.1 431 /u)
  })

  test('ends a connection whose headers come drop by drop', async () => {
    const drops = ['GET /healthz HTTP/1.1\r\n', 'Host: quiero\r\n', 'X: y\r\n']
    const timers: NodeJS.Timeout[] = []
    const { heard, ms } = await converse(server.port, (socket) => {
      let n = 0
      timers.push(
        setInterval(() => {
          if (socket.writable) socket.write(drops[n] ?? `X-${n}: slow\r\n`)
          n += 1
        }, 200),
      )
    })
    for (const timer of timers) clearInterval(timer)
    expect(heard).toMatch(/^HTTP\/1\.1 408 /u)
    expect(ms).toBeGreaterThan(9_000)
    expect(ms).toBeLessThan(20_000)
  }, 30_000)

  test('refuses a body that is larger than it takes, told or not', async () => {
    const told = await converse(server.port, (socket) =>
      socket.write(
        'POST /v1/may-send HTTP/1.1\r\nHost: quiero\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n',
      ),
    )
    expect(told.heard).toMatch(/^HTTP\/1\.1 413 /u)
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const untold = await converse(server.port, (socket) => {
      socket.write(
        'POST /f/frm_x/stop HTTP/1.1\r\nHost: quiero\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n',
      )
      socket.write(chunk.repeat(20))
      socket.write('0\r\n\r\n')
    })
    expect(untold.heard).toMatch(/^HTTP\/1\.1 413 /u)
  })

  test('says with every answer what it says without a network, and lets an answer’s own words stand', async () => {
    const app = createApp({ ...server.deps, widget: NO_WIDGET })
    const demo = demoDocument()
    const secrets = ['QUIERO_SECRET_META', 'QUIERO_SECRET_META_VERIFY', 'QUIERO_SECRET_BOT']
    expect(await createCompany(server.deps, demo, demo, secrets)).not.toHaveProperty('problem')
    for (const path of ['/healthz', '/v1/company', '/f/frm_no', '/n/demo/main', '/nothing']) {
      const [near, far] = await Promise.all([app.request(path), fetch(new URL(path, server.url))])
      expect(far.status).toBe(near.status)
      const told = [...near.headers].filter(([name]) => !OWN_TO_EACH.includes(name))
      expect(told.length).toBeGreaterThan(Object.keys(SECURITY_HEADERS).length)
      for (const [name, value] of told)
        expect([path, name, far.headers.get(name)]).toEqual([path, name, value])
    }
    const key = await createApiKey(server.deps, 'demo', 'crm', ['company'])
    if (isProblem(key)) throw new Error(key.problem)
    const headers = { authorization: `Bearer ${key}` }
    const document = await fetch(new URL('/v1/company', server.url), { headers })
    expect(document.status).toBe(200)
    expect(document.headers.get('ratelimit-policy')).toBe('"key";q=100000;w=60')
    expect(document.headers.get('ratelimit')).toBe('"key";r=99999;t=60')
    const page = await fetch(new URL('/n/demo/main', server.url))
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
  })

  test('calls none of this a fault of its own', () => {
    expect(said.filter((line) => line.startsWith('failed'))).toEqual([])
  })
})

describe('a body', () => {
  let service: Service
  let server: ReturnType<typeof serve>
  let port = 0

  beforeAll(async () => {
    service = await openService({ engine: 'sqlite' })
    const app = createApp({
      ...service.deps,
      publicUrl: PUBLIC_URL,
      bodyWithin: 500,
      widget: NO_WIDGET,
    })
    await new Promise<void>((resolve) => {
      server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => {
        port = info.port
        resolve()
      })
    })
  })

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    await service.close()
  })

  const slowly = (dropEvery: number) => {
    const body = JSON.stringify({ person: { phone: '+525512345678' } })
    return converse(port, (socket) => {
      socket.write(
        `POST /v1/opt-outs HTTP/1.1\r\nHost: quiero\r\nConnection: close\r\nAuthorization: Bearer ${service.keys.all}\r\nContent-Length: ${body.length}\r\n\r\n`,
      )
      let at = 0
      const timer = setInterval(() => {
        if (at >= body.length || !socket.writable) return clearInterval(timer)
        socket.write(body.slice(at, at + 8))
        at += 8
      }, dropEvery)
      socket.on('close', () => clearInterval(timer))
    })
  }

  test('that comes slowly is waited for, and one that comes drop by drop is not', async () => {
    expect((await slowly(10)).heard).toMatch(/^HTTP\/1\.1 201 /u)
    const { heard, ms } = await slowly(300)
    expect(heard).toMatch(/^HTTP\/1\.1 408 /u)
    expect(ms).toBeLessThan(3_000)
    const found = await service.ask('/v1/quality', { key: service.keys.all })
    expect(found.as<{ sources: readonly object[] }>().sources).toMatchObject([{ optOuts: 1 }])
  })
})
