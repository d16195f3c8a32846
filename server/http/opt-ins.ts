import { Hono, type Context, type HonoRequest } from 'hono'
import { asIdentity } from '../../contract/identity.ts'
import {
  HandInForm,
  RecordOptIn,
  type FormHandedIn,
  type OptInRecorded,
  type OptInState,
} from '../../contract/opt-in.ts'
import { handInForm } from '../actions/hand-in-form.ts'
import { isProblem, problem, type Problem } from '../actions/problem.ts'
import { recordOptIn } from '../actions/record-opt-in.ts'
import { watchOptIn } from '../actions/watch-opt-in.ts'
import type { StoredCompany } from '../ports.ts'
import { bearsKey, callerOf } from './caller.ts'
import { clientIp } from './client-ip.ts'
import type { Bindings, HttpDeps } from './deps.ts'
import { formView } from './form-view.ts'
import { once } from './idempotency.ts'
import { optInStream } from './opt-in-stream.ts'
import { refusedOrigin } from './origin.ts'
import { refuse } from './problems.ts'
import { refusedHandIn } from './rate-limits.ts'
import { readBody } from './read-body.ts'

/** POST /v1/opt-ins, from a page or with a key, and the ways to see whether it was confirmed. */
export const optInRoutes = (deps: HttpDeps) =>
  new Hono<Bindings>()
    .post('/', async (c) => {
      if (bearsKey(c.req)) {
        const stored = await callerOf(deps, c.req, 'opt-ins')
        if (isProblem(stored)) return refuse(c, stored)
        return once(deps, c, stored, 'POST /v1/opt-ins', async (name) => {
          const recorded = await recordWithKey(deps, stored, c.req, name)
          return isProblem(recorded) ? refuse(c, recorded) : c.json(recorded, 201)
        })
      }
      const taken = await handInFromPage(deps, c)
      return isProblem(taken) ? refuse(c, taken) : c.json(taken, 201)
    })
    .get('/:id', async (c) => {
      const state = await stateOf(deps, c.req.param('id'), c.req.header('quiero-watch') ?? '')
      return isProblem(state)
        ? refuse(c, state)
        : c.json(state, 200, { 'Cache-Control': 'no-store' })
    })
    .get('/:id/events', async (c) => {
      const id = c.req.param('id')
      const watch = c.req.header('quiero-watch') ?? ''
      const first = await stateOf(deps, id, watch)
      if (isProblem(first)) return refuse(c, first)
      return optInStream(c, deps, first, () => stateOf(deps, id, watch))
    })

const handInFromPage = async (
  deps: HttpDeps,
  c: Context<Bindings>,
): Promise<FormHandedIn | Problem> => {
  const request = c.req
  const body = await readBody(request, HandInForm)
  if (isProblem(body)) return body
  const refused = await refusedOrigin(deps, request, body.form, deps.publicUrl)
  if (refused) return refused
  const ip = clientIp(c, deps)
  const tooMany = await refusedHandIn(deps, c, body.form, body.phone)
  if (tooMany) return tooMany
  const userAgent = request.header('user-agent')?.slice(0, 300)
  const page = body.page?.split(/[?#]/u, 1)[0]
  const taken = await handInForm(deps, { ...body, page, ip, userAgent })
  if (isProblem(taken)) return withFormView(deps, taken)
  const { submission, ways, watch } = taken
  const { whatsapp, sms, email } = ways
  return {
    id: submission.id,
    status: 'pending',
    code: submission.code,
    links: { whatsapp, ...(sms !== null && { sms }), ...(email !== null && { email }) },
    watch,
    expiresAt: new Date(submission.expiresAt).toISOString(),
  }
}

/** Gives the notice that is in force, in the form in which the widget draws it. */
const withFormView = (deps: HttpDeps, refused: Problem): Problem =>
  refused.form ? problem(refused.problem, { form: formView(deps, refused.form) }) : refused

const recordWithKey = async (
  deps: HttpDeps,
  stored: StoredCompany,
  request: HonoRequest,
  name: string | undefined,
): Promise<OptInRecorded | Problem> => {
  const body = await readBody(request, RecordOptIn)
  if (isProblem(body)) return body
  const { person, phone, ...taken } = body
  const identity = person ? asIdentity(person) : ({ kind: 'phone', value: phone ?? '' } as const)
  const recorded = await recordOptIn(deps, stored, {
    ...taken,
    id: taken.id ?? name,
    person: identity,
  })
  if (isProblem(recorded)) return recorded
  return { event: recorded.event, personId: recorded.person }
}

const stateOf = async (
  deps: HttpDeps,
  id: string,
  watch: string,
): Promise<OptInState | Problem> => {
  const watched = await watchOptIn(deps, id, watch)
  if (isProblem(watched) || watched.status !== 'confirmed') return watched
  return { ...watched, at: new Date(watched.at).toISOString() }
}
