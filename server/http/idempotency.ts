import type { Context } from 'hono'
import { answerOnce } from '../actions/answer-once.ts'
import { isProblem, problem } from '../actions/problem.ts'
import type { StoredCompany } from '../ports.ts'
import type { HttpDeps } from './deps.ts'
import { PROBLEM_TYPE, refuse } from './problems.ts'

/**
 * Answers a request as it was answered the first time when its `Idempotency-Key` came before, and says so in
 * `Idempotent-Replayed`, as Stripe does. `act` is given a name under which what it does can be found again, or
 * nothing where no key was sent. For requests that bear an API key: what a page sends has its `attempt`.
 */
export const once = async (
  deps: HttpDeps,
  c: Context,
  { document: company }: StoredCompany,
  route: string,
  act: (name?: string) => Promise<Response>,
): Promise<Response> => {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return act()
  if (!/^[\x21-\x7E]{1,255}$/u.test(key)) return refuse(c, problem('idempotency-key-not-valid'))
  // The address too, since it may name a person.
  const content = [c.req.path, await c.req.text()]
  const done = await answerOnce(
    deps,
    { company: company.id, route, key, content },
    async (name) => {
      const response = await act(name)
      return { status: response.status, body: await response.text() }
    },
  )
  if (isProblem(done)) {
    if (done.problem === 'idempotency-key-in-use') c.header('Retry-After', '1')
    return refuse(c, done)
  }
  const { answer, isRepeat } = done
  if (isRepeat) c.header('Idempotent-Replayed', 'true')
  const headers = new Headers(c.res.headers)
  // What is answered for the first time may have set it already.
  headers.set('Content-Type', answer.status < 300 ? 'application/json' : PROBLEM_TYPE)
  return new Response(answer.body, { status: answer.status, headers })
}
