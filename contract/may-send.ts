import * as v from 'valibot'
import { PROOFS, type Proof } from '../consent/proof.ts'
import {
  ALLOW_REASONS,
  DENY_REASONS,
  type AllowReason,
  type DenyReason,
} from '../consent/reason.ts'
import { Person } from './identity.ts'
import type { MembersOf } from './members-of.ts'
import { Id, Timestamp } from './words.ts'

/** POST /v1/may-send. */
export const AskMaySend = v.strictObject({
  person: Person,
  sender: v.pipe(Id, v.description('The number that would send, by its id in your document.')),
  category: v.pipe(Id, v.description('What the message is about, by its id in your document.')),
  template: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(512),
      v.description(
        'The name of the template that is to be sent. One that Meta moved to marketing is judged as marketing.',
      ),
    ),
  ),
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

export const MaySendAnswer = v.object({
  allow: v.pipe(
    v.boolean(),
    v.description('Whether it may be sent. Anything but true means: do not send.'),
  ),
  reason: v.pipe(v.picklist([...ALLOW_REASONS, ...DENY_REASONS]), v.description('Why.')),
  evidence: v.nullable(v.pipe(v.string(), v.description('The event that decided.'))),
  proof: v.nullable(
    v.pipe(v.picklist(PROOFS), v.description('How it is known that it was this person.')),
  ),
  personId: v.nullable(
    v.pipe(v.string(), v.description('The person, where anybody is known by this.')),
  ),
  asOf: v.pipe(Timestamp, v.description('The instant that the decision holds for.')),
  validForSeconds: v.pipe(
    v.number(),
    v.description('How long it may be kept: a “no” for a minute, an “allow” not at all.'),
  ),
} satisfies MembersOf<MaySendAnswer>)
