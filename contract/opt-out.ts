import * as v from 'valibot'
import { Person } from './identity.ts'
import type { MembersOf } from './members-of.ts'
import { CompanyEvidence, FormId, Id, Ids, instant, Short, TypedPhone } from './words.ts'

const Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{1,128}$/u))

/**
 * Work that was asked for because more opt-outs are typed than people type, and what came of it: the counter at which
 * PBKDF2 of nonce and counter gives a key that begins with the prefix (ALTCHA's proof of work, version 2).
 */
export const WorkDone = v.object({
  challenge: v.object({
    parameters: v.looseObject({
      algorithm: v.literal('PBKDF2/SHA-256'),
      nonce: v.pipe(Hex, v.description('Hexadecimal, as the salt and the prefix are.')),
      salt: Hex,
      cost: v.pipe(v.number(), v.description('Iterations.')),
      keyLength: v.pipe(v.number(), v.description('In bytes.')),
      keyPrefix: v.pipe(Hex, v.description('How the key begins that is sought.')),
      keySignature: v.exactOptional(Short),
      data: v.exactOptional(
        v.pipe(
          v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
          v.description('For what it was asked, and until when. Sent back as it is.'),
        ),
      ),
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
  work: v.optional(
    v.pipe(WorkDone, v.description('Where the same was refused with `work-needed`.')),
  ),
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
