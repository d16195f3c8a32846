import { randomUUID } from 'node:crypto'
import type { Context, HonoRequest, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { HttpDeps } from './deps.ts'

const HEADER = 'X-Request-Id'

const companies = new WeakMap<HonoRequest, string>()

/** Notes whom a request is about. Only a company that exists is noted: a name in an address may be anything. */
export const noteCompany = (request: HonoRequest, company: string): void =>
  void companies.set(request, company)

/** The id under which an operator finds a request in the log; null where it has none. */
export const requestIdOf = (c: Context): string | undefined =>
  c.res.headers.get(HEADER) ?? undefined

/**
 * Names each request, in `X-Request-Id` of its answer, and tells how it was answered. A caller's own id is not taken
 * up: it could say anything, and of anybody.
 */
export const tellAnswered =
  ({ onAnswered }: HttpDeps): MiddlewareHandler =>
  async (c, next) => {
    const began = performance.now()
    const request = randomUUID()
    c.header(HEADER, request)
    await next()
    onAnswered?.({
      request,
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: performance.now() - began,
      company: companies.get(c.req),
    })
  }

/** The route that answered, or that would have, had nothing before it refused. Never the path. */
const routeOf = (c: Context): string => {
  const answering = routePath(c)
  return answering.endsWith('*') ? routePath(c, -1) : answering
}
