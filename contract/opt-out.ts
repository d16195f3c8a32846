import * as v from 'valibot'
import { Person } from './identity.ts'
import { CompanyEvidence, FormId, Id, Ids, Instant, Short, TypedPhone } from './words.ts'

const Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{1,128}$/u))

/**
 * Work that was asked for because more opt-outs are typed than people type, and what came of it: the counter at which
 * PBKDF2 of nonce and counter gives a key that begins with the prefix (ALTCHA's proof of work, version 2).
 */
export const WorkDone = v.object({
  challenge: v.object({
    parameters: v.looseObject({
      algorithm: v.literal('PBKDF2/SHA-256'),
      /** Hexadecimal, as the salt and the prefix are. */
      nonce: Hex,
      salt: Hex,
      /** Iterations. */
      cost: v.number(),
      /** In bytes. */
      keyLength: v.number(),
      keyPrefix: Hex,
    }),
    signature: Short,
  }),
  solution: v.object({ counter: v.pipe(v.number(), v.safeInteger()), derivedKey: Hex }),
})
export type WorkDone = v.InferInput<typeof WorkDone>

/** What the problem `work-needed` asks for, as `work`. */
export type WorkAsked = WorkDone['challenge']

/** POST /v1/opt-outs from a page: a typed number is enough to say no. */
export const OptOutByForm = v.object({
  form: FormId,
  person: v.object({ phone: TypedPhone }),
  /** Where the same was refused with `work-needed`. */
  work: v.optional(WorkDone),
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
