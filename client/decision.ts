import type { AllowReason, DenyReason } from '../consent/reason.ts'
import type { Decision, NotAnswered } from './answers.ts'
import type { Proof } from '../consent/proof.ts'
import { notAnAnswer } from './faults.ts'
import { QuieroProblem } from './problem.ts'
import { isObject, textIn } from './read.ts'

const ALLOWS = { consented: true, service_window: true } satisfies Record<AllowReason, true>

const PROOFS = {
  imported: true,
  asserted: true,
  witnessed: true,
  link: true,
  message: true,
} satisfies Record<Proof, true>

/**
 * Reads a decision as strictly as can be: it is an "allow" only with every member that an "allow" has, a reason that
 * allows, the person and the event that it rests on. Null where it is no decision.
 */
export const decisionIn = (said: unknown): Decision | null => {
  const grounds = isObject(said) ? groundsIn(said) : null
  if (!isObject(said) || !grounds || typeof said['reason'] !== 'string') return null
  const { allow, reason } = said
  if (allow === false) return isDenial(reason) ? { allow, reason, ...grounds } : null
  const isYes = allow === true && isIn(ALLOWS, reason) && !Object.values(grounds).includes(null)
  return isYes ? { allow, reason, ...grounds } : null
}

const groundsIn = (said: {
  readonly [name: string]: unknown
}): Omit<Decision, 'allow' | 'reason'> | null => {
  const { evidence, proof, personId, asOf, validForSeconds } = said
  if (!isTextOrNull(evidence) || !isTextOrNull(personId) || !isProofOrNull(proof)) return null
  if (typeof asOf !== 'string' || Number.isNaN(Date.parse(asOf))) return null
  if (typeof validForSeconds !== 'number') return null
  return { evidence, proof, personId, asOf, validForSeconds }
}

/** Reads one line of a list's answers. Throws a QuieroProblem where it is none. */
export const answerIn = (line: string): Decision | NotAnswered => {
  const said = parsed(line)
  const decision = decisionIn(said)
  if (decision) return decision
  const code = isObject(said) ? textIn(said, 'problem') : undefined
  if (!isObject(said) || code === undefined || 'allow' in said) throw notAnAnswer(200)
  return notAnswered(
    new QuieroProblem({
      code,
      status: 422,
      title: 'Question not understood',
      detail: 'This question of the list could not be answered; its code says why.',
      at: textIn(said, 'at'),
    }),
  )
}

/** What stands for an answer that there is not. */
export const notAnswered = (problem: QuieroProblem): NotAnswered => ({
  allow: false,
  reason: 'no_answer',
  problem,
})

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const isTextOrNull = (value: unknown): value is string | null =>
  value === null || typeof value === 'string'

const isProofOrNull = (value: unknown): value is Proof | null =>
  value === null || (typeof value === 'string' && isIn(PROOFS, value))

/** A word that a later server has for a "no" is a "no" too. */
const isDenial = (reason: string): reason is DenyReason => !isIn(ALLOWS, reason)

const isIn = <Word extends string>(
  words: { readonly [word in Word]: true },
  text: string,
): text is Word => Object.hasOwn(words, text)
