import { createHmac } from 'node:crypto'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { Posted, WebhookPost } from '../ports.ts'
import { isPublicHost, publicLookup } from './public-address.ts'

/** How long the receiver may take, in milliseconds (Standard Webhooks advises 15 to 30 seconds). */
const TIMEOUT = 15_000

/** How webhooks are posted. Only tests and the demo let them go to this machine. */
export type WebhookPosting = { readonly mayBePrivate: boolean }

/**
 * Posts a webhook to a company, signed as Standard Webhooks says (https://www.standardwebhooks.com). It goes to an
 * address of the public Internet alone, as written, as looked up and as connected; it follows no redirect and
 * never throws.
 */
export const webhookPoster =
  ({ mayBePrivate }: WebhookPosting) =>
  async ({ url, secret, previousSecret = null, id, at, body }: WebhookPost): Promise<Posted> => {
    const target = URL.canParse(url) ? new URL(url) : null
    if (!target) return { outcome: 'later', reason: 'url-not-valid' }
    const isAllowed =
      mayBePrivate || (target.protocol === 'https:' && isPublicHost(target.hostname))
    if (!isAllowed) return { outcome: 'later', reason: 'address-not-public' }
    const key = keyOf(secret)
    if (!key) return { outcome: 'later', reason: 'secret-not-valid' }
    const timestamp = Math.floor(at / 1000)
    const previous = previousSecret === null ? null : keyOf(previousSecret)
    const signatures = [key, ...(previous ? [previous] : [])].map(
      (one) =>
        `v1,${createHmac('sha256', one).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
    )
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'Quiero',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures.join(' '),
    }
    return post(target, headers, body, mayBePrivate)
  }

/** The bytes of a secret: base64 behind `whsec_`. */
const keyOf = (secret: string): Buffer | null => {
  const text = /^(?:whsec_)?([A-Za-z0-9+/]{16,}={0,2})$/u.exec(secret)?.[1]
  return text === undefined ? null : Buffer.from(text, 'base64')
}

const post = (
  url: URL,
  headers: Readonly<Record<string, string | number>>,
  body: string,
  mayBePrivate: boolean,
): Promise<Posted> =>
  new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestSecure : requestPlain
    const outgoing = send(
      url,
      {
        method: 'POST',
        headers,
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT),
        ...(mayBePrivate ? {} : { lookup: publicLookup }),
      },
      (response) => {
        // What the receiver says is nobody's business; that it ends is.
        response.resume()
        response.once('error', () => resolve({ outcome: 'later', reason: 'connection-lost' }))
        response.once('end', () => resolve(postedAs(response.statusCode ?? 0)))
      },
    )
    outgoing.once('error', (error) => resolve({ outcome: 'later', reason: reasonOf(error) }))
    outgoing.end(body)
  })

/** 410 says that the address is gone for good (Standard Webhooks); everything else may be mended. */
const postedAs = (status: number): Posted => {
  if (status >= 200 && status < 300) return { outcome: 'taken' }
  const reason = `http_${status}`
  return status === 410 ? { outcome: 'refused', reason } : { outcome: 'later', reason }
}

const reasonOf = (error: Error): string => {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  return 'code' in error && typeof error.code === 'string' ? error.code : 'failed'
}
