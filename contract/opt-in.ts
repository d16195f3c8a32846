import * as v from 'valibot'
import { Person } from './identity.ts'
import type { MembersOf } from './members-of.ts'
import {
  CompanyEvidence,
  FormId,
  Ids,
  instant,
  Language,
  Short,
  Timestamp,
  TypedPhone,
} from './words.ts'

/** POST /v1/opt-ins from the widget. `attempt` is made by the client and makes the request repeatable. */
export const HandInForm = v.object({
  form: FormId,
  noticeToken: v.pipe(Short, v.description('As GET /v1/forms/{form} gave it.')),
  attempt: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9_-]{8,64}$/u),
    v.description('Made by the client, new for each person: it makes the request repeatable.'),
  ),
  phone: v.optional(
    v.pipe(
      TypedPhone,
      v.description(
        'Left out where the message is to bring the number: then only a code is made, and nothing has been said yet.',
      ),
    ),
  ),
  categories: v.pipe(Ids, v.minLength(1)),
  language: Language,
  page: v.optional(
    v.pipe(v.string(), v.maxLength(500), v.description('The page that asked, without its query.')),
  ),
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

const Link = v.pipe(v.string(), v.url())

export const FormHandedIn = v.object({
  id: v.string(),
  status: v.literal('pending'),
  code: v.pipe(v.string(), v.description('Ties a message to this form: `#want` and the code.')),
  links: v.object({
    whatsapp: v.pipe(Link, v.description('Opens WhatsApp with the message written.')),
    sms: v.exactOptional(
      v.pipe(v.string(), v.description('The same by SMS, where the company has a number for it.')),
    ),
    email: v.exactOptional(
      v.pipe(v.string(), v.description('The same by e-mail, where the company has a mailbox.')),
    ),
  } satisfies MembersOf<FormHandedIn['links']>),
  watch: v.pipe(
    v.string(),
    v.description('Goes into the header `Quiero-Watch` of the requests that ask for its state.'),
  ),
  expiresAt: v.pipe(Timestamp, v.description('Until when the code is taken.')),
} satisfies MembersOf<FormHandedIn>)

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

export const OptInState = v.union([
  v.object({ status: v.picklist(['pending', 'expired']) }),
  v.object({
    status: v.literal('confirmed'),
    at: Timestamp,
    from: v.nullable(
      v.pipe(
        v.string(),
        v.description('The number that confirmed, masked; null when WhatsApp hid it.'),
      ),
    ),
    categories: v.array(v.string()),
  } satisfies MembersOf<Extract<OptInState, { readonly status: 'confirmed' }>>),
])

/** POST /v1/opt-ins with an API key: a yes that the company took elsewhere, with its evidence. */
export const RecordOptIn = v.pipe(
  v.strictObject({
    form: FormId,
    phone: v.optional(v.pipe(TypedPhone, v.description('Who said yes; or `person`.'))),
    person: v.optional(Person),
    categories: v.pipe(Ids, v.minLength(1)),
    refused: v.optional(
      v.pipe(Ids, v.description('Categories that the person refused in the same act.')),
      [],
    ),
    language: v.optional(Language),
    noticeToken: v.optional(
      v.pipe(Short, v.description('Names the notice, where the person was shown one of Quiero’s.')),
    ),
    proof: v.optional(
      v.pipe(
        v.picklist(['asserted', 'witnessed']),
        v.description(
          'How it is known to be this person; a company’s own word is at most `witnessed`.',
        ),
      ),
      'witnessed',
    ),
    evidence: CompanyEvidence,
    at: v.optional(
      instant(
        'When the person acted, if a device kept it without a network: at most 72 hours ago.',
      ),
    ),
    id: v.optional(
      v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(200),
        v.description('Your id of the act: the same id is the same act, for ever.'),
      ),
    ),
  }),
  v.check((act) => (act.phone === undefined) !== (act.person === undefined)),
)
export type RecordOptIn = v.InferOutput<typeof RecordOptIn>

export type OptInRecorded = { readonly event: string; readonly personId: string }

export const OptInRecorded = v.object({
  event: v.pipe(v.string(), v.description('The event that was stored.')),
  personId: v.pipe(v.string(), v.description('The person, as GET /v1/people/{id} knows them.')),
} satisfies MembersOf<OptInRecorded>)
