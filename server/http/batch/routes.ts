import { Hono, type HonoRequest } from 'hono'
import { askBatch } from '../../actions/ask-batch.ts'
import { isProblem, type Problem } from '../../actions/problem.ts'
import { callerOf } from '../caller.ts'
import type { HttpDeps } from '../deps.ts'
import { acceptsGzip, packed } from '../packed-stream.ts'
import { refuse } from '../problems.ts'
import { sentList, type SentList } from '../sent-list.ts'
import { turnstile } from '../turnstile.ts'
import { answersTo } from './answers.ts'
import { BrokenOff, readBatchBody } from './body.ts'
import { CSV, NDJSON, type Format } from './formats.ts'
import { beginFlow } from './stream.ts'

// Each keeps a connection to the database, and a moment of it, for as long as it takes.
const ROOM = { atOnce: 4, ofOne: 2 }

/** POST /v1/may-send/batch: a decision for each line of a list, as it comes. */
export const batchRoutes = (deps: HttpDeps) => {
  const enter = turnstile(ROOM, 'too-many-batches')
  const report = (error: unknown): void => {
    if (!(error instanceof BrokenOff)) deps.report('answering a list', error)
  }
  return new Hono().post('/', async (c) => {
    const stored = await callerOf(deps, c.req, 'may-send')
    if (isProblem(stored)) return refuse(c, stored)
    const list = listIn(c.req)
    if (isProblem(list)) return refuse(c, list)
    const leave = enter(stored.document.id)
    if (isProblem(leave)) return refuse(c, leave)
    const batch = await askBatch(deps, stored).catch((error: unknown) => {
      leave()
      throw error
    })
    const flow = beginFlow(() => {
      leave()
      list.sent.destroy()
      batch.end().catch(report)
    }, report)
    const body = readBatchBody(list.sent, list.isPacked, () => flow.touch())
    const answers = answersTo(batch, body, list.format)
    try {
      // What is amiss with the list as a whole shows before its first answer.
      const first = await answers.next()
      const answer = flow.send(first.done === true ? undefined : first.value, answers)
      const headers = { 'Content-Type': list.format.type, 'Cache-Control': 'no-store' }
      return list.wantsPacked
        ? c.body(packed(answer), 200, { ...headers, 'Content-Encoding': 'gzip' })
        : c.body(answer, 200, headers)
    } catch (error) {
      flow.stop()
      if (error instanceof BrokenOff) return refuse(c, error.problem)
      throw error
    }
  })
}

type List = SentList & {
  readonly format: Format
  /** As it came, if it may. */
  readonly wantsPacked: boolean
}

const listIn = (request: HonoRequest): List | Problem => {
  const list = sentList(request)
  if (isProblem(list)) return list
  return {
    ...list,
    format: list.isCsv ? CSV : NDJSON,
    wantsPacked: list.isPacked && acceptsGzip(request),
  }
}
