import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type Answer, type Line, openLine } from '../../bench/http.ts'
import { people } from '../../bench/people.ts'
import { requestsOf } from '../../bench/requests.ts'
import { type Service, withService } from '../../bench/service.ts'
import { openDatabase } from '../support/databases.ts'
import { PATIENCE } from './proved.ts'

const CONNECTIONS = 16

/** What came of somebody's no: an answer, or why there is none. */
type Outcome = { readonly phone: string; readonly answer: Answer | null; readonly why: string }

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** Sends one no after another on a connection of its own, until one is not answered. */
const sendNoes = async (service: Service, origin: string, of: number): Promise<Outcome[]> => {
  const line: Line = openLine()
  const outcomes: Outcome[] = []
  const { optOut } = requestsOf(service.access)
  for (const { phone } of people(100_000).slice(of * 5_000, (of + 1) * 5_000)) {
    const outcome = await line.send(origin, optOut({ phone }, { order: '1' })).then(
      (answer) => ({ phone, answer, why: '' }),
      (error: unknown) => ({ phone, answer: null, why: codeOf(error) }),
    )
    outcomes.push(outcome)
    if (outcome.answer === null) break
  }
  line.close()
  return outcomes
}

/** Opens a request for what is yet to come, and gives its answer as soon as that begins. */
const waitFor = async (
  origin: string,
  service: Service,
  query: string,
  accept: string,
): Promise<IncomingMessage> => {
  const { path, headers } = requestsOf(service.access).feed(query)
  const asked = request(new URL(path, origin), { headers: { ...headers, Accept: accept } }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return answer
}

const wholeOf = async (answer: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk)
  return text
}

/** A request of which the last byte is still to come. */
const halfSent = async (service: Service, origin: string, phone: string, agent: Agent) => {
  const {
    path,
    headers = {},
    body = '',
  } = requestsOf(service.access).optOut({ phone }, { order: '1' })
  const sent: ClientRequest = request(new URL(path, origin), {
    method: 'POST',
    agent,
    headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
  })
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>
  // Whoever waits for it hears of it all the same.
  answered.catch(() => {})
  await new Promise((resolve) => sent.write(body.slice(0, -1), resolve))
  return {
    finish: async (): Promise<IncomingMessage> => {
      sent.end(body.slice(-1))
      const [answer] = await answered
      return answer
    },
  }
}

describe.each(['sqlite', 'postgres'] as const)(
  'a server that is told to stop, on %s,',
  (engine) => {
    test('cuts nothing off and forgets nothing, under load', PATIENCE, async () => {
      await withService(openDatabase, engine, async (service) => {
        const server = await service.start()
        const connections = Array.from({ length: CONNECTIONS }, (_, of) =>
          sendNoes(service, server.url, of),
        )
        await sleep(700)
        const stream = await waitFor(server.url, service, 'after=latest', 'text/event-stream')
        const told = wholeOf(stream)
        expect(await server.stop()).toBe(true)

        expect(await told).toMatch(/^retry: \d+\n/u)
        const outcomes = (await Promise.all(connections)).flat()
        const answered = outcomes.filter(({ answer }) => answer !== null)
        expect(answered.length).toBeGreaterThan(CONNECTIONS)
        expect(new Set(answered.map(({ answer }) => answer?.status))).toEqual(new Set([201]))
        const unanswered = outcomes.filter(({ answer }) => answer === null)
        expect(unanswered.map(({ why }) => why)).toEqual(
          Array.from({ length: CONNECTIONS }, () => 'ECONNREFUSED'),
        )

        const next = await service.start()
        const line = openLine()
        const { maySend } = requestsOf(service.access)
        for (const { phone } of answered.slice(-400)) {
          const { body } = await line.send(next.url, maySend({ phone }, 'offers'))
          expect(body).toContain('"blocked"')
        }
        line.close()
        expect(await next.stop()).toBe(true)
      })
    })
  },
)

describe('a server that is told to stop', () => {
  test('waits for what it is asked, is not ready, and lets nobody in', PATIENCE, async () => {
    await withService(openDatabase, 'sqlite', async (service) => {
      const server = await service.start()
      const agent = new Agent({ keepAlive: true })
      const get = async (path: string): Promise<IncomingMessage> => {
        const asked = request(new URL(path, server.url), { agent }).end()
        const [answer] = (await once(asked, 'response')) as [IncomingMessage]
        await wholeOf(answer)
        return answer
      }
      const [someone] = people(1)
      const half = await halfSent(service, server.url, someone?.phone ?? '', agent)
      const waiting = waitFor(server.url, service, 'after=latest&wait=20', 'application/json')
      expect(await get('/readyz')).toMatchObject({ statusCode: 200 })
      await sleep(200)

      const stopped = server.stop()
      await expect.poll(() => server.printed()).toContain('Quiero ends what it is at')
      const unready = await get('/readyz')
      expect(unready.statusCode).toBe(503)
      expect(unready.headers.connection).toBe('close')
      await expect(get('/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
      expect(JSON.parse(await wholeOf(await waiting))).toMatchObject({ events: [], more: false })
      const answer = await half.finish()
      expect(answer.statusCode).toBe(201)
      expect(await stopped).toBe(true)
      expect(server.printed()).toContain('Quiero has stopped')
      agent.destroy()
    })
  })

  test('ends at once when it is told twice', PATIENCE, async () => {
    await withService(openDatabase, 'sqlite', async (service) => {
      const server = await service.start()
      const agent = new Agent({ keepAlive: true })
      const [someone] = people(1)
      const half = await halfSent(service, server.url, someone?.phone ?? '', agent)
      const stopped = server.stop()
      await expect.poll(() => server.printed()).toContain('Quiero ends what it is at')
      process.kill(server.pid, 'SIGTERM')
      expect(await stopped).toBe(false)
      await expect(half.finish()).rejects.toMatchObject({ code: 'ECONNRESET' })
      expect(server.printed()).not.toContain('Quiero has stopped')
      agent.destroy()
    })
  })
})
