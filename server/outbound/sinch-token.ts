import type { Outcome } from '../../consent/outgoing.ts'
import { textAt } from './json.ts'
import { post } from './post.ts'
import type { Reach } from './provider.ts'

type Key = { readonly id: string; readonly secret: string }
type Token = { readonly token: string; readonly endsAt: number }

const AUTH = 'https://auth.sinch.com'
const HOUR = 3_600
// One that is about to end is not used any more: it must outlast the request.
const SPARE = 60_000
const MOST_KEPT = 1_000

/** Whether there is a token, rather than what has become of asking for one. */
export const isToken = (asked: Token | Outcome): asked is Token => 'token' in asked

/**
 * Sinch's access tokens: one is asked for by the key's id and secret, and used until it ends. As long as there is no
 * token nothing is sent, so that whatever goes wrong may be tried again.
 */
export const accessTokens = ({ base, timeoutMs, now }: Reach) => {
  const kept = new Map<string, Token>()
  return {
    tokenFor: async (key: Key): Promise<Token | Outcome> => {
      const known = kept.get(nameOf(key))
      if (known && now() < known.endsAt - SPARE) return known
      const token = await askFor(key, base ?? AUTH, timeoutMs, now)
      if (!isToken(token)) return token
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(nameOf(key), token)
      return token
    },
    /** A token that is not taken any more is forgotten; what it was for is tried again with another. */
    refused: (key: Key): Outcome => {
      kept.delete(nameOf(key))
      return { outcome: 'later', reason: 'http_401', afterMs: null }
    },
  }
}

const nameOf = ({ id, secret }: Key): string => JSON.stringify([id, secret])

const askFor = async (
  { id, secret }: Key,
  base: string,
  timeoutMs: number,
  now: () => number,
): Promise<Token | Outcome> => {
  const pair = Buffer.from(`${id}:${secret}`).toString('base64')
  const answer = await post({
    url: `${base}/oauth2/token`,
    headers: { Authorization: `Basic ${pair}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    timeoutMs,
  })
  if (answer.kind !== 'answered') {
    return { outcome: 'later', reason: answer.reason, afterMs: null }
  }
  const { status, json, retryAfterMs } = answer
  const token = textAt(json, 'access_token')
  if (status === 200 && token !== null) {
    const lasts = Number(textAt(json, 'expires_in') ?? HOUR)
    return { token, endsAt: now() + (Number.isFinite(lasts) ? lasts : HOUR) * 1000 }
  }
  const isRefused = status >= 400 && status < 500 && status !== 429
  return isRefused
    ? { outcome: 'refused', reason: `auth_http_${status}` }
    : { outcome: 'later', reason: `auth_http_${status}`, afterMs: retryAfterMs }
}
