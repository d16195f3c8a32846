import * as v from 'valibot'
import { Person } from './identity.ts'
import { CompanyEvidence, FormId, Ids, Instant, Language, Short, TypedPhone } from './words.ts'

/** POST /v1/opt-ins from the widget. `attempt` is made by the client and makes the request repeatable. */
export const HandInForm = v.object({
  form: FormId,
  noticeToken: Short,
  attempt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/u)),
  /** Left out where the message is to bring the number: then only a code is made, and nothing has been said yet. */
  phone: v.optional(TypedPhone),
  categories: v.pipe(Ids, v.minLength(1)),
  language: Language,
  /** The page that asked, without its query. */
  page: v.optional(v.pipe(v.string(), v.maxLength(500))),
})
export type HandInForm = v.InferInput<typeof HandInForm>

/** The answer: the code that ties a message to this form, and the links that carry it. */
export type FormHandedIn = {
  readonly id: string
  readonly status: 'pending'
  readonly code: string
  readonly links: {
    readonly whatsapp: string
    /** Where the company has an SMS number: RFC 5724's form; Apple's devices want `&` where it has `?`. */
    readonly sms?: string
    /** Where the company has a mailbox. */
    readonly email?: string
  }
  /** Goes into the header `Quiero-Watch` of the requests that ask whether it was confirmed. */
  readonly watch: string
  readonly expiresAt: string
}

/** GET /v1/opt-ins/{id}, and each event of its stream. */
export type OptInState =
  | { readonly status: 'pending' | 'expired' }
  | {
      readonly status: 'confirmed'
      readonly at: string
      /** The number that confirmed, masked; null when WhatsApp hid it. */
      readonly from: string | null
      readonly categories: readonly string[]
    }

/** POST /v1/opt-ins with an API key: a yes that the company took elsewhere, with its evidence. */
export const RecordOptIn = v.pipe(
  v.strictObject({
    form: FormId,
    /** Who said yes: a phone, or one identity of any kind. */
    phone: v.optional(TypedPhone),
    person: v.optional(Person),
    categories: v.pipe(Ids, v.minLength(1)),
    /** Categories that the person refused in the same act. */
    refused: v.optional(Ids, []),
    language: v.optional(Language),
    /** Names the notice, where the person was shown one of ours. */
    noticeToken: v.optional(Short),
    /** How it is known to be this person; a company's own word is at most `witnessed`. */
    proof: v.optional(v.picklist(['asserted', 'witnessed']), 'witnessed'),
    evidence: CompanyEvidence,
    /** When the person acted, if a device kept it without a network: at most 72 hours ago. */
    at: v.optional(Instant),
    /** Makes the request repeatable. */
    id: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  }),
  v.check((act) => (act.phone === undefined) !== (act.person === undefined)),
)
export type RecordOptIn = v.InferOutput<typeof RecordOptIn>

export type OptInRecorded = { readonly event: string; readonly personId: string }
