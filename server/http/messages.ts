import { Hono } from 'hono'
import { HandInMessage, type MessageHeard } from '../../contract/message.ts'
import { handInMessage, type HeardHandedIn } from '../actions/hand-in-message.ts'
import { isProblem } from '../actions/problem.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { once } from './idempotency.ts'
import { refuse } from './problems.ts'
import { readBody } from './read-body.ts'

/** POST /v1/messages: an inbound message that the company's own system received. */
export const messageRoutes = (deps: HttpDeps) =>
  new Hono().post('/', async (c) => {
    const stored = await callerOf(deps, c.req, 'messages')
    if (isProblem(stored)) return refuse(c, stored)
    // The message's own id is what makes it repeatable; the key keeps the answer as it was.
    return once(deps, c, stored, 'POST /v1/messages', async () => {
      const body = await readBody(c.req, HandInMessage)
      if (isProblem(body)) return refuse(c, body)
      const heard = await handInMessage(deps, stored, body)
      return isProblem(heard) ? refuse(c, heard) : c.json(shownMessage(heard))
    })
  })

const shownMessage = ({ act, event, isBlocked }: HeardHandedIn): MessageHeard => ({
  meaning: act.meaning,
  granted: act.granted?.categories ?? [],
  revoked: act.revoked,
  blocked: isBlocked,
  event,
})
