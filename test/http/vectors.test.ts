import { describe, expect, test } from 'vitest'
import type { Meaning } from '../../consent/read-message.ts'
import type { Answer, Service } from '../support/service.ts'
import { found, history, type Who } from './acts.ts'
import {
  openFor,
  contentOf,
  firstOf,
  readVector,
  send,
  vectorNames,
  type Expected,
  type Vector,
} from './vector.ts'

const VECTORS = vectorNames().map(readVector)

const MEANS: { readonly [intent: string]: Meaning } = {
  want: 'subscribe',
  optout: 'opt_out',
  resume: 'resume',
}

/** Signatures that leave the body out: what came can only be believed because it came over TLS. */
const LEAVE_BODY_OUT = ['mailgun-hmac-sha256', 'basic', 'secret-path', 'static-header']

/** What is kept of a body that is of no concern does not count, nor what is kept of numbers and templates. */
const countsOf = async (service: Service) => {
  const { events, identities, registers, submissions } = await service.rows()
  return { events, identities, registers, submissions }
}

const expectUnheard = async (
  service: Service,
  before: Readonly<Record<string, number | undefined>>,
  { identityChange }: Expected,
): Promise<void> => {
  const { identities = 0, ...others } = before
  // Whoever has another id is known by both, so that a no under the one is a no under the other.
  const known = identityChange === undefined ? 0 : 2
  expect(await countsOf(service)).toEqual({ ...others, identities: identities + known })
}

const whoIn = ({ from, userId }: Expected): Who => from ?? { bsuid: userId ?? '' }

const expectHeard = async (service: Service, vector: Vector): Promise<void> => {
  const wanted = vector.expect
  const events = await history(service, whoIn(wanted))
  const [event] = events
  expect(events).toHaveLength(1)
  expect(event).toMatchObject(eventOf(vector))
  expect(event?.evidence?.text).toBe(wanted.intent ? (wanted.text ?? undefined) : undefined)
  // A message id is the number in base64 (style, trap 15).
  expect(JSON.stringify(events)).not.toContain('wamid')
  const people = await found(service, wanted.userId ? { bsuid: wanted.userId } : whoIn(wanted))
  expect(people.status).toBe(200)
}

const eventOf = (vector: Vector): object => ({
  act: actOf(vector),
  ...(vector.expect.eventTime !== undefined && {
    at: new Date(vector.expect.eventTime * 1000).toISOString(),
  }),
})

const actOf = ({ auth, expect: { kind, preference, intent } }: Vector): object => {
  if (kind === 'preference') return { kind: `platform_${preference?.value ?? ''}`, sender: 'main' }
  if (kind === 'optout') return { kind: 'opt_out', source: 'provider', senders: ['main'] }
  return {
    kind: 'message',
    ...(intent !== undefined && { meaning: intent ? MEANS[intent] : 'other' }),
    heardBy: LEAVE_BODY_OUT.includes(auth.scheme) ? 'secret-path' : 'signed',
  }
}

const isHeard = ({ expect: { kind, duplicate } }: Vector, { status }: Answer): boolean =>
  duplicate !== true && status === 200 && ['message', 'preference', 'optout'].includes(kind)

/** A door's code is not of this company, so it grants nothing: what was understood is read once more. */
const expectUnderstood = async (service: Service, vector: Vector): Promise<void> => {
  const { kind, content } = contentOf(vector)
  const told = await service.deps.dialects[kind]?.read(content)
  const { from, text } = vector.expect
  expect(told).toHaveLength(1)
  expect(told?.[0]).toMatchObject(
    vector.channel === 'sms' ? { kind: 'sms', phone: from, text } : { kind: 'mail', from, text },
  )
}

const expectOutcome = async (
  service: Service,
  vector: Vector,
  answer: Answer,
  before: Readonly<Record<string, number | undefined>>,
): Promise<void> => {
  if (!isHeard(vector, answer)) return expectUnheard(service, before, vector.expect)
  return vector.channel === 'whatsapp'
    ? expectHeard(service, vector)
    : expectUnderstood(service, vector)
}

test('the recorded requests are here', () => {
  expect(VECTORS).toHaveLength(59)
})

describe.each(VECTORS)('$id ($description)', (vector) => {
  const { httpStatus, contentType = '' } = vector.expect

  test('is answered and understood as it says', async () => {
    const service = await openFor(vector)
    if (vector.replayOf !== undefined) await send(service, firstOf(vector))
    const before = await countsOf(service)
    const answer = await send(service, vector)
    expect([httpStatus].flat()).toContain(answer.status)
    expect(answer.type).toContain(contentType)
    await expectOutcome(service, vector, answer, before)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(service.faults).toEqual([])
    await service.close()
  })

  const isSigned = vector.method === 'POST' && !LEAVE_BODY_OUT.includes(vector.auth.scheme)

  test.runIf(isSigned)('is refused when a byte of it is another', async () => {
    const service = await openFor(vector)
    const before = await service.rows()
    const bytes = Buffer.from(vector.rawBody)
    for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const rawBody = Buffer.from(bytes)
      rawBody[at] = (rawBody[at] ?? 0) ^ 1
      const answer = await send(service, { ...vector, rawBody })
      expect([401, 403]).toContain(answer.status)
      expect(answer.problem).toBe('signature-not-valid')
    }
    expect(await service.rows()).toEqual(before)
    await service.close()
  })
})
