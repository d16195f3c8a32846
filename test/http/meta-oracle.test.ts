import { verifySignature } from '@kapso/whatsapp-cloud-api/server'
import { describe, expect, test } from 'vitest'
import { whatsappCloud } from '../../server/inbound/whatsapp-cloud.ts'
import { SECRETS } from '../support/service.ts'
import { signature, text, messages, wire, wireMessage } from './meta.ts'
import { readVector, vectorNames } from './vector.ts'

const ours = (body: string, secret: string, header: string | undefined): boolean => {
  const request = {
    method: 'POST' as const,
    url: 'https://quiero.example/webhooks/whatsapp-cloud/demo/main',
    header: (name: string) => (name === 'x-hub-signature-256' ? (header ?? null) : null),
    body: Buffer.from(body),
    pathToken: null,
  }
  return whatsappCloud.verify(request, { ids: {}, secrets: { appSecret: secret } }, 0) === 'fresh'
}

const theirs = (body: string, secret: string, header: string | undefined): boolean =>
  verifySignature({
    appSecret: secret,
    rawBody: body,
    ...(header !== undefined && { signatureHeader: header }),
  })

/** Meta writes the signature in small letters; the other verifier takes capitals as well (providers section 3). */
const LAXER = ['meta-34-uppercase-hex']

const recorded = vectorNames()
  .map(readVector)
  .filter(({ provider, method }) => provider === 'meta' && method === 'POST')

/** Signed by Meta's own scheme over what people really write. */
const made = ['#want', 'ñandú 🙂', '', '/\\"', '\u0000', 'x'.repeat(100_000)].map((said) =>
  wire([messages([wireMessage(1_795_000_000_000, { from: '525512345678', ...text(said) })])]),
)

describe('the signature of a request of Meta’s', () => {
  test.each(recorded)('$id is judged as by a verifier of another hand', (vector) => {
    const { id, rawBody, secret, headers } = vector
    const body = Buffer.from(rawBody).toString()
    const header = headers['x-hub-signature-256']
    const isLaxer = LAXER.includes(id)
    expect(theirs(body, secret, header)).toBe(isLaxer || ours(body, secret, header))
    expect(isLaxer && ours(body, secret, header)).toBe(false)
  })

  test('is good for both on whatever was signed, and bad for both once a byte is another', () => {
    const secret = SECRETS.QUIERO_SECRET_META
    for (const body of made) {
      const header = signature(body)['x-hub-signature-256']
      expect([ours(body, secret, header), theirs(body, secret, header)]).toEqual([true, true])
      const other = body.replace('525512345678', '525512345679')
      expect([ours(other, secret, header), theirs(other, secret, header)]).toEqual([false, false])
      expect([ours(body, 'x', header), theirs(body, 'x', header)]).toEqual([false, false])
    }
  })

  test('is recorded in requests that are good and in requests that are not', () => {
    const verdicts = recorded.map(({ rawBody, secret, headers }) =>
      ours(Buffer.from(rawBody).toString(), secret, headers['x-hub-signature-256']),
    )
    expect(new Set(verdicts)).toEqual(new Set([true, false]))
  })
})
