import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { AskEvents, type FeedShown } from '../../contract/events.ts'
import { cursorAt, positionAt, readFeed, type FeedPage } from '../actions/feed.ts'
import { isProblem, problem, type Problem } from '../actions/problem.ts'
import type { StoredCompany } from '../ports.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { eventStream, type Feed } from './event-stream.ts'
import { refuse } from './problems.ts'
import { shownEvent } from './shown-event.ts'

const TICK = 300
const TICKS_A_SECOND = 1000 / TICK

/** GET /v1/events: everything that happened with anybody, in the order of the company's log, at once or as it comes. */
export const eventRoutes = (deps: HttpDeps) =>
  new Hono().get('/', async (c) => {
    const stored = await callerOf(deps, c.req, 'events')
    if (isProblem(stored)) return refuse(c, stored)
    const asked = await askedOf(deps, c)
    if (isProblem(asked)) return refuse(c, asked)
    const isStream = c.req.header('accept')?.includes('text/event-stream') ?? false
    const cursor = (isStream && c.req.header('last-event-id')) || asked.after
    const position = await positionAt(deps, stored, cursor ?? null)
    if (isProblem(position)) return refuse(c, position)
    const feed = feedOf(deps, stored, asked)
    // Nothing between us and the reader may keep what stands now for what comes next.
    c.header('Cache-Control', 'no-store, no-transform')
    if (isStream) return eventStream(c, deps, position, feed)
    const page = await waitFor(c, deps, feed, position, asked.wait)
    return c.json({
      events: page.events.map(feed.show),
      cursor: feed.cursorAt(page.position),
      more: page.more,
    } satisfies FeedShown)
  })

const feedOf = (deps: HttpDeps, stored: StoredCompany, { limit, evidence }: AskEvents): Feed => {
  const which = evidence ? 'with-evidence' : 'thin'
  return {
    read: (after) => readFeed(deps, stored, after, { limit, which }),
    cursorAt: (position) => cursorAt(deps.sealer, stored.document.id, position),
    show: (placed) => ({
      ...shownEvent(placed),
      position: placed.position,
      person: placed.event.person,
      ...(which === 'thin' ? {} : { evidence: placed.evidence }),
    }),
  }
}

const askedOf = async (deps: HttpDeps, c: Context): Promise<AskEvents | Problem> => {
  const asked = v.safeParse(AskEvents, c.req.query())
  if (!asked.success) return problem('body-not-valid', { at: v.getDotPath(asked.issues[0]) ?? '' })
  if (!asked.output.evidence) return asked.output
  const mayRead = await callerOf(deps, c.req, 'people')
  return isProblem(mayRead) ? mayRead : asked.output
}

const waitFor = async (
  c: Context,
  { stopping }: HttpDeps,
  feed: Feed,
  after: number,
  seconds: number,
): Promise<FeedPage> => {
  let page = await feed.read(after)
  for (let left = Math.ceil(seconds * TICKS_A_SECOND); left > 0; left -= 1) {
    if (page.events.length > 0) break
    await new Promise((resolve) => setTimeout(resolve, TICK))
    if (c.req.raw.signal.aborted || stopping?.aborted === true) break
    page = await feed.read(after)
  }
  return page
}
