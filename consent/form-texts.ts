import type { Badge, Language } from './company.ts'
import { EN } from './form-texts-en.ts'
import { ES } from './form-texts-es.ts'
import { PT } from './form-texts-pt.ts'
import type { PhoneProblem } from './phone-problem.ts'

/** The headings of the screens after the form, by screen, and what is said aloud when one comes. */
type Headings =
  | 'sending'
  | 'continue'
  | 'waiting'
  | 'confirmed'
  | 'expired'
  | 'declined'
  | 'stopped'

/** What a phone field can say of a number that is not complete, beside what the server refuses. */
type DigitComplaints = 'digits-missing' | 'digits-left-over' | 'not-in-use'

/** Why a form could not be handed in. */
type Troubles = 'not-sent' | 'not-available'

/** What a form says beside its notice, in one language. A language that lacks a text does not compile. */
export type FormTexts = {
  readonly [kind in Headings | Badge | PhoneProblem['problem'] | DigitComplaints | Troubles]: string
} & {
  readonly phone: string
  readonly country: string
  readonly example: string
  /** The complaints about digits when it is only one, and what follows after any of them. */
  readonly oneMissing: string
  readonly oneLeftOver: string
  readonly mobileHas: string
  /** Questions, never refusals: WhatsApp runs on landlines too. */
  readonly landline: string
  readonly landlineOrMobile: string
  readonly tickMissing: string
  readonly noticeChanged: string
  readonly afterYes: string
  readonly sendThis: string
  readonly openWhatsApp: string
  readonly waitHere: string
  readonly byHand: string
  readonly agreed: string
  readonly tooLate: string
  readonly stop: string
  readonly typeToStop: string
  readonly stopNow: string
  readonly retry: string
  readonly back: string
}

/** What forms say in each language. */
export const FORM_TEXTS: { readonly [language in Language]: FormTexts } = { es: ES, pt: PT, en: EN }
