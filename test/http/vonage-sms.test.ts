import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { signatureOf } from '../../server/inbound/vonage-sig.ts'
import { vonageSms } from '../../server/inbound/vonage-sms.ts'
import { demoDocument, serviceFor, type Answer } from '../support/service.ts'
import { vonageToken } from './vonage-token.ts'

const SECRET = 'abcde'
const DOOR = '/webhooks/vonage-sms/demo/door'
const FORM = 'application/x-www-form-urlencoded'

type Fields = Readonly<Record<string, string>>

/** The signed text, and what is made of it: written once more, by the page and not by the code. */
const signed = (fields: Fields): string =>
  Object.keys(fields)
    .filter((name) => name !== 'sig' && fields[name]?.trim() !== '')
    .toSorted()
    .map((name) => `&${name}=${(fields[name] ?? '').replace(/[&=]/gu, '_')}`)
    .join('')

const WAYS: Readonly<Record<string, (text: string) => string>> = {
  md5hash: (text) => createHash('md5').update(`${text}${SECRET}`).digest('hex'),
  md5: (text) => createHmac('md5', SECRET).update(text).digest('hex'),
  sha1: (text) => createHmac('sha1', SECRET).update(text).digest('hex'),
  sha256: (text) => createHmac('sha256', SECRET).update(text).digest('hex'),
  sha512: (text) => createHmac('sha512', SECRET).update(text).digest('hex'),
}

const withSig = (fields: Fields, way = 'sha256'): Fields => ({
  ...fields,
  sig: WAYS[way]?.(signed(fields)) ?? '',
})

let sent = 0

const smsAt = (at: number, changed: Fields = {}): Fields => ({
  msisdn: '12015550123',
  to: '12015550199',
  messageId: `0A${String((sent += 1))}`,
  text: 'hola & adiós = 1_2',
  type: 'unicode',
  keyword: 'HOLA',
  'api-key': 'abcd1234',
  'message-timestamp': '2026-11-18 11:06:35',
  timestamp: String(Math.floor(at / 1000)),
  nonce: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
  ...changed,
})

const formOf = (fields: Fields): string => new URLSearchParams(fields).toString()

/** A service whose demo has a door of this provider; its account signs in one way. */
const doorWith = (more: Fields) => {
  const service = serviceFor({ engine: 'sqlite', secrets: { QUIERO_SECRET_SMS: SECRET } })
  beforeAll(async () => {
    await service().load({
      ...demoDocument(),
      doors: [
        {
          id: 'door',
          kind: 'vonage-sms',
          phone: '+12015550199',
          senders: ['main'],
          provider: {
            kind: 'vonage-sms',
            accountKey: 'abcd1234',
            signatureSecret: { env: 'QUIERO_SECRET_SMS' },
            ...more,
          },
        },
      ],
    })
  })
  return {
    service,
    post: (
      body: string | Uint8Array,
      headers: Fields = { 'content-type': FORM },
    ): Promise<Answer> => service().ask(DOOR, { body, headers }),
  }
}

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

describe('the signature of an SMS', () => {
  const { service, post } = doorWith({})
  const now = (): number => service().now()

  const refused = async (answer: Promise<Answer>): Promise<void> => {
    const before = await service().rows()
    expect(await answer).toMatchObject({ status: 401, problem: 'signature-not-valid' })
    expect(await service().rows()).toEqual(before)
  }

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
    ['without one', ({ sig: _, ...rest }) => formOf(rest)],
    ['with an empty one', (fields) => formOf({ ...fields, sig: '' })],
    ['with another field', (fields) => formOf({ ...fields, extra: 'x' })],
    ['without a field', ({ nonce: _, ...rest }) => formOf(rest)],
    ['with a name that comes twice', (fields) => `${formOf(fields)}&text=STOP`],
    ['with the same twice', (fields) => `${formOf(fields)}&type=unicode`],
    ['signed in another way', (fields) => formOf(withSig(fields, 'md5hash'))],
    ['of another account', (fields) => formOf(withSig({ ...fields, 'api-key': 'other' }))],
    ['of no account', ({ 'api-key': _, ...rest }) => formOf(withSig(rest))],
    ['without a time', ({ timestamp: _, ...rest }) => formOf(withSig(rest))],
    ['with a time that is none', (fields) => formOf(withSig({ ...fields, timestamp: '1e9' }))],
    ['of nothing', () => ''],
  ])('%s is refused', async (_, change) => {
    await refused(post(change(withSig(smsAt(now())))))
  })

  test('of JSON with a value that is no text is refused', async () => {
    const json = { 'content-type': 'application/json' }
    const fields = withSig(smsAt(now()))
    await refused(post(JSON.stringify({ ...fields, text: ['STOP'] }), json))
    await refused(post(JSON.stringify({ ...fields, more: null }), json))
    await refused(post('[]', json))
    await refused(post(JSON.stringify(fields)))
  })

  test.each([
    [-300, 200],
    [-301, 401],
    [300, 200],
    [302, 401],
  ])('that is %d seconds off is answered %d', async (seconds, status) => {
    const answer = await post(formOf(withSig(smsAt(now() + seconds * 1000))))
    expect(answer.status).toBe(status)
    if (status === 401) expect(answer.problem).toBe('signature-too-old')
  })

  test('is refused when any byte of the form is another and means another thing', async () => {
    const form = formOf(withSig(smsAt(now())))
    const meant = (bytes: Buffer): string =>
      JSON.stringify(
        [...new URLSearchParams(bytes.toString('utf8'))].map(([name, value]) =>
          name === 'sig' ? [name, value.toLowerCase()] : [name, value.replace(/[&=]/gu, '_')],
        ),
      )
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: form.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
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

describe('what an SMS of Vonage’s tells', () => {
  const told = (fields: Fields) => vonageSms.read({ body: Buffer.from(formOf(fields)), type: FORM })
  const sms = smsAt(0, { messageId: 'id-1' })

  test('is who, what and when', () => {
    expect(told(sms)).toEqual([
      {
        kind: 'sms',
        account: '+12015550199',
        id: 'id-1',
        phone: '+12015550123',
        text: 'hola & adiós = 1_2',
        sentAt: Date.UTC(2026, 10, 18, 11, 6, 35),
      },
    ])
  })

  test('is the same in JSON', () => {
    const body = Buffer.from(JSON.stringify(sms))
    expect(vonageSms.read({ body, type: 'application/json' })).toEqual(told(sms))
  })

  test.each([
    { type: 'binary' },
    { msisdn: 'Vonage' },
    { to: '' },
    { text: undefined },
    { messageId: undefined },
  ])('is not understood with %j', (changed) => {
    const fields = Object.entries({ ...sms, ...changed }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    )
    expect(told(Object.fromEntries(fields))).toEqual([{ kind: 'unknown' }])
  })

  test.each([
    ['delivered', '0', 'delivered', null],
    ['failed', '9', 'failed', '9'],
    ['expired', '1', 'failed', '1'],
    ['buffered', '0', 'sent', null],
  ])('is that a message was %s with %s', (status, code, ours, error) => {
    const { text: _, ...rest } = sms
    expect(told({ ...rest, status, 'err-code': code })).toMatchObject([
      { kind: 'receipt', account: '+12015550199', phone: '+12015550123', status: ours, error },
    ])
  })

  test('is not understood in JSON that only looks like one of the Messages API', () => {
    const body = Buffer.from('{"message_uuid":"x","__proto__":{"channel":"sms"}}')
    expect(vonageSms.read({ body, type: 'application/json' })).toEqual([{ kind: 'unknown' }])
  })
})
