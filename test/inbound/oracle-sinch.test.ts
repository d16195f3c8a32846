import { createHmac } from 'node:crypto'
import { ConversationCallbackWebhooks, SmsCallbackWebhooks } from '@sinch/sdk-core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InboundProvider, Verdict } from '../../server/inbound/provider.ts'
import { sinchSms } from '../../server/inbound/sinch-sms.ts'
import { sinch } from '../../server/inbound/sinch.ts'
import { readVector, vectorNames, type Vector } from '../http/vector.ts'
import { changed, oneByte, postOf, words } from './requests.ts'

type Headers = Readonly<Record<string, string>>

const NOW = 1_795_000_000

const verdict = (
  provider: InboundProvider,
  secret: string,
  headers: Headers,
  body: string | Uint8Array,
  now: number = NOW,
): Verdict | Promise<Verdict> =>
  provider.verify(
    postOf(body, headers),
    { ids: {}, secrets: { webhookSecret: secret } },
    now * 1000,
  )

const sdkAccepts = (secret: string, headers: Headers, body: unknown): boolean => {
  const answers = [ConversationCallbackWebhooks, SmsCallbackWebhooks].map((Webhooks) =>
    new Webhooks(secret).validateAuthenticationHeader(headers, body, '', 'POST'),
  )
  expect(new Set(answers).size).toBe(1)
  return answers[0] === true
}

const signed = (secret: string, body: string, nonce: string, timestamp: string): Headers => ({
  'x-sinch-webhook-signature-timestamp': timestamp,
  'x-sinch-webhook-signature-nonce': nonce,
  'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
  'x-sinch-webhook-signature': createHmac('sha256', secret)
    .update(`${body}.${nonce}.${timestamp}`)
    .digest('base64'),
})

const VECTORS: readonly Vector[] = vectorNames()
  .map(readVector)
  .filter(({ provider }) => provider === 'sinch' || provider === 'sinch-sms')

const PROVIDERS = [sinch, sinchSms]

const request = fc.record({
  secret: fc.string({ minLength: 1, maxLength: 40 }),
  nonce: fc.stringMatching(/^[0-9A-Z]{1,26}$/u),
  age: fc.integer({ min: -300, max: 300 }),
  text: words,
})

describe('Sinch’s own SDK', () => {
  test('has all recorded requests', () => expect(VECTORS).toHaveLength(14))

  test.each(VECTORS)(
    'says the same of $id',
    async ({ provider, secret, headers, rawBody, now }) => {
      const reader = provider === 'sinch' ? sinch : sinchSms
      const isOurs = (await verdict(reader, secret, headers, rawBody, now)) !== 'refused'
      expect(sdkAccepts(secret, headers, rawBody)).toBe(isOurs)
    },
  )

  test.each(PROVIDERS)('accepts what $kind accepts', async (provider) => {
    await fc.assert(
      fc.asyncProperty(request, async ({ secret, nonce, age, text }) => {
        const body = JSON.stringify({ message: { contact_message: { text_message: { text } } } })
        const headers = signed(secret, body, nonce, String(NOW - age))
        expect(await verdict(provider, secret, headers, body)).toBe('fresh')
        expect(sdkAccepts(secret, headers, body)).toBe(true)
        expect(await verdict(provider, `${secret}x`, headers, body)).toBe('refused')
        expect(sdkAccepts(`${secret}x`, headers, body)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  test('and we refuse a body of which any byte is another', async () => {
    await fc.assert(
      fc.asyncProperty(request, oneByte, async ({ secret, nonce, text }, change) => {
        const body = JSON.stringify({ text })
        const headers = signed(secret, body, nonce, String(NOW))
        expect(await verdict(sinch, secret, headers, changed(body, change))).toBe('refused')
      }),
      { numRuns: 500 },
    )
  })
})

describe('where Sinch’s own SDK is wrong', () => {
  const body = '{"message":{"id":"1"}}'
  const secret = 'sinch-webhook-secret-0001'

  test('it takes a signature over a missing nonce and time, which is refused', async () => {
    const signature = createHmac('sha256', secret)
      .update(`${body}.undefined.undefined`)
      .digest('base64')
    const headers = { 'x-sinch-webhook-signature': signature }
    expect(sdkAccepts(secret, headers, body)).toBe(true)
    expect(await verdict(sinch, secret, headers, body)).toBe('refused')
    const named = {
      ...headers,
      'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
      'x-sinch-webhook-signature-nonce': 'undefined',
      'x-sinch-webhook-signature-timestamp': 'undefined',
    }
    expect(await verdict(sinch, secret, named, body)).toBe('refused')
  })

  test.each([
    ['301 seconds ago', NOW - 301, 'stale'],
    ['years ago', 1_634_579_353, 'stale'],
    ['301 seconds ahead', NOW + 301, 'stale'],
    ['300 seconds ago', NOW - 300, 'fresh'],
    ['300 seconds ahead', NOW + 300, 'fresh'],
  ])('it takes a signature of %s', async (_, at, wanted) => {
    const headers = signed(secret, body, 'nonce', String(at))
    expect(sdkAccepts(secret, headers, body)).toBe(true)
    expect(await verdict(sinch, secret, headers, body)).toBe(wanted)
  })

  test.each([['no'], ['-1794999998'], ['1.795e9'], [' 1795000000'], ['9'.repeat(13)]])(
    'it takes a time that is none: "%s"',
    async (timestamp) => {
      const headers = signed(secret, body, 'nonce', timestamp)
      expect(sdkAccepts(secret, headers, body)).toBe(true)
      expect(await verdict(sinch, secret, headers, body)).toBe('refused')
    },
  )

  test('it takes any algorithm, and none', async () => {
    const headers = signed(secret, body, 'nonce', String(NOW))
    for (const algorithm of ['HmacSHA1', '', 'none']) {
      const named = { ...headers, 'x-sinch-webhook-signature-algorithm': algorithm }
      expect(sdkAccepts(secret, named, body)).toBe(true)
      expect(await verdict(sinch, secret, named, body)).toBe('refused')
    }
  })

  test('it signs what it has parsed anew, and refuses the bytes themselves', async () => {
    const printed = '{ "a": 1.0 }'
    const headers = signed(secret, printed, 'nonce', String(NOW))
    expect(sdkAccepts(secret, headers, JSON.parse(printed))).toBe(false)
    expect(sdkAccepts(secret, headers, Buffer.from(printed))).toBe(false)
    expect(await verdict(sinch, secret, headers, printed)).toBe('fresh')
  })

  test('nothing is accepted without a secret', async () => {
    const headers = signed('', body, 'nonce', String(NOW))
    expect(await verdict(sinch, '', headers, body)).toBe('refused')
  })
})
