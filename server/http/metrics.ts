import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { problem } from '../actions/problem.ts'
import { keyTextIn } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'

/**
 * GET /metrics: what the server counts, in Prometheus' text format, for the operator, who has METRICS_TOKEN. To
 * everybody else, and to everybody where there is no such token, there is nothing at this address.
 */
export const metricsRoutes = ({ metrics }: HttpDeps) =>
  new Hono().get('/', async (c) => {
    const token = keyTextIn(c.req)
    if (!metrics || token === null || !isSame(token, metrics.token)) {
      return refuse(c, problem('not-found'))
    }
    c.header('Cache-Control', 'no-store')
    return c.body(await metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4' })
  })

/** Whether two texts are one, in a time that tells nothing of where they differ. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(digestOf(one), digestOf(other))

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
