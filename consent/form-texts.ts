import type { Badge, Language } from './company.ts'
import { EN } from './form-texts-en.ts'
import { ES } from './form-texts-es.ts'
import { PT } from './form-texts-pt.ts'
import type { PhoneProblem } from './phone-problem.ts'

/** What a phone field can say of a number that is not complete, beside what the server refuses. */
type DigitComplaints = 'digits-missing' | 'digits-left-over' | 'not-in-use'

/** Why a form could not be handed in. */
type Troubles = 'not-sent' | 'offline' | 'not-available'

/** The ways to say yes without typing a number. */
type Ways = 'whatsapp' | 'sms' | 'email'

/** What a form says beside its notice while it is being filled in, in one language. */
export type FirstTexts = {
  readonly [kind in Badge | PhoneProblem['problem'] | DigitComplaints | Ways]: string
} & {
  readonly phone: string
  readonly country: string
  readonly example: string
  /** The complaints about digits when it is only one, and what follows after any of them. */
  readonly oneMissing: string
  readonly oneLeftOver: string
  readonly mobileHas: string
  readonly tickMissing: string
  readonly noticeChanged: string
  readonly afterYes: string
  readonly sending: string
  readonly orTap: string
  readonly stop: string
  /** The later part, and with it the words for every other trouble, could not be loaded. */
  readonly 'not-loaded': string
}

/** The headings of the screens after the form, by screen, and what is said aloud when one comes. */
type Headings =
  | 'continue'
  | 'waiting'
  | 'unwatched'
  | 'confirmed'
  | 'expired'
  | 'declined'
  | 'stopped'

/** What the screens after the form say. */
export type LaterTexts = {
  readonly [text in Headings | Troubles]: string
} & {
  readonly sendThis: string
  readonly openWhatsApp: string
  readonly waitHere: string
  readonly sentAlone: string
  readonly scan: string
  readonly byHand: string
  readonly copyNumber: string
  readonly copyText: string
  readonly copied: string
  readonly agreed: string
  readonly tooLate: string
  readonly typeToStop: string
  readonly stopNow: string
  readonly back: string
  /** Back from a no, which may have been said long ago. */
  readonly changedMind: string
}

/** What a form says in one language. */
export type FormTexts = { readonly first: FirstTexts; readonly later: LaterTexts }

/** What forms say in each language. A language that lacks a text does not compile. */
export const FORM_TEXTS: { readonly [language in Language]: FormTexts } = { es: ES, pt: PT, en: EN }
