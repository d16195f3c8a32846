import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import * as v from 'valibot'
import { asIdentity } from '../../contract/identity.ts'
import { AskMaySend } from '../../contract/may-send.ts'
import { checkApiKey } from '../actions/api-keys.ts'
import { keyHashOf } from '../actions/api-key-text.ts'
import { answerRead, type Answer, readQuestion } from '../actions/ask-may-send.ts'
import { isProblem } from '../actions/problem.ts'
import type { Taken } from '../limits.ts'
import { SECURITY_HEADERS } from './answer-headers.ts'
import { REQUEST_ID } from './answered.ts'
import { bearerIn, companyOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { asMaySendAnswer } from './may-send.ts'
import { rateHeaders } from './rate-limits.ts'
import { MOST_HEADERS } from './request-limits.ts'

const METHOD = 'POST'
const ROUTE = '/v1/may-send'

/**
 * Answers POST /v1/may-send on Node's own request and response where it came whole and there is nothing to say but the
 * decision. All else, every refusal among it, is left to the app, which gives the same answer: its way there takes
 * longer than the look into the database, and a campaign goes it a million times.
 */
export const answerQuickly =
  (deps: HttpDeps, app: RequestListener): RequestListener =>
  (incoming, outgoing) => {
    if (!isPlain(incoming)) return app(incoming, outgoing)
    const began = performance.now()
    // A body that comes together with its headers is there as soon as Node has read all that came.
    setImmediate(() => {
      const body = bodyOf(incoming)
      if (body) void answerWhole(deps, app, { incoming, outgoing, body, began })
      else app(incoming, outgoing)
    })
  }

type Whole = {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly body: Buffer
  readonly began: number
}

const answerWhole = async (deps: HttpDeps, app: RequestListener, whole: Whole): Promise<void> => {
  const { incoming, body } = whole
  // What fails here fails in the app too, and is reported there.
  const decided = await decide(deps, incoming, body).catch(() => null)
  if (decided) return answer(deps, whole, decided)
  // Where the app's server looks for a body that somebody has read before it.
  app(Object.assign(incoming, { rawBody: body }), whole.outgoing)
}

const MOST_BYTES = 4 * 1024
/** Hosts that every reader of addresses takes as they are. */
const PLAIN_HOST = /^[a-z0-9._-]+(?::[1-9]\d{0,3}|:[1-5]\d{4}|:6[0-4]\d{3})?$/u

const isPlain = ({ method, url, headers, rawHeaders }: IncomingMessage): boolean =>
  url === ROUTE &&
  method === METHOD &&
  PLAIN_HOST.test(headers.host ?? '') &&
  headers['transfer-encoding'] === undefined &&
  Number(headers['content-length']) <= MOST_BYTES &&
  rawHeaders.length <= 2 * MOST_HEADERS &&
  // Of two, Node gives the first, and the app neither.
  rawHeaders.filter((name) => AUTHORIZATION.test(name)).length === 1

const AUTHORIZATION = /^authorization$/iu

const bodyOf = (incoming: IncomingMessage): Buffer | null => {
  const body: unknown = incoming.complete ? incoming.read() : null
  return body instanceof Buffer ? body : null
}

type Decided = {
  readonly answer: Answer
  readonly company: string
  /** What is left of the key's share. */
  readonly taken: Taken | null
}

/** The decision, or null where something else is to be said: nothing has been counted then. */
const decide = async (
  deps: HttpDeps,
  { headers }: IncomingMessage,
  body: Buffer,
): Promise<Decided | null> => {
  const text = bearerIn(headers.authorization)
  const hash = text === null ? null : keyHashOf(deps.sealer, text)
  if (hash === null) return null
  const key = await checkApiKey(deps, text, 'may-send')
  const stored = isProblem(key) ? key : await companyOf(deps, key)
  if (isProblem(stored)) return null
  const asked = v.safeParse(AskMaySend, JSON.parse(body.toString()))
  if (!asked.success) return null
  const person = asIdentity(asked.output.person)
  const question = readQuestion(deps, stored, { ...asked.output, person })
  if (isProblem(question)) return null
  const taken = await deps.limiter.take('key', hash)
  if (taken?.isOver === true) return null
  return {
    answer: await answerRead(deps, stored, question),
    company: stored.document.id,
    taken,
  }
}

const USUAL = [
  ...Object.entries(SECURITY_HEADERS).flat(),
  'Content-Type',
  'application/json',
] as const

const answer = (
  deps: HttpDeps,
  { outgoing, began }: Whole,
  { answer: said, company, taken }: Decided,
): void => {
  const request = randomUUID()
  const text = JSON.stringify(asMaySendAnswer(said))
  const rates = taken ? rateHeaders('key', taken).flat() : []
  const own = [REQUEST_ID, request, ...rates, 'Content-Length', String(Buffer.byteLength(text))]
  outgoing.writeHead(200, [...USUAL, ...own]).end(text)
  const ms = performance.now() - began
  deps.onAnswered?.({ request, method: METHOD, route: ROUTE, status: 200, ms, company })
}
