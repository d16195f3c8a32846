import * as v from 'valibot'
import type { Proof } from '../consent/proof.ts'
import type { AllowReason, DenyReason } from '../consent/reason.ts'
import { Person } from './identity.ts'
import { Id } from './words.ts'

/** POST /v1/may-send. */
export const AskMaySend = v.strictObject({
  person: Person,
  sender: Id,
  category: Id,
  /** The name of the template that is to be sent. */
  template: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(512))),
})
export type AskMaySend = v.InferOutput<typeof AskMaySend>

/** One decision. An "allow" must not be kept; a "no" may be, for as long as it says. */
export type MaySendAnswer = {
  readonly allow: boolean
  readonly reason: AllowReason | DenyReason
  readonly evidence: string | null
  readonly proof: Proof | null
  readonly personId: string | null
  readonly asOf: string
  readonly validForSeconds: number
}
