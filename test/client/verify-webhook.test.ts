import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { verifyWebhook } from '../../client/verify-webhook.ts'

const SECRET = `whsec_${Buffer.from('of the crm'.padEnd(32, '.')).toString('base64')}`
const OTHER = `whsec_${Buffer.from('of another'.padEnd(32, '.')).toString('base64')}`
const NOW = 1_795_000_000_000
const EVENT = {
  type: 'consent.opt_out',
  timestamp: '2026-11-18T11:06:40.000Z',
  data: { event: 'evt_ñ', person: 'per_1', at: '2026-11-18T11:06:40.000Z', position: 0, act: {} },
}
const BODY = JSON.stringify(EVENT)

/** As Standard Webhooks' own library signs. */
const signed = (body = BODY, secret = SECRET, at = NOW) => ({
  'webhook-id': 'evt_1',
  'webhook-timestamp': String(Math.floor(at / 1000)),
  'webhook-signature': new Webhook(secret).sign('evt_1', new Date(at), body),
})

const check = { now: NOW }

describe('a webhook', () => {
  test('is read where the secret signed it, however its headers and its body come', async () => {
    const headers = signed()
    const title = Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value])
    expect(await verifyWebhook(BODY, headers, SECRET, check)).toEqual(EVENT)
    expect(await verifyWebhook(BODY, new Headers(headers), SECRET, check)).toEqual(EVENT)
    expect(await verifyWebhook(BODY, Object.fromEntries(title), SECRET, check)).toEqual(EVENT)
    const bytes = new TextEncoder().encode(BODY)
    expect(await verifyWebhook(bytes, headers, SECRET, check)).toEqual(EVENT)
  })

  test('is read while a secret is changed, on either side', async () => {
    const both = { ...signed() }
    both['webhook-signature'] =
      `v1a,odd v1,bad! ${signed(BODY, OTHER)['webhook-signature']} ${both['webhook-signature']}`
    expect(await verifyWebhook(BODY, both, SECRET, check)).toEqual(EVENT)
    expect(await verifyWebhook(BODY, signed(), [OTHER, SECRET], check)).toEqual(EVENT)
  })

  const { 'webhook-signature': signature } = signed()
  test.each([
    ['another secret', BODY, signed(BODY, OTHER)],
    ['another body', `${BODY} `, signed()],
    ['another id', BODY, { ...signed(), 'webhook-id': 'evt_2' }],
    ['another time', BODY, { ...signed(), 'webhook-timestamp': String(NOW / 1000 + 1) }],
    ['no signature', BODY, { ...signed(), 'webhook-signature': '' }],
    ['half a signature', BODY, { ...signed(), 'webhook-signature': signature.slice(0, 30) }],
    [
      'a signature of another kind',
      BODY,
      { ...signed(), 'webhook-signature': signature.replace('v1,', 'v2,') },
    ],
    ['no headers', BODY, {}],
  ])('with %s is not believed', async (_, body, headers) => {
    await expect(verifyWebhook(body, headers, SECRET, check)).rejects.toMatchObject({
      code: 'signature-not-valid',
      status: 401,
    })
  })

  test('of another time is not believed', async () => {
    for (const [ms, code] of [
      [-301_000, 'signature-too-old'],
      [301_000, 'signature-too-old'],
      [-299_000, null],
      [299_000, null],
    ] as const) {
      const said = await verifyWebhook(BODY, signed(BODY, SECRET, NOW + ms), SECRET, check).then(
        () => null,
        (error: { code: string }) => error.code,
      )
      expect(said).toBe(code)
    }
  })

  test('needs a secret that is one', async () => {
    await expect(verifyWebhook(BODY, signed(), '', check)).rejects.toThrow(TypeError)
    await expect(verifyWebhook(BODY, signed(), 'whsec_***', check)).rejects.toThrow(TypeError)
  })
})
