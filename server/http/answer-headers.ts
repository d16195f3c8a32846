import type { Context, MiddlewareHandler } from 'hono'
import type { Bindings } from './deps.ts'

/**
 * What every answer says unless it says otherwise itself: the usual set of `hono/secure-headers`, without
 * Cross-Origin-Resource-Policy, since other sites load the form's script.
 */
export const SECURITY_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=15552000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
} as const

const EACH = Object.entries(SECURITY_HEADERS)

/**
 * Puts them on every answer. Node's own response takes them at once, and an answer's own go before them there; on
 * the answer itself they would make it a `Headers` object, which takes longer to write than all else.
 */
export const secureHeaders: MiddlewareHandler<Bindings> = async (c, next) => {
  const outgoing = c.env?.outgoing
  if (outgoing) {
    for (const [name, value] of EACH) outgoing.setHeader(name, value)
    return next()
  }
  await next()
  for (const [name, value] of EACH) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}

/** Adds to what a header of the answer says, on Node's own response for the same reason. */
export const addHeader = (c: Context<Bindings>, name: string, value: string): void => {
  const outgoing = c.env?.outgoing
  if (!outgoing) return c.header(name, value, { append: true })
  const said = outgoing.getHeader(name)
  outgoing.setHeader(name, said === undefined ? value : `${String(said)}, ${value}`)
}
