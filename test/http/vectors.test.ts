import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Meaning } from '../../consent/read-message.ts'
import { type Answer, demoDocument, openService, type Service } from '../support/service.ts'
import { found, history, type Who } from './acts.ts'
import { WEBHOOK } from './meta.ts'

/** A recorded request of Meta's, and what must come of it. */
type Vector = {
  readonly id: string
  readonly description: string
  readonly method: 'GET' | 'POST'
  readonly path_hint: string
  readonly headers: Readonly<Record<string, string>>
  readonly rawBody: string
  readonly now: number
  readonly replayOf?: string
  readonly expect: Expected
}

type Expected = {
  readonly kind: 'message' | 'preference' | 'status' | 'quality' | 'ignored'
  readonly from: string | null
  readonly text: string | null
  readonly providerMessageId: string | null
  readonly httpStatus: number | readonly number[]
  readonly intent?: 'want' | 'optout' | 'resume' | null
  readonly userId?: string
  readonly preference?: { readonly value: 'stop' | 'resume' }
  readonly eventTime?: number
  readonly contentType?: string
}

const FOLDER = new URL('vectors/', import.meta.url)

const read = (id: string): Vector =>
  JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER), 'utf8')) as Vector

const VECTORS = readdirSync(FOLDER)
  .filter((file) => file.startsWith('meta-'))
  .map((file) => read(file.replace('.json', '')))

const MEANS: { readonly [intent: string]: Meaning } = {
  want: 'subscribe',
  optout: 'opt_out',
  resume: 'resume',
}

const send = (service: Service, { method, path_hint, headers, rawBody }: Vector): Promise<Answer> =>
  service.ask(`${WEBHOOK}${/\?.*$/u.exec(path_hint)?.[0] ?? ''}`, {
    method,
    headers,
    ...(method === 'POST' ? { body: rawBody } : {}),
  })

/** The demo as the vectors want it: with the sender's `cancelar` switch on. */
const openAt = async (now: number): Promise<Service> => {
  const service = await openService({ engine: 'sqlite', now: now * 1000 })
  const demo = demoDocument()
  const senders = demo.senders.map((sender) => ({ ...sender, alsoStopOn: ['cancelar'] }))
  await service.load({ ...demo, senders })
  return service
}

/** What is kept of a body that is of no concern does not count. */
const countsOf = async (service: Service) => ({ ...(await service.rows()), inbox: 0 })

const whoIn = ({ from, userId }: Expected): Who => from ?? { bsuid: userId ?? '' }

const expectUnheard = async (service: Service, before: object): Promise<void> => {
  expect(await countsOf(service)).toEqual(before)
}

const expectHeard = async (service: Service, wanted: Expected): Promise<void> => {
  const events = await history(service, whoIn(wanted))
  const [event] = events
  expect(events).toHaveLength(1)
  expect(event).toMatchObject(eventOf(wanted))
  expect(event?.evidence?.text).toBe(wanted.intent ? wanted.text : undefined)
  // A message id is the number in base64 (style, trap 15).
  expect(JSON.stringify(events)).not.toContain('wamid')
  const people = await found(service, wanted.userId ? { bsuid: wanted.userId } : whoIn(wanted))
  expect(people.status).toBe(200)
}

const eventOf = ({ kind, preference, intent, eventTime }: Expected): object => ({
  act:
    kind === 'preference'
      ? { kind: `platform_${preference?.value ?? ''}`, sender: 'main' }
      : { kind: 'message', meaning: intent ? MEANS[intent] : 'other', heardBy: 'signed' },
  ...(eventTime !== undefined && { at: new Date(eventTime * 1000).toISOString() }),
})

test('the recorded requests are here', () => {
  expect(VECTORS).toHaveLength(15)
})

describe.each(VECTORS)('$id ($description)', (vector) => {
  const { kind, httpStatus } = vector.expect

  test('is answered and understood as it says', async () => {
    const service = await openAt(vector.now)
    if (vector.replayOf !== undefined) await send(service, read(vector.replayOf))
    const before = await countsOf(service)
    const answer = await send(service, vector)
    expect([httpStatus].flat()).toContain(answer.status)
    expect(answer.type).toContain(vector.expect.contentType ?? '')
    const isHeard = answer.status === 200 && ['message', 'preference'].includes(kind)
    await (isHeard ? expectHeard(service, vector.expect) : expectUnheard(service, before))
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(service.faults).toEqual([])
    await service.close()
  })

  test.runIf(vector.method === 'POST')('is refused when a byte of it is another', async () => {
    const service = await openAt(vector.now)
    const before = await service.rows()
    const answer = await send(service, { ...vector, rawBody: `${vector.rawBody} ` })
    expect(answer).toMatchObject({ status: 401, problem: 'signature-not-valid' })
    expect(await service.rows()).toEqual(before)
    await service.close()
  })
})
