import type { HonoRequest, MiddlewareHandler } from 'hono'
import { problem } from '../actions/problem.ts'
import type { Bindings } from './deps.ts'
import { refuse } from './problems.ts'
import { isListType } from './sent-list.ts'

/** More than any browser, proxy or provider sends. */
export const MOST_HEADERS = 100

/** What all headers together may have, in bytes; more is answered 431 by Node itself. */
export const MOST_HEADER_BYTES = 16 * 1024

/** How long a client may take to send its headers. */
export const HEADERS_WITHIN = 10_000

/** How long a client may take to send a body. */
const BODY_WITHIN = 30_000

/** What is streamed for as long as it takes, and watched by whoever reads it. */
const STREAMED = ['/v1/may-send/batch', '/v1/imports']

/** Whether a request's body is a list, which is as long as it is: what reads it keeps a few lines at a time. */
export const isStreamed = (request: HonoRequest): boolean =>
  STREAMED.includes(request.path) || (request.path === '/v1/links' && isListType(request))

/** Refuses more headers than are read: Node would leave out the rest without a word, a credential among them. */
export const limitHeaders: MiddlewareHandler<Bindings> = async (c, next) =>
  (c.env?.incoming?.rawHeaders.length ?? 0) > 2 * MOST_HEADERS
    ? refuse(c, problem('headers-too-many'))
    : next()

/** Ends the connection of a client that sends its body drop by drop: nothing of it has been done. */
export const limitBodyTime =
  (within = BODY_WITHIN): MiddlewareHandler<Bindings> =>
  async (c, next) => {
    const incoming = c.env?.incoming
    if (!incoming?.socket || incoming.complete || isStreamed(c.req)) return next()
    const timer = setTimeout(() => {
      if (incoming.complete) return
      // What Node says itself when a request takes too long.
      incoming.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
      incoming.destroy()
    }, within)
    await next().finally(() => clearTimeout(timer))
  }
