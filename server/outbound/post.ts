import type { Outcome } from '../../consent/outgoing.ts'
import { providerCode } from '../../consent/provider-code.ts'

/** How long a provider may take over one request, from the first byte to the last, in milliseconds. */
export const TIMEOUT = 15_000

// What is read of an answer; no provider's is a tenth of it.
const LONGEST_ANSWER = 64 * 1024
const LONGEST_RETRY_AFTER = 24 * 60 * 60 * 1000

/** A request to a provider. */
export type Posting = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or a form. */
  readonly body: object | URLSearchParams
  readonly timeoutMs: number
}

/** What came back, or that nothing did. `unsent`: there was no connection, so that nothing was taken. */
export type Answer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly json: unknown
      readonly retryAfterMs: number | null
    }
  | { readonly kind: 'unsent'; readonly reason: string }
  | { readonly kind: 'lost'; readonly reason: string }

/** Posts once. It never follows a redirect and never throws. */
export const post = async ({ url, headers, body, timeoutMs }: Posting): Promise<Answer> => {
  const isForm = body instanceof URLSearchParams
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        Accept: 'application/json',
        // A connection that was kept may be closed as we write, and then nobody knows what was taken.
        Connection: 'close',
        ...headers,
      },
      body: isForm ? body.toString() : JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return {
      kind: 'answered',
      status: response.status,
      json: await jsonIn(response),
      retryAfterMs: retryAfterIn(response.headers.get('retry-after'), response.headers.get('date')),
    }
  } catch (error) {
    const code = codeOf(error)
    return { kind: UNSENT.has(code) ? 'unsent' : 'lost', reason: code }
  }
}

/** What ends a request before any of it can have gone out. */
const UNSENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'failed'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return typeof code === 'string' ? code : 'failed'
}

/** The JSON of an answer; null where it is none, or too long to be one. What is not read is let go. */
const jsonIn = async (response: Response): Promise<unknown> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > LONGEST_ANSWER) return null
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return null
  }
}

/** `Retry-After` in milliseconds: seconds, or a date by the provider's own clock (RFC 9110 section 10.2.3). */
const retryAfterIn = (header: string | null, date: string | null): number | null => {
  if (header === null) return null
  const ms = /^\d{1,9}$/u.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - Date.parse(date ?? '')
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, LONGEST_RETRY_AFTER) : null
}

/** How a provider says what became of a request. */
export type Reading = {
  /** The id that it gives the message it has taken. */
  readonly idIn: (json: unknown) => string | null
  /** Its own code of what went wrong. */
  readonly codeIn: (json: unknown) => string | null
  /** Codes that say "not now", whatever the status is. */
  readonly laterOn: readonly string[]
}

/**
 * What an answer says of the message. Only 429, 503 and a provider's own "not now" say for certain that another attempt
 * does no harm; any other 5xx may come from something in front of a provider that has taken it.
 */
export const outcomeOf = (answer: Answer, { idIn, codeIn, laterOn }: Reading): Outcome => {
  if (answer.kind === 'unsent') return { outcome: 'later', reason: answer.reason, afterMs: null }
  if (answer.kind === 'lost') return { outcome: 'unknown', reason: answer.reason }
  const { status, json, retryAfterMs } = answer
  if (status >= 200 && status < 300) return taken(idIn(json))
  const code = codeIn(json)
  const reason = reasonOf(status, code)
  if (NOT_NOW.includes(status) || laterOn.includes(code ?? 'none')) {
    return { outcome: 'later', reason, afterMs: retryAfterMs }
  }
  return { outcome: status >= 500 ? 'unknown' : 'refused', reason }
}

const NOT_NOW = [429, 503]

const taken = (id: string | null): Outcome =>
  id === null ? { outcome: 'unknown', reason: 'unreadable' } : { outcome: 'sent', id }

/** The status, and the provider's code if there is one. */
const reasonOf = (status: number, told: string | null): string => {
  const code = providerCode(told)
  return code === null ? `http_${status}` : `http_${status}_${code}`
}
