import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { validateRequest, validateRequestWithBody } from 'twilio'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, test } from 'vitest'
import type { InboundProvider, Verdict } from '../../server/inbound/provider.ts'
import { twilioSms } from '../../server/inbound/twilio-sms.ts'
import { twilio } from '../../server/inbound/twilio.ts'
import { readVector, vectorNames, type Vector } from '../http/vector.ts'
import { changed, oneByte, postOf, words } from './requests.ts'

const FORM = 'application/x-www-form-urlencoded; charset=UTF-8'
const TOKEN = '12345678901234567890123456789012'

const verdict = (
  provider: InboundProvider,
  url: string,
  signature: string,
  body: string | Uint8Array,
  type = FORM,
  token = TOKEN,
): Verdict | Promise<Verdict> =>
  provider.verify(
    postOf(body, { 'x-twilio-signature': signature, 'content-type': type }, url),
    { ids: {}, secrets: { authToken: token } },
    0,
  )

type Params = { readonly [name: string]: string | string[] }

const paramsIn = (body: string | Uint8Array): Params => {
  const fields = new URLSearchParams(Buffer.from(body).toString())
  return Object.fromEntries(
    [...fields.keys()].map((name) => {
      const values = fields.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}

const VECTORS: readonly Vector[] = vectorNames()
  .map(readVector)
  .filter(({ provider }) => provider === 'twilio')

const sdkAccepts = ({ headers, rawBody, secret, auth: { url = '' } }: Vector): boolean => {
  const signature = headers['x-twilio-signature'] ?? ''
  return url.includes('bodySHA256')
    ? validateRequestWithBody(secret, signature, url, Buffer.from(rawBody).toString())
    : validateRequest(secret, signature, url, paramsIn(rawBody))
}

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,20}$/u).filter((one) => one !== 'bodySHA256')

const addresses = fc
  .record({
    scheme: fc.constantFrom('https', 'http'),
    port: fc.constantFrom('', ':443', ':80', ':8443'),
    path: fc.constantFrom('/', '/webhooks/twilio', '/webhooks/twilio/demo/main', '/a%20b/c'),
    query: fc.array(fc.tuple(name, words), { maxLength: 3 }),
  })
  .map(({ scheme, port, path, query }) => {
    const pairs = query.map((pair) => pair.map(encodeURIComponent).join('='))
    const rest = pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
    return { url: `${scheme}://quiero.example${port}${rest}`, scheme, rest }
  })

const form = fc
  .array(fc.tuple(name, fc.oneof(words, fc.constant(''))), { minLength: 1, maxLength: 12 })
  .map((fields) => new URLSearchParams(fields).toString())

describe('Twilio’s own SDK', () => {
  test('has all recorded requests', () => expect(VECTORS).toHaveLength(7))

  test.each(VECTORS)('says the same of $id', async (vector) => {
    const { rawBody, headers, secret, auth, channel } = vector
    const provider = channel === 'sms' ? twilioSms : twilio
    const signature = headers['x-twilio-signature'] ?? ''
    const type = headers['content-type'] ?? ''
    const ours = await verdict(provider, auth.url ?? '', signature, rawBody, type, secret)
    expect(sdkAccepts(vector)).toBe(ours === 'fresh')
  })

  test('accepts every form that we accept, whatever it holds and wherever it goes', async () => {
    await fc.assert(
      fc.asyncProperty(addresses, form, async ({ url }, body) => {
        const params = paramsIn(body)
        const signature = getExpectedTwilioSignature(TOKEN, url, params)
        expect(await verdict(twilio, url, signature, body)).toBe('fresh')
        expect(validateRequest(TOKEN, signature, url, params)).toBe(true)
        expect(await verdict(twilio, url, signature, body, FORM, 'another')).toBe('refused')
        expect(validateRequest('another', signature, url, params)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('takes the same spellings of an address as we do', async () => {
    await fc.assert(
      fc.asyncProperty(addresses, form, async ({ url, scheme, rest }, body) => {
        const params = paramsIn(body)
        for (const host of ['quiero.example', 'quiero.example:443', 'other.example']) {
          const signature = getExpectedTwilioSignature(TOKEN, `${scheme}://${host}${rest}`, params)
          const isAccepted = validateRequest(TOKEN, signature, url, params)
          expect((await verdict(twilio, url, signature, body)) === 'fresh').toBe(isAccepted)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('takes a query that Twilio wrote in its older way, as we do', async () => {
    const url = "https://quiero.example/webhooks?name=O'Neil&x=a%20b"
    const asCame = 'https://quiero.example/webhooks?name=O%27Neil&x=a%20b'
    const signature = getExpectedTwilioSignature(TOKEN, url, { Body: 'stop' })
    expect(validateRequest(TOKEN, signature, asCame, { Body: 'stop' })).toBe(true)
    expect(await verdict(twilio, asCame, signature, 'Body=stop')).toBe('fresh')
  })

  test('accepts every JSON that we accept, and no byte of it may be another', async () => {
    await fc.assert(
      fc.asyncProperty(words, oneByte, async (text, change) => {
        const body = JSON.stringify({ data: { body: text } })
        const hash = createHash('sha256').update(body).digest('hex')
        const url = `https://quiero.example/webhooks?bodySHA256=${hash}`
        const signature = getExpectedTwilioSignature(TOKEN, url, {})
        expect(await verdict(twilio, url, signature, body, 'application/json')).toBe('fresh')
        expect(validateRequestWithBody(TOKEN, signature, url, body)).toBe(true)
        const other = changed(body, change)
        expect(await verdict(twilio, url, signature, other, 'application/json')).toBe('refused')
        expect(await verdict(twilio, url, signature, other)).toBe('refused')
      }),
      { numRuns: 200 },
    )
  })
})

describe('a form signed by Twilio', () => {
  const url = 'https://quiero.example/webhooks/twilio'

  // The signature is over what the fields say: `%2B` and `%2b` say the same.
  test('is refused when a byte of it is another, unless it says the same', async () => {
    let refusals = 0
    await fc.assert(
      fc.asyncProperty(form, oneByte, async (body, change) => {
        const signature = getExpectedTwilioSignature(TOKEN, url, paramsIn(body))
        const other = changed(body, change)
        const saysTheSame = JSON.stringify(paramsIn(other)) === JSON.stringify(paramsIn(body))
        const wanted = saysTheSame ? 'fresh' : 'refused'
        expect(await verdict(twilio, url, signature, other)).toBe(wanted)
        refusals += Number(!saysTheSame)
      }),
      { numRuns: 1_000 },
    )
    expect(refusals).toBeGreaterThan(900)
  })

  test('takes part with its empty fields, and with each value of a name once', async () => {
    const body = 'Body=&Tag=b&Tag=a&Tag=b'
    const signature = getExpectedTwilioSignature(TOKEN, url, { Body: '', Tag: ['b', 'a', 'b'] })
    expect(await verdict(twilio, url, signature, body)).toBe('fresh')
    expect(await verdict(twilio, url, signature, 'Tag=a&Tag=b&Body=')).toBe('fresh')
    expect(await verdict(twilio, url, signature, 'Tag=a&Tag=b')).toBe('refused')
    expect(await verdict(twilio, url, signature, 'Tag=a&Body=')).toBe('refused')
  })

  test('is not JSON that no hash speaks for, which the SDK takes for an empty form', async () => {
    const signature = getExpectedTwilioSignature(TOKEN, url, {})
    expect(validateRequest(TOKEN, signature, url, {})).toBe(true)
    const body = '{"type":"com.twilio.messaging.inbound-message.received"}'
    expect(await verdict(twilio, url, signature, body, 'application/json')).toBe('refused')
  })

  test('is not accepted without a token', async () => {
    const signature = getExpectedTwilioSignature('', url, { Body: 'stop' })
    expect(await verdict(twilio, url, signature, 'Body=stop', FORM, '')).toBe('refused')
  })
})
