import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { QuieroProblem } from '../../client/problem.ts'
import { Quiero } from '../../client/quiero.ts'
import {
  type HostileServer,
  type Manner,
  refuses,
  says,
  startHostileServer,
} from './hostile-server.ts'

const KEY = 'qk_a_key_that_nobody_may_see'
const PHONE = '+525512345678'
const DONE = { event: `evt_${'1'.repeat(32)}`, personId: `per_${'1'.repeat(32)}` }
const done = says(JSON.stringify(DONE), 201)
const cut: Manner = (_, __, socket) => void socket.destroy()

let server: HostileServer
let quiero: Quiero
beforeAll(async () => {
  server = await startHostileServer()
  quiero = new Quiero({ url: server.url, key: KEY, timeoutMs: 200 })
})
afterAll(() => server.close())
beforeEach(() => void server.seen.splice(0))

const stop = () => quiero.optOut({ person: { phone: PHONE } }, { giveUpAfterMs: 20_000 })
const keysSeen = () => server.seen.map(({ headers }) => headers['idempotency-key'])

describe('an act', () => {
  test('is sent again under one Idempotency-Key until it is kept', async () => {
    server.manners = [
      cut,
      says('', 502),
      refuses('unavailable', 503),
      refuses('idempotency-key-in-use', 409),
      () => {},
      done,
    ]
    expect(await stop()).toEqual(DONE)
    expect(keysSeen()).toHaveLength(6)
    expect(new Set(keysSeen())).toEqual(new Set([expect.stringMatching(/^[0-9a-f-]{36}$/u)]))
    await stop()
    expect(new Set(keysSeen()).size).toBe(2)
  })

  test('bears the Idempotency-Key that it is given', async () => {
    server.manners = [done]
    await quiero.handInMessage(
      { sender: 'main', from: { phone: PHONE }, id: 'm1' },
      { idempotencyKey: 'mine' },
    )
    expect(keysSeen()).toEqual(['mine'])
  })

  test('waits as long as the server asks for, and is not sent where that is too long', async () => {
    server.manners = [refuses('too-many-requests', 429, { 'retry-after': '1' }), done]
    const begunAt = performance.now()
    expect(await stop()).toEqual(DONE)
    expect(performance.now() - begunAt).toBeGreaterThanOrEqual(990)
    server.manners = [refuses('too-many-requests', 429, { 'retry-after': '3600' }), done]
    await expect(stop()).rejects.toMatchObject({
      code: 'too-many-requests',
      status: 429,
      retryAfterMs: 3_600_000,
    })
    expect(server.seen).toHaveLength(3)
  })

  test('that is refused is told so at once, in the server’s words', async () => {
    const document = {
      type: 'urn:quiero:problem:body-not-valid',
      title: 'Not as expected',
      status: 400,
      code: 'body-not-valid',
      detail: 'A field is missing.',
      at: 'person',
    }
    server.manners = [
      says(JSON.stringify(document), 400, 'application/problem+json; charset=utf-8'),
    ]
    const refused = await stop().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(QuieroProblem)
    expect(refused).toMatchObject({ ...document, message: 'Not as expected. A field is missing.' })
    expect(server.seen).toHaveLength(1)
  })

  test('ends with its signal, in the middle of a request and between two', async () => {
    for (const manner of [() => {}, says('', 503)] as const) {
      server.manners = [manner]
      const ending = new AbortController()
      const going = quiero.optOut({ person: { phone: PHONE } }, { signal: ending.signal })
      setTimeout(() => ending.abort(), 60)
      await expect(going).rejects.toMatchObject({ code: 'aborted' })
    }
  })
})

describe('the client', () => {
  test('puts no number in an address, and follows nobody elsewhere', async () => {
    await expect(async () => quiero.history(PHONE)).rejects.toThrow(TypeError)
    await expect(async () => quiero.person(`${DONE.personId}/../${PHONE}`)).rejects.toThrow(
      TypeError,
    )
    expect(server.seen).toEqual([])
    server.manners = [says('', 302, 'text/plain', { location: `${server.url}/elsewhere` })]
    await expect(quiero.company()).rejects.toMatchObject({ code: 'answer-not-valid', status: 302 })
    await expect(quiero.findPerson({ phone: PHONE })).rejects.toMatchObject({ status: 302 })
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1/company', '/v1/people/find'])
  })

  test('shows its key to nobody', async () => {
    server.manners = [cut]
    const lost = await quiero.company({ giveUpAfterMs: 1 }).catch((error: unknown) => error)
    const shown = [
      inspect(quiero, { depth: 9, showHidden: true }),
      JSON.stringify(quiero),
      inspect(lost, { depth: 9 }),
    ]
    for (const text of shown) expect(text).not.toContain(KEY)
    expect(() => new Quiero({ url: server.url, key: `${KEY}\n` })).toThrow(
      /^The key is no API key\.$/u,
    )
  })

  test.each(['quiero.example', 'ftp://quiero.example', '', 'https://'])(
    'refuses %j as an address',
    (url) => {
      expect(() => new Quiero({ url, key: KEY })).toThrow(TypeError)
    },
  )

  test('erases by the id alone', async () => {
    const id = `per_${'1'.repeat(32)}`
    server.manners = [cut, says(JSON.stringify({ id, event: DONE.event }))]
    expect(await quiero.erase(id)).toBe(DONE.event)
    expect(server.seen.at(-1)).toMatchObject({ method: 'DELETE', url: `/v1/people/${id}` })
    await expect(quiero.erase(PHONE)).rejects.toThrow(TypeError)
  })

  test('speaks to a server under a path', async () => {
    server.manners = [done]
    await new Quiero({ url: `${server.url}/quiero`, key: KEY }).optOut({ person: { phone: PHONE } })
    expect(server.seen.at(-1)).toMatchObject({
      method: 'POST',
      url: '/quiero/v1/opt-outs',
      headers: { authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ person: { phone: PHONE } }),
    })
  })
})
