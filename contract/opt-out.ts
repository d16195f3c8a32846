import * as v from 'valibot'
import { Person } from './identity.ts'
import { CompanyEvidence, FormId, Id, Ids, Instant, TypedPhone } from './words.ts'

/** POST /v1/opt-outs from a page: a typed number is enough to say no. */
export const OptOutByForm = v.object({
  form: FormId,
  person: v.object({ phone: TypedPhone }),
  /** Left out: everything. */
  categories: v.optional(v.pipe(Ids, v.minLength(1))),
})
export type OptOutByForm = v.InferInput<typeof OptOutByForm>

/** POST /v1/opt-outs with an API key. */
export const RecordOptOut = v.strictObject({
  person: Person,
  /** Left out: all senders. */
  sender: v.optional(Id),
  /** Left out: everything at the sender. */
  categories: v.optional(v.pipe(Ids, v.minLength(1))),
  at: v.optional(Instant),
  evidence: v.optional(CompanyEvidence),
  id: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
})
export type RecordOptOut = v.InferOutput<typeof RecordOptOut>

/** The same answer whether the number is known or not. */
export type OptedOut = { readonly status: 'stopped' }

export type OptOutRecorded = { readonly event: string; readonly personId: string }
