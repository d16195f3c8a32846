import { Hono } from 'hono'
import * as v from 'valibot'
import { type CampaignShown, LinkDefaults, MakeLink } from '../../../contract/links.ts'
import { makeLink } from '../../actions/make-link.ts'
import { isProblem, problem } from '../../actions/problem.ts'
import type { StoredCompany } from '../../ports.ts'
import { BrokenOff, readBatchBody } from '../batch/body.ts'
import { beginFlow } from '../batch/stream.ts'
import { callerOf } from '../caller.ts'
import type { HttpDeps } from '../deps.ts'
import { once } from '../idempotency.ts'
import { refuse } from '../problems.ts'
import { fieldOf, readBody } from '../read-body.ts'
import { sentList, isListType } from '../sent-list.ts'
import { turnstile } from '../turnstile.ts'
import { linksFor, shownLink } from './answers.ts'
import { askedLink, csvRows, ndjsonRows } from './rows.ts'
import type { Context } from 'hono'

const ROOM = { atOnce: 4, ofOne: 2 }

/** POST /v1/links: a personal link, or one for each line of a list, as it comes. */
export const linkRoutes = (deps: HttpDeps) => {
  const enter = turnstile(ROOM, 'too-many-batches')
  return new Hono().post('/', async (c) => {
    const stored = await callerOf(deps, c.req, 'links')
    if (isProblem(stored)) return refuse(c, stored)
    if (isListType(c.req)) return makeMany(deps, c, stored, enter)
    return once(deps, c, stored, 'POST /v1/links', async () => {
      const body = await readBody(c.req, MakeLink)
      if (isProblem(body)) return refuse(c, body)
      const made = await makeLink(deps, stored, askedLink(body))
      return isProblem(made) ? refuse(c, made) : c.json(shownLink(made), 201)
    })
  })
}

/** GET /v1/campaigns/{name}: what came of its links. */
export const campaignRoutes = (deps: HttpDeps) =>
  new Hono().get('/:name', async (c) => {
    const stored = await callerOf(deps, c.req, 'links')
    if (isProblem(stored)) return refuse(c, stored)
    const campaign = c.req.param('name')
    const funnel = await deps.memory.of(stored.document.id).funnel(campaign)
    if (!funnel) return refuse(c, problem('campaign-not-found'))
    return c.json({ campaign, ...funnel } satisfies CampaignShown, 200, {
      'Cache-Control': 'no-store',
    })
  })

const makeMany = async (
  deps: HttpDeps,
  c: Context,
  stored: StoredCompany,
  enter: ReturnType<typeof turnstile>,
): Promise<Response> => {
  const list = sentList(c.req)
  if (isProblem(list)) return refuse(c, list)
  const defaults = v.safeParse(LinkDefaults, c.req.query())
  if (!defaults.success) {
    return refuse(c, problem('body-not-valid', { at: fieldOf(defaults.issues) }))
  }
  const leave = enter(stored.document.id)
  if (isProblem(leave)) return refuse(c, leave)
  const flow = beginFlow(
    () => {
      leave()
      list.sent.destroy()
    },
    (error) => {
      if (!(error instanceof BrokenOff)) deps.report('making links for a list', error)
    },
  )
  const rows = list.isCsv ? csvRows(defaults.output) : ndjsonRows(defaults.output)
  const body = readBatchBody(list.sent, list.isPacked, () => flow.touch())
  const answers = linksFor(deps, stored, body, rows)
  try {
    // What is amiss with the list as a whole shows before its first answer.
    const first = await answers.next()
    return c.body(flow.send(first.done === true ? undefined : first.value, answers), 200, {
      'Content-Type': rows.type,
      'Cache-Control': 'no-store',
    })
  } catch (error) {
    flow.stop()
    if (error instanceof BrokenOff) return refuse(c, error.problem)
    throw error
  }
}
