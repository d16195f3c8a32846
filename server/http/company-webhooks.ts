import { Hono } from 'hono'
import {
  ReplayWebhook,
  type DeadLettersShown,
  type WebhookReplayed,
  type WebhooksShown,
  type WebhookTested,
} from '../../contract/webhooks.ts'
import {
  listDeadLetters,
  listWebhooks,
  replayWebhook,
  testWebhook,
  type WebhookView,
} from '../actions/company-webhooks.ts'
import { isProblem } from '../actions/problem.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'
import { readBody } from './read-body.ts'

/** GET /v1/webhooks, and of each what it never took, a test event, and being told again. */
export const companyWebhookRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const views = await listWebhooks(deps, stored)
      return c.json({ webhooks: views.map(shown) } satisfies WebhooksShown)
    })
    .get('/:id/dead', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const dead = await listDeadLetters(deps, stored, c.req.param('id'))
      if (isProblem(dead)) return refuse(c, dead)
      return c.json({
        dead: dead.map(({ queuedAt, endedAt, ...letter }) => ({
          ...letter,
          queuedAt: new Date(queuedAt).toISOString(),
          endedAt: new Date(endedAt).toISOString(),
        })),
      } satisfies DeadLettersShown)
    })
    .post('/:id/replay', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const body = await readBody(c.req, ReplayWebhook)
      if (isProblem(body)) return refuse(c, body)
      const replayed = await replayWebhook(deps, stored, c.req.param('id'), body)
      if (isProblem(replayed)) return refuse(c, replayed)
      return c.json({ replayed } satisfies WebhookReplayed, 202)
    })
    .post('/:id/test', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const posted = await testWebhook(deps, stored, c.req.param('id'))
      if (isProblem(posted)) return refuse(c, posted)
      const reason = posted.outcome === 'taken' ? null : posted.reason
      return c.json({ taken: reason === null, reason } satisfies WebhookTested)
    })

const shown = ({ webhook: { id, url }, state }: WebhookView): WebhooksShown['webhooks'][number] => {
  const { behind = 0, waiting = 0, dead = 0, goneUrl = null, goneAt = null } = state ?? {}
  const isGone = goneUrl === url && goneAt !== null
  return {
    id,
    url,
    behind,
    waiting,
    dead,
    goneSince: isGone ? new Date(goneAt).toISOString() : null,
  }
}
