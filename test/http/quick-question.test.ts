import { createServer, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Answered, HttpDeps } from '../../server/http/deps.ts'
import { answerQuickly } from '../../server/http/quick-question.ts'
import { openService, PUBLIC_URL, type Service } from '../support/service.ts'
import { by, newPhone, writes } from './acts.ts'
import { type Asked, HOST, oddQuestions } from './odd-questions.ts'

const NO_WIDGET = {
  files: { first: '', more: '', place: '', scan: '', work: '', widget: '' },
  version: 'abc123',
  integrity: 'sha384-none',
}

const portOf = (server: Server): number => {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('it does not listen')
  return address.port
}

/** A server, with what it counted and told, and how often its app was asked. */
type Counting = {
  readonly server: Server
  readonly heard: Answered[]
  counted: number
  decided: number
  inApp: number
}

let service: Service
let quick: Counting
let usual: Counting
const known = newPhone()

const listening = async (
  listenerOf: (deps: HttpDeps, app: RequestListener) => RequestListener,
): Promise<Counting> => {
  const { limiter } = service.deps
  const deps: HttpDeps = {
    ...service.deps,
    publicUrl: PUBLIC_URL,
    widget: NO_WIDGET,
    onAnswered: (answered) => void counting.heard.push(answered),
    onDecision: () => void (counting.decided += 1),
    limiter: {
      take: (limit, subject) => {
        counting.counted += 1
        return limiter.take(limit, subject)
      },
    },
  }
  const listener = getRequestListener(createApp(deps).fetch)
  const app: RequestListener = (incoming, outgoing) => {
    counting.inApp += 1
    void listener(incoming, outgoing)
  }
  const server = createServer(listenerOf(deps, app))
  const counting: Counting = { server, heard: [], counted: 0, decided: 0, inApp: 0 }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return counting
}

beforeAll(async () => {
  service = await openService({ engine: 'sqlite' })
  await writes(service, by(known), '#want')
  quick = await listening(answerQuickly)
  usual = await listening((_deps, app) => app)
}, 60_000)

beforeEach(() => {
  for (const each of [quick, usual]) {
    Object.assign(each, { counted: 0, decided: 0, inApp: 0 })
    each.heard.length = 0
  }
})

afterAll(async () => {
  for (const { server } of [quick, usual]) server.close()
  await service.close()
})

/** What comes back for parts that are written one after another, the changing headers' values left out. */
const told = ({ server }: Counting, parts: readonly string[]): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(portOf(server), '127.0.0.1', async () => {
      for (const part of parts) {
        socket.write(part)
        if (parts.length > 1) await new Promise((next) => setTimeout(next, 20))
      }
    })
    socket.setNoDelay(true).setEncoding('utf8')
    socket.on('data', (data: string) => (heard += data))
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', body = ''] = heard
        .replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/u, '')
        .split('\r\n\r\n')
      const lines = head
        .split('\r\n')
        .map((line) => line.replace(/^(Date|X-Request-Id): .*/u, '$1').replace(/;r=.*/u, ''))
      resolve([...lines.toSorted(), body])
    })
  })

const request = ({ line = 'POST /v1/may-send HTTP/1.1', headers = [], body = '' }: Asked) => [
  `${line}\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers
    .map((header) => `${header}\r\n`)
    .join('')}\r\n${body}`,
]

const withKey = (key: string = service.keys['may-send']) => [HOST, `Authorization: Bearer ${key}`]
const question = (more: object = {}) =>
  JSON.stringify({ person: { phone: known }, sender: 'main', category: 'offers', ...more })

const plain = ({ heard }: Counting) =>
  heard.map((answered) => ({ ...answered, request: '', ms: 0 }))

/** Both are asked the same and answer the same; gives the answer. */
const same = async (parts: readonly string[]): Promise<readonly string[]> => {
  const [one, other] = [await told(quick, parts), await told(usual, parts)]
  expect(one).toEqual(other)
  expect(plain(quick)).toEqual(plain(usual))
  expect([quick.counted, quick.decided]).toEqual([usual.counted, usual.decided])
  return one
}

describe('a plain question', () => {
  test('is answered without the app, and as the app answers it', async () => {
    for (const more of [{}, { person: { phone: newPhone() } }, { template: 'spring' }]) {
      const lines = await same(request({ headers: withKey(), body: question(more) }))
      expect(lines).toContain('HTTP/1.1 200 OK')
      expect(lines).toContain('RateLimit: "key"')
    }
    expect([quick.inApp, usual.inApp]).toEqual([0, 3])
    expect([quick.counted, quick.decided]).toEqual([3, 3])
    expect(quick.heard).toMatchObject([
      { company: 'demo', status: 200, route: '/v1/may-send' },
      {},
      {},
    ])
  })

  test('tells each time of another request, and of what is left', async () => {
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${portOf(quick.server)}/v1/may-send`, {
        method: 'POST',
        headers: { authorization: `Bearer ${service.keys['may-send']}` },
        body: question(),
      })
      const left = /;r=(\d+);t=\d+$/u.exec(answer.headers.get('ratelimit') ?? '')?.[1]
      return { id: answer.headers.get('x-request-id'), left: Number(left) }
    }
    const [first, second] = [await ask(), await ask()]
    expect(second.left).toBe(first.left - 1)
    expect(quick.heard.map((answered) => answered.request)).toEqual([first.id, second.id])
    expect(first.id).not.toBe(second.id)
    expect(quick.inApp).toBe(0)
  })

  test('that comes in parts is the app’s', async () => {
    const [whole = ''] = request({ headers: withKey(), body: question() })
    expect(await same([whole.slice(0, -20), whole.slice(-20)])).toContain('HTTP/1.1 200 OK')
    expect(quick.inApp).toBe(1)
  })

  test('on a kept connection is answered beside what else is asked there', async () => {
    const [kept = ''] = request({ headers: withKey(), body: question() })
    const [last = ''] = request({ headers: withKey(), body: question() })
    const lines = await told(quick, [kept.replace('close', 'keep-alive') + last])
    expect(lines.join('\n')).toContain('"allow":true')
    expect(quick.heard).toHaveLength(2)
  })
})

test('a key of which too much was asked is refused by both', async () => {
  const { limiter } = service.deps
  const over = { isOver: true, rate: { points: 1, seconds: 60 }, left: 0, resetMs: 9_000 }
  let refused = 0
  const deps: HttpDeps = {
    ...service.deps,
    publicUrl: PUBLIC_URL,
    widget: NO_WIDGET,
    limiter: {
      take: async (limit) => ((refused += 1), limit === 'key' ? over : limiter.take(limit, '')),
    },
  }
  const listener = getRequestListener(createApp(deps).fetch)
  const server = createServer(answerQuickly(deps, (i, o) => void listener(i, o)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const lines = await told({ ...quick, server }, request({ headers: withKey(), body: question() }))
  server.close()
  expect(lines).toContain('HTTP/1.1 429 Too Many Requests')
  expect(lines).toContain('retry-after: 9')
  expect(refused).toBeGreaterThan(0)
})

test('whatever is asked, the answer is the app’s', async () => {
  const keys = { known: service.keys['may-send'], others: Object.values(service.keys) }
  await fc.assert(
    fc.asyncProperty(oddQuestions(keys, known), async (asked) => {
      await same(request(asked))
    }),
    { numRuns: 400 },
  )
  expect(quick.inApp).toBeLessThan(usual.inApp)
  expect(quick.inApp).toBeGreaterThan(0)
}, 60_000)
