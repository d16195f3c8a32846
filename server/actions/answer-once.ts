import { canonicalJson } from '../../consent/canonical.ts'
import type { KeptAnswer } from '../answers.ts'
import type { Deps } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

/** How long a request's answer is kept for when it comes again, as Stripe does: 24 hours. */
const KEPT_FOR = 24 * 60 * 60 * 1000

// Longer than any of these acts takes: a claim that is older was left by a process that ended.
const LEASE = 60_000

/** A request that the caller may send again, and how it is known. */
export type RepeatableRequest = {
  readonly company: string
  /** What was asked for, in words that name nobody: `POST /v1/opt-ins`. */
  readonly route: string
  /** The `Idempotency-Key`. */
  readonly key: string
  /** All that was sent: whoever sends the same means the same. */
  readonly content: readonly unknown[]
}

/** What came of it. A repeat was done earlier. */
export type AnsweredOnce = { readonly answer: KeptAnswer; readonly isRepeat: boolean }

/**
 * Does once what a request asks for, however often it comes within a day, and answers each time as the first
 * time (https://docs.stripe.com/api/idempotent_requests). The claim is on disk before the act begins; the act bears
 * the name that `act` is given, so that after a crash between act and answer the same act is found again and not
 * done twice. What was refused, and what failed, did nothing: it is forgotten, so that it can be mended or sent
 * again under the same key.
 */
export const answerOnce = async (
  deps: Deps,
  request: RepeatableRequest,
  act: (name: string) => Promise<KeptAnswer>,
): Promise<AnsweredOnce | Problem> => {
  const { company, route, key, content } = request
  const memory = deps.memory.of(company)
  const name = deps.sealer.sign('idempotency', canonicalJson([company, route, key]))
  const at = deps.now()
  const claimed = await memory.write((records) =>
    records.claimAnswer({
      name,
      fingerprint: deps.sealer.sign('idempotency', JSON.stringify(content)),
      at,
      leaseUntil: at + LEASE,
      notBefore: at - KEPT_FOR,
    }),
  )
  if (claimed.state === 'answered') return { answer: claimed.answer, isRepeat: true }
  if (claimed.state === 'other-content') return problem('idempotency-key-reused')
  if (claimed.state === 'in-use') return problem('idempotency-key-in-use')
  const drop = () => memory.write((records) => records.dropAnswer(name))
  // A key may be used anew after a day, and is then another act.
  const answer = await act(`${name}|${claimed.since}`).catch(async (error: unknown) => {
    await drop()
    throw error
  })
  if (answer.status >= 300) await drop()
  else await memory.write((records) => records.keepAnswer(name, answer))
  return { answer, isRepeat: false }
}

/** Forgets the answers that are kept no longer. */
export const forgetOldAnswers = async (deps: Deps, company: string): Promise<void> => {
  const begunBy = deps.now() - KEPT_FOR
  await deps.memory.of(company).write((records) => records.forgetAnswers(begunBy))
}
