import type { Context, MiddlewareHandler } from 'hono'
import { heardPhone } from '../../consent/line.ts'
import { problem, type Problem } from '../actions/problem.ts'
import { keyHashOf } from '../actions/api-key-text.ts'
import type { Limit, Taken } from '../limits.ts'
import type { Deps } from '../ports.ts'
import { keyTextIn } from './caller.ts'
import { clientIp, limitedAs } from './client-ip.ts'
import type { Bindings, HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'
import { addHeader } from './answer-headers.ts'

/** Who comes, by what is limited. What is not known is not limited. */
type Subjects = { readonly [limit in Limit]?: string | undefined }

/**
 * Counts a request, and refuses it when somebody has had their share. What is left is told in `RateLimit` and
 * `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-10), a number's share never: how much of it is gone
 * would tell that somebody else has typed it.
 */
export const refusedRate = async (
  deps: Deps,
  c: Context<Bindings>,
  subjects: Subjects,
): Promise<Problem | null> => {
  for (const limit of ORDER) {
    const subject = subjects[limit]
    const taken = subject === undefined ? null : await deps.limiter.take(limit, subject)
    if (!taken) continue
    if (limit !== 'number') tell(c, limit, taken)
    if (!taken.isOver) continue
    c.header('Retry-After', String(secondsOf(taken)))
    return problem('too-many-requests', { 'violated-policies': [limit] })
  }
  return null
}

/** Counts a form that is handed in: by who asks, by the form, and by the number however it is written. */
export const refusedHandIn = (
  deps: HttpDeps,
  c: Context<Bindings>,
  form: string,
  phone: string | undefined,
): Promise<Problem | null> => {
  const number = phone === undefined ? undefined : (heardPhone(phone) ?? phone)
  return refusedRate(deps, c, { ip: addressOf(deps, c), form, number })
}

/** By what somebody who asks is limited. */
export const addressOf = (deps: HttpDeps, c: Context<Bindings>): string | undefined => {
  const ip = clientIp(c, deps)
  return ip === undefined ? undefined : limitedAs(ip)
}

// Whoever has come too often from one address takes nothing of the form's share, nor of a stranger's number.
const ORDER = ['key', 'ip', 'form', 'number'] as const satisfies readonly Limit[]

const tell = (c: Context<Bindings>, limit: Limit, taken: Taken): void => {
  for (const [name, value] of rateHeaders(limit, taken)) addHeader(c, name, value)
}

/** What an answer says of a share. */
export const rateHeaders = (limit: Limit, taken: Taken) => {
  const { points, seconds } = taken.rate
  return [
    ['RateLimit-Policy', `"${limit}";q=${points};w=${seconds}`],
    ['RateLimit', `"${limit}";r=${taken.left};t=${secondsOf(taken)}`],
  ] as const
}

const secondsOf = ({ resetMs }: Taken): number => Math.max(1, Math.ceil(resetMs / 1000))

/** Where a key is not counted: a no never is, and a message that a company hands in may be one. */
export const NEVER_COUNTED: readonly string[] = ['/v1/opt-outs', '/v1/messages']

/** Counts what bears a key, by the key, before anything else is done for it. */
export const limitKeys =
  (deps: Deps): MiddlewareHandler<Bindings> =>
  async (c, next) => {
    const text = NEVER_COUNTED.includes(c.req.path) ? null : keyTextIn(c.req)
    const key = text === null ? null : keyHashOf(deps.sealer, text)
    const refused = key === null ? null : await refusedRate(deps, c, { key })
    return refused ? refuse(c, refused) : next()
  }
