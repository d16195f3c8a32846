import type { ShownForm } from './show-form.ts'
import { PHONE_PROBLEMS } from '../../consent/phone-problem.ts'

/** Every way in which a request is refused. The list is closed; http/ gives each a status and a sentence. */
export const PROBLEMS = [
  ...PHONE_PROBLEMS,
  'api-key-ended',
  'api-key-missing',
  'api-key-mistyped',
  'api-key-not-found',
  'api-key-not-valid',
  'attempt-already-used',
  'batch-header-not-valid',
  'body-not-json',
  'body-not-valid',
  'body-not-gzip',
  'body-too-large',
  'category-not-found',
  'category-not-offered',
  'company-not-found',
  'campaign-not-found',
  'cursor-not-valid',
  'document-not-valid',
  'document-refused',
  'form-not-found',
  'form-taken',
  'handshake-not-valid',
  'headers-too-many',
  'hold-not-found',
  'idempotency-key-in-use',
  'idempotency-key-not-valid',
  'idempotency-key-reused',
  'import-differs',
  'import-header-not-valid',
  'import-in-use',
  'import-mostly-refused',
  'import-not-found',
  'import-not-from-there',
  'import-time-not-valid',
  'internal',
  'kit-not-clear',
  'kit-not-found',
  'log-not-signed',
  'link-header-not-valid',
  'link-not-found',
  'link-used',
  'log-size-not-valid',
  'not-found',
  'not-in-conflict',
  'notice-out-of-date',
  'notice-token-not-valid',
  'number-not-known',
  'opt-in-not-found',
  'origin-not-allowed',
  'person-not-found',
  'scope-missing',
  'secret-not-allowed',
  'sender-not-found',
  'signature-not-valid',
  'signature-too-old',
  'time-not-valid',
  'too-many-requests',
  'too-many-batches',
  'too-many-exports',
  'too-many-imports',
  'unavailable',
  'webhook-not-found',
  'work-needed',
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

/** A refusal. It is a value, and never repeats what was sent. */
export type Problem = {
  readonly problem: ProblemCode
  /** What else to tell: the field that is amiss, or why a document was refused. */
  readonly more?: { readonly [name: string]: unknown } | undefined
  /** The notice that is in force, to go on with. */
  readonly form?: ShownForm | undefined
}

/** A refusal by its code. */
export const problem = (code: ProblemCode, more?: Problem['more']): Problem =>
  more === undefined ? { problem: code } : { problem: code, more }

/** Whether an answer is a refusal. */
export const isProblem = <Answer>(
  answer: Answer,
): answer is Extract<Answer, { readonly problem: ProblemCode }> =>
  typeof answer === 'object' && answer !== null && 'problem' in answer
