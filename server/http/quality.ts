import { Hono } from 'hono'
import * as v from 'valibot'
import { AskQuality, type HoldsShown, type QualityShown } from '../../contract/quality.ts'
import { liftHold } from '../actions/hold-sources.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'

const DAY = 24 * 60 * 60 * 1000

/** GET /v1/quality: how each source did at each sender. */
export const qualityRoutes = (deps: HttpDeps) =>
  new Hono().get('/', async (c) => {
    const stored = await callerOf(deps, c.req, 'company')
    if (isProblem(stored)) return refuse(c, stored)
    const asked = v.safeParse(AskQuality, c.req.query())
    if (!asked.success) return refuse(c, problem('body-not-valid', { at: 'days' }))
    const to = deps.now()
    const from = to - asked.output.days * DAY
    const counts = await deps.memory.of(stored.document.id).sourceCounts(from, to + 1)
    return c.json({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      sources: counts.map(({ within, ...count }) => ({ ...count, optOutsWithin: within })),
    } satisfies QualityShown)
  })

/** GET /v1/holds and POST /v1/holds/{id}/lift: the sources whose opt-outs ran away. */
export const holdRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const holds = await deps.memory.of(stored.document.id).holds('all')
      return c.json({
        holds: holds.map(({ since, liftedAt, ...hold }) => ({
          ...hold,
          since: new Date(since).toISOString(),
          liftedAt: liftedAt === null ? null : new Date(liftedAt).toISOString(),
        })),
      } satisfies HoldsShown)
    })
    .post('/:id/lift', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const lifted = await liftHold(deps, stored.document.id, c.req.param('id'))
      return isProblem(lifted) ? refuse(c, lifted) : c.body(null, 204)
    })
