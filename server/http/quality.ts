import { Hono } from 'hono'
import * as v from 'valibot'
import { AskQuality, type HoldsShown, type QualityShown } from '../../contract/quality.ts'
import { liftHold } from '../actions/hold-sources.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'

const DAY = 24 * 60 * 60 * 1000

// A provider's clock may be ahead of ours, and what it has just told is what somebody wants to see.
const AHEAD = DAY
const MOST_EVENTS = 1000

/** GET /v1/quality: how each source did at each sender, what was answered there, and what providers think. */
export const qualityRoutes = (deps: HttpDeps) =>
  new Hono().get('/', async (c) => {
    const stored = await callerOf(deps, c.req, 'company')
    if (isProblem(stored)) return refuse(c, stored)
    const asked = v.safeParse(AskQuality, c.req.query())
    if (!asked.success) return refuse(c, problem('body-not-valid', { at: 'days' }))
    const to = deps.now()
    const from = to - asked.output.days * DAY
    const memory = deps.memory.of(stored.document.id)
    const counts = await memory.sourceCounts(from, to + 1)
    const replies = await memory.replyCountsBySender(from, to + 1)
    const events = await memory.qualityEvents(from, to + AHEAD, MOST_EVENTS)
    return c.json({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      sources: counts.map(({ within, ...count }) => ({ ...count, optOutsWithin: within })),
      replies,
      events: events.map(({ at, about, sender, event, template, detail }) => ({
        at: new Date(at).toISOString(),
        about,
        sender,
        event,
        template,
        detail,
      })),
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
