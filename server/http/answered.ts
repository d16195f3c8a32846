import { randomUUID } from 'node:crypto'
import type { HonoRequest, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Bindings, HttpDeps } from './deps.ts'

/** The header that tells a request's name. */
export const REQUEST_ID = 'X-Request-Id'

/** What is noted of a request while it is answered. */
type Note = { readonly id: string; company: string | undefined }

const notes = new WeakMap<HonoRequest, Note>()

/** Notes whom a request is about. Only a company that exists is noted: a name in an address may be anything. */
export const noteCompany = (request: HonoRequest, company: string): void => {
  const note = notes.get(request)
  if (note) note.company = company
}

/** The id under which an operator finds a request in the log. */
export const requestIdOf = (request: HonoRequest): string | undefined => notes.get(request)?.id

/**
 * Names each request, in `X-Request-Id` of its answer, and tells how it was answered. A caller's own id is not taken
 * up: it could say anything, and of anybody.
 */
export const tellAnswered =
  ({ onAnswered }: HttpDeps): MiddlewareHandler<Bindings> =>
  async (c, next) => {
    const began = performance.now()
    const note: Note = { id: randomUUID(), company: undefined }
    notes.set(c.req, note)
    // On Node's own response, as the headers that all answers have (answer-headers.ts).
    const outgoing = c.env?.outgoing
    outgoing?.setHeader(REQUEST_ID, note.id)
    await next()
    if (!outgoing) c.res.headers.set(REQUEST_ID, note.id)
    if (!onAnswered) return
    // The route that answered or, where something before it refused, that would have. Never the path.
    const answering = routePath(c)
    onAnswered({
      request: note.id,
      method: c.req.method,
      route: answering.endsWith('*') ? routePath(c, -1) : answering,
      status: c.res.status,
      ms: performance.now() - began,
      company: note.company,
    })
  }
