import type { WebhookEvent } from './answers.ts'
import { QuieroProblem } from './problem.ts'

/** The headers of a request, as a `Headers` or as Node has them. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | { readonly [name: string]: string | readonly string[] | undefined }

/** How a webhook is checked. */
export type WebhookCheck = {
  /** How old a signature may be, and how far ahead, in seconds: 300 unless told otherwise. */
  readonly toleranceSeconds?: number | undefined
  /** What the time is, in milliseconds, where the clock is not to be asked. */
  readonly now?: number | undefined
}

/**
 * Checks the Standard Webhooks signature of what Quiero has posted to you, in constant time, and gives what it says.
 * Hand in the body as it came, byte for byte. Throws a QuieroProblem (`signature-not-valid`, `signature-too-old`)
 * where nothing in it may be believed. The same event may come twice, under the same `webhook-id`.
 */
export const verifyWebhook = async (
  body: string | Uint8Array<ArrayBuffer>,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now() }: WebhookCheck = {},
): Promise<WebhookEvent> => {
  const id = headerIn(headers, 'webhook-id')
  const timestamp = headerIn(headers, 'webhook-timestamp')
  if (!/^\d{1,12}$/u.test(timestamp) || id === '') throw notSigned()
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const head = new TextEncoder().encode(`${id}.${timestamp}.`)
  const signed = new Uint8Array(head.length + bytes.length)
  signed.set(head)
  signed.set(bytes, head.length)
  const signatures = signaturesIn(headerIn(headers, 'webhook-signature'))
  const keys = await Promise.all((typeof secret === 'string' ? [secret] : secret).map(keyOf))
  const checks = keys.flatMap((key) =>
    signatures.map((signature) => crypto.subtle.verify('HMAC', key, signature, signed)),
  )
  if (!(await Promise.all(checks)).includes(true)) throw notSigned()
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) {
    throw new QuieroProblem({
      code: 'signature-too-old',
      status: 401,
      title: 'Signed at another time',
      detail: 'The signature is too old, or a clock is wrong.',
    })
  }
  return eventIn(new TextDecoder().decode(bytes))
}

const notSigned = (): QuieroProblem =>
  new QuieroProblem({
    code: 'signature-not-valid',
    status: 401,
    title: 'Not signed',
    detail: 'The signature is missing, or none of the secrets made it.',
  })

const headerIn = (headers: WebhookHeaders, name: string): string => {
  const value = typeof headers.get === 'function' ? headers.get(name) : headerOf(headers, name)
  return typeof value === 'string' ? value : ''
}

const headerOf = (headers: object, name: string): unknown =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

/** Those of the one version that there is. */
const signaturesIn = (header: string): readonly Uint8Array<ArrayBuffer>[] =>
  header
    .split(' ')
    .slice(0, 20)
    .flatMap((word) => {
      const bytes = word.startsWith('v1,') ? bytesIn(word.slice(3)) : null
      return bytes ? [bytes] : []
    })

const keyOf = async (secret: string): Promise<CryptoKey> => {
  const bytes = bytesIn(secret.replace(/^whsec_/u, ''))
  if (!bytes || bytes.length === 0) throw new TypeError('A secret is whsec_ and base64.')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
}

const bytesIn = (base64: string): Uint8Array<ArrayBuffer> | null => {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

const eventIn = (text: string): WebhookEvent => JSON.parse(text)
