import { Hono } from 'hono'
import { asIdentity } from '../../contract/identity.ts'
import { AskMaySend, type MaySendAnswer } from '../../contract/may-send.ts'
import { type Answer, askMaySend } from '../actions/ask-may-send.ts'
import { isProblem } from '../actions/problem.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'
import { readBody } from './read-body.ts'

/** POST /v1/may-send: one decision. */
export const maySendRoutes = (deps: HttpDeps) =>
  new Hono().post('/', async (c) => {
    const stored = await callerOf(deps, c.req, 'may-send')
    if (isProblem(stored)) return refuse(c, stored)
    const body = await readBody(c.req, AskMaySend)
    if (isProblem(body)) return refuse(c, body)
    const answer = await askMaySend(deps, stored, { ...body, person: asIdentity(body.person) })
    if (isProblem(answer)) return refuse(c, answer)
    return c.json(asMaySendAnswer(answer))
  })

/** An answer as it is said over HTTP. */
export const asMaySendAnswer = ({ decision, person, asOf, validForSeconds }: Answer) =>
  ({
    ...decision,
    personId: person,
    asOf: new Date(asOf).toISOString(),
    validForSeconds,
  }) satisfies MaySendAnswer
