import { Hono } from 'hono'
import { HandInMessage, type MessageHeard } from '../../contract/message.ts'
import { handInMessage } from '../actions/hand-in-message.ts'
import { isProblem } from '../actions/problem.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'
import { readBody } from './read-body.ts'

/** POST /v1/messages: an inbound message that the company's own system received. */
export const messageRoutes = (deps: HttpDeps) =>
  new Hono().post('/', async (c) => {
    const stored = await callerOf(deps, c.req, 'messages')
    if (isProblem(stored)) return refuse(c, stored)
    const body = await readBody(c.req, HandInMessage)
    if (isProblem(body)) return refuse(c, body)
    const heard = await handInMessage(deps, stored, body)
    if (isProblem(heard)) return refuse(c, heard)
    const { act, event, isBlocked } = heard
    return c.json({
      meaning: act.meaning,
      granted: act.granted?.categories ?? [],
      revoked: act.revoked,
      blocked: isBlocked,
      event,
    } satisfies MessageHeard)
  })
