import { assert, asyncProperty, integer, nat } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signatureOf } from '../../server/inbound/vonage-sig.ts'
import type { Answer } from '../support/service.ts'
import {
  DOOR,
  doorWith,
  formOf,
  SECRET,
  smsAt,
  WAYS,
  without,
  withSig,
  type Fields,
} from './vonage-fields.ts'
import { vonageToken } from './vonage-token.ts'

// The examples of vonage-java-sdk's RequestSigningTest: secret "abcde", time 2100.
const EXAMPLES: readonly (readonly [way: string, b: string, sig: string])[] = [
  ['md5hash', 'bananas', '7d43241108912b32cc315b48ce681acf'],
  ['md5', 'bananas', 'e0afe267aefd6dd18a848c1681517a19'],
  ['sha1', 'bananas', 'b7f749de27b4adcf736cc95c9a7e059a16c85127'],
  ['sha256', 'bananas', '8d1b0428276b6a070578225914c3502cc0687a454dfbbbb370c76a14234cb546'],
  [
    'sha512',
    'bananas',
    '1c834a1f6a377d4473971387b065cb38e2ad6c4869ba77b7b53e207a344e87ba04b456dfc697b371a2d1ce476d01dafd4394aa97525eff23badad39d2389a710',
  ],
  ['md5hash', '', 'a3368bf718ba104dcb392d8877e8eb2b'],
  ['md5hash', ' \t', 'a3368bf718ba104dcb392d8877e8eb2b'],
]

test.each(EXAMPLES)('Vonage’s own example for %s with %j', (way, b, sig) => {
  const fields = new Map([
    ['timestamp', '2100'],
    ['b', b],
    ['sig', 'anything'],
    ['a', 'alphabet'],
  ])
  expect(signatureOf(fields, SECRET, way)).toBe(sig)
})

/** What a form means to the signature, which is the same in several spellings. */
const meant = (bytes: Buffer): string =>
  JSON.stringify(
    [...new URLSearchParams(bytes.toString('utf8'))].map(([name, value]) =>
      name === 'sig' ? [name, value.toLowerCase()] : [name, value.replace(/[&=]/gu, '_')],
    ),
  )

describe('the signature of an SMS', () => {
  const { service, post } = doorWith({})
  const now = (): number => service().now()

  /** How a request is answered, and whether it left anything behind. */
  const outcomeOf = async (answer: Promise<Answer>) => {
    const before = await service().rows()
    const { status, problem } = await answer
    const after = await service().rows()
    return { status, problem, isTraced: JSON.stringify(after) !== JSON.stringify(before) }
  }
  const REFUSED = { status: 401, problem: 'signature-not-valid', isTraced: false }

  test('is taken from a form, from JSON and from a query', async () => {
    const json = { 'content-type': 'application/json; charset=utf-8' }
    expect((await post(formOf(withSig(smsAt(now()))))).status).toBe(200)
    expect((await post(JSON.stringify(withSig(smsAt(now()))), json)).status).toBe(200)
    const got = await service().ask(`${DOOR}?${formOf(withSig(smsAt(now())))}`)
    expect(got).toMatchObject({ status: 200, text: '' })
  })

  test('is taken in capitals', async () => {
    const fields = withSig(smsAt(now()))
    const sig = fields['sig']?.toUpperCase() ?? ''
    expect((await post(formOf({ ...fields, sig }))).status).toBe(200)
  })

  test.each<[string, (fields: Fields) => string]>([
    ['without one', (fields) => formOf(without('sig', fields))],
    ['with an empty one', (fields) => formOf({ ...fields, sig: '' })],
    ['with another field', (fields) => formOf({ ...fields, extra: 'x' })],
    ['without a field', (fields) => formOf(without('nonce', fields))],
    ['with a name that comes twice', (fields) => `${formOf(fields)}&text=STOP`],
    ['with the same twice', (fields) => `${formOf(fields)}&type=unicode`],
    ['signed in another way', (fields) => formOf(withSig(fields, 'md5hash'))],
    ['of another account', (fields) => formOf(withSig({ ...fields, 'api-key': 'other' }))],
    ['of no account', (fields) => formOf(withSig(without('api-key', fields)))],
    ['without a time', (fields) => formOf(withSig(without('timestamp', fields)))],
    ['with a time that is none', (fields) => formOf(withSig({ ...fields, timestamp: '1e9' }))],
    ['of nothing', () => ''],
  ])('%s is refused', async (_, change) => {
    expect(await outcomeOf(post(change(withSig(smsAt(now())))))).toEqual(REFUSED)
  })

  test('of JSON with a value that is no text is refused', async () => {
    const json = { 'content-type': 'application/json' }
    const fields = withSig(smsAt(now()))
    expect(await outcomeOf(post(JSON.stringify({ ...fields, text: ['STOP'] }), json))).toEqual(
      REFUSED,
    )
    expect(await outcomeOf(post(JSON.stringify({ ...fields, more: null }), json))).toEqual(REFUSED)
    expect(await outcomeOf(post('[]', json))).toEqual(REFUSED)
    expect(await outcomeOf(post(JSON.stringify(fields)))).toEqual(REFUSED)
  })

  test.each([
    [-300, 200, null],
    [-301, 401, 'signature-too-old'],
    [300, 200, null],
    [302, 401, 'signature-too-old'],
  ])('that is %d seconds off is answered %d', async (seconds, status, problem) => {
    const answer = await post(formOf(withSig(smsAt(now() + seconds * 1000))))
    expect(answer).toMatchObject({ status, problem })
  })

  test('is refused when any byte of the form is another and means another thing', async () => {
    const form = formOf(withSig(smsAt(now())))
    await assert(
      asyncProperty(
        nat({ max: form.length - 1 }),
        integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const bytes = Buffer.from(form)
          bytes[at] = (bytes[at] ?? 0) ^ mask
          const isSame = meant(bytes) === meant(Buffer.from(form))
          expect((await post(bytes)).status).toBe(isSame ? 200 : 401)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe.each(Object.keys(WAYS))('an account that signs by %s', (way) => {
  const { service, post } = doorWith({ signatureMethod: way })

  test.each(Object.keys(WAYS))('is told in %s', async (other) => {
    const { status } = await post(formOf(withSig(smsAt(service().now()), other)))
    expect(status).toBe(other === way ? 200 : 401)
  })
})

describe('an account that signs in a way that is not known', () => {
  const { service, post } = doorWith({ signatureMethod: 'SHA-256' })

  test('is refused', async () => {
    expect((await post(formOf(withSig(smsAt(service().now()))))).status).toBe(401)
  })
})

describe('an SMS through the Messages API', () => {
  const { service, post } = doorWith({ applicationId: 'app-1' })
  const body = JSON.stringify({
    channel: 'sms',
    message_uuid: 'aaaaaaaa-bbbb-4ccc-8ddd-000000000007',
    to: '12015550199',
    from: '12015550123',
    timestamp: '2026-11-18T11:06:38.000Z',
    message_type: 'text',
    text: '#want',
  })

  test.each([
    ['our application', 'app-1', 200],
    ['another application', 'app-2', 401],
  ])('is signed for %s', async (_, application_id, status) => {
    const proof = { secret: SECRET, at: service().now() }
    const answer = await post(body, vonageToken(body, proof, { claims: { application_id } }))
    expect(answer.status).toBe(status)
  })

  test('that comes unsigned is asked for again, signed', async () => {
    expect((await post(body, {})).status).toBe(503)
  })
})
