import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { type Answer, type Service, serviceFor, SHOP } from '../support/service.ts'
import { ask, found, handIn, handInMessage } from './acts.ts'

/** What was typed, the part of it that no answer may repeat, and why it is refused. */
const BAD: readonly (readonly [what: string, typed: string, secret: string, problem: string])[] = [
  ['too short', '+52 55 7731', '7731', 'phone-too-short'],
  ['too long', '+52 55 7731 8842 9953', '7731', 'phone-too-long'],
  ['with letters', '55 7731 ABCD', '7731', 'phone-not-digits'],
  ['of a country that is not offered', '+49 151 77318842', '7731', 'phone-country-not-offered'],
  ['a premium number', '+1 900 773 1884', '773', 'phone-premium'],
  ['ten kilobytes of digits', '7731'.repeat(2_500), '7731', 'phone-too-long'],
  ['in HTML', '<b>+525577318842</b>', '7731', 'phone-not-digits'],
  ['with a script', '<script>alert(7731)</script>', '7731', 'phone-not-digits'],
  ['nothing', '   ', '   ', 'phone-empty'],
  ['one that no one can have', '+52 00 7731 8842', '7731', 'phone-not-valid'],
]

const toRefusal = ({ status, problem, type }: Answer) => ({ status, problem, type })

const refusal = (problem: string) => ({ status: 422, problem, type: 'application/problem+json' })

describe.each(ENGINES)('a number that is not one, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test.each(BAD)('%s, is refused without a trace', async (_, phone, secret, problem) => {
    const before = await service().rows()
    const answer = await handIn(service(), { phone })
    expect(toRefusal(answer)).toEqual(refusal(problem))
    expect(answer.text).not.toContain(secret)
    expect(await service().rows()).toEqual(before)
  })
})

type Way = (service: Service, phone: string) => Promise<Answer>

const WAYS: readonly (readonly [name: string, way: Way])[] = [
  [
    'an opt-out by form',
    (service, phone) =>
      service.ask('/v1/opt-outs', { origin: SHOP, body: { form: 'frm_demo', person: { phone } } }),
  ],
  [
    'an opt-out with a key',
    (service, phone) =>
      service.ask('/v1/opt-outs', { key: service.keys['opt-outs'], body: { person: { phone } } }),
  ],
  [
    'an opt-in with a key',
    (service, phone) =>
      service.ask('/v1/opt-ins', {
        key: service.keys['opt-ins'],
        body: { form: 'frm_demo', phone, categories: ['offers'], evidence: { order: 'A-1' } },
      }),
  ],
  ['a question', ask],
  ['a search', found],
  [
    'a message',
    (service, phone) => handInMessage(service, { from: { phone }, text: 'hola', id: 'bad-phone' }),
  ],
]

describe.each(WAYS)('%s', (_, way) => {
  const service = serviceFor({ engine: 'sqlite' })

  test.each([
    ['too short', '+52 77', '77'],
    ['letters', 'Ana 7731', 'Ana'],
    ['HTML', '<i>7731</i>', '7731'],
    ['ten kilobytes', '7731'.repeat(2_500), '7731'],
  ])('about a number that is %s is refused without a trace', async (_what, phone, secret) => {
    const before = await service().rows()
    const answer = await way(service(), phone)
    expect(answer.status).toBe(422)
    expect(answer.problem).toMatch(/^phone-|^body-not-valid$/u)
    expect(answer.text).not.toContain(secret)
    expect(await service().rows()).toEqual(before)
  })
})

describe('a number that somebody wants no messages to', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test('may be of a country that the form does not offer', async () => {
    const body = { form: 'frm_demo', person: { phone: '+49 1512 3456789' } }
    const answer = await service().ask('/v1/opt-outs', { origin: SHOP, body })
    expect(answer).toMatchObject({ status: 200 })
  })
})
