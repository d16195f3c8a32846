import * as v from 'valibot'
import { Person } from './identity.ts'
import type { MembersOf } from './members-of.ts'
import { CompanyEvidence, FormId, Id, Ids, instant, TypedPhone } from './words.ts'

/** POST /v1/opt-outs from a page: a typed number is enough to say no. */
export const OptOutByForm = v.object({
  form: FormId,
  person: v.object({ phone: TypedPhone }),
  categories: v.optional(v.pipe(Ids, v.minLength(1), v.description('Left out: everything.'))),
})
export type OptOutByForm = v.InferInput<typeof OptOutByForm>

/** POST /v1/opt-outs with an API key. */
export const RecordOptOut = v.strictObject({
  person: Person,
  sender: v.optional(v.pipe(Id, v.description('Left out: all senders.'))),
  categories: v.optional(
    v.pipe(Ids, v.minLength(1), v.description('Left out: everything at the sender.')),
  ),
  at: v.optional(instant('When the person said so.')),
  evidence: v.optional(CompanyEvidence),
  id: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(200),
      v.description('Your id of the act: the same id is the same act, for ever.'),
    ),
  ),
})
export type RecordOptOut = v.InferOutput<typeof RecordOptOut>

/** The same answer whether the number is known or not. */
export type OptedOut = { readonly status: 'stopped' }

export const OptedOut = v.object({
  status: v.literal('stopped'),
} satisfies MembersOf<OptedOut>)

export type OptOutRecorded = { readonly event: string; readonly personId: string }

export const OptOutRecorded = v.object({
  event: v.pipe(v.string(), v.description('The event that was stored.')),
  personId: v.pipe(v.string(), v.description('The person, as GET /v1/people/{id} knows them.')),
} satisfies MembersOf<OptOutRecorded>)
