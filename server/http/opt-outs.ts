import { type Context, Hono, type HonoRequest } from 'hono'
import { asIdentity } from '../../contract/identity.ts'
import {
  OptOutByForm,
  RecordOptOut,
  type OptedOut,
  type OptOutRecorded,
} from '../../contract/opt-out.ts'
import { isProblem, type Problem } from '../actions/problem.ts'
import { optOutByForm } from '../actions/opt-out-by-form.ts'
import { recordOptOut } from '../actions/record-opt-out.ts'
import type { StoredCompany } from '../ports.ts'
import { bearsKey, callerOf } from './caller.ts'
import { clientIp } from './client-ip.ts'
import type { Bindings, HttpDeps } from './deps.ts'
import { once } from './idempotency.ts'
import { refusedOrigin } from './origin.ts'
import { refuse } from './problems.ts'
import { addressOf } from './rate-limits.ts'
import { readBody } from './read-body.ts'

/** POST /v1/opt-outs, by a typed number on a page or with a key. */
export const optOutRoutes = (deps: HttpDeps) =>
  new Hono<Bindings>().post('/', async (c) => {
    if (bearsKey(c.req)) {
      const stored = await callerOf(deps, c.req, 'opt-outs')
      if (isProblem(stored)) return refuse(c, stored)
      return once(deps, c, stored, 'POST /v1/opt-outs', async (name) => {
        const recorded = await recordWithKey(deps, stored, c.req, name)
        return isProblem(recorded) ? refuse(c, recorded) : c.json(recorded, 201)
      })
    }
    const stopped = await stopFromPage(deps, c)
    return isProblem(stopped) ? refuse(c, stopped) : c.json(stopped, 200)
  })

const stopFromPage = async (deps: HttpDeps, c: Context<Bindings>): Promise<OptedOut | Problem> => {
  const body = await readBody(c.req, OptOutByForm)
  if (isProblem(body)) return body
  const refused = await refusedOrigin(deps, c.req, body.form, deps.publicUrl)
  if (refused) return refused
  const stopped = await optOutByForm(deps, body.form, {
    person: { kind: 'phone', value: body.person.phone },
    categories: body.categories,
    evidence: { ip: clientIp(c, deps), userAgent: c.req.header('user-agent')?.slice(0, 300) },
    address: addressOf(deps, c),
    work: body.work,
  })
  return isProblem(stopped) ? stopped : { status: 'stopped' }
}

const recordWithKey = async (
  deps: HttpDeps,
  stored: StoredCompany,
  request: HonoRequest,
  name: string | undefined,
): Promise<OptOutRecorded | Problem> => {
  const body = await readBody(request, RecordOptOut)
  if (isProblem(body)) return body
  const { person, evidence, ...taken } = body
  const recorded = await recordOptOut(deps, stored, {
    ...taken,
    id: taken.id ?? name,
    person: asIdentity(person),
    source: 'api',
    evidence: { details: evidence },
  })
  if (isProblem(recorded)) return recorded
  return { event: recorded.event, personId: recorded.person }
}
