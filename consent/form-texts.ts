import type { Badge, Language } from './company.ts'
import { EN } from './form-texts-en.ts'
import { ES } from './form-texts-es.ts'
import { PT } from './form-texts-pt.ts'
import type { PhoneProblem } from './phone-problem.ts'

/** Why a form could not be handed in. */
type Troubles = 'not-sent' | 'offline' | 'not-available' | 'by-message'

/** The ways to say yes without typing a number. */
type Ways = 'whatsapp' | 'sms' | 'email'

/** What a form says beside its notice while it is being filled in, in one language. */
export type FirstTexts = {
  readonly [kind in Badge | Ways | 'not-loaded']: string
} & {
  readonly phone: string
  readonly country: string
  readonly example: string
  readonly afterYes: string
  readonly orTap: string
  readonly stop: string
}

/** The headings of the screens after the form, by screen, and what is said aloud when one comes. */
type Headings =
  | 'sending'
  | 'continue'
  | 'waiting'
  | 'unwatched'
  | 'confirmed'
  | 'expired'
  | 'declined'
  | 'stopped'

/** What a phone field can say of a number that is not complete, beside what the server refuses. */
type DigitComplaints = 'digits-missing' | 'digits-left-over' | 'not-in-use'

/** What the screens after the form say. */
export type LaterTexts = {
  readonly [kind in Headings | Troubles | PhoneProblem['problem'] | DigitComplaints]: string
} & {
  /** The complaints about digits when it is only one, and what follows after any of them. */
  readonly oneMissing: string
  readonly oneLeftOver: string
  readonly mobileHas: string
  readonly tickMissing: string
  readonly noticeChanged: string
  readonly sendThis: string
  readonly openWhatsApp: string
  readonly waitHere: string
  readonly sentAlone: string
  readonly scan: string
  /** The same on a phone, whose own camera cannot see it. */
  readonly scanThere: string
  readonly byHand: string
  readonly copyNumber: string
  readonly copyText: string
  readonly copied: string
  /** Questions, never refusals: WhatsApp runs on landlines too. */
  readonly landline: string
  readonly landlineOrMobile: string
  readonly findCountry: string
  readonly noCountry: string
  /** Copying was refused: what was to be copied is selected. */
  readonly selected: string
  /** A page of the form's own, from inside an app and from a browser. */
  readonly inBrowser: string
  readonly inTab: string
  readonly agreed: string
  readonly tooLate: string
  readonly typeToStop: string
  readonly stopNow: string
  readonly back: string
  /** Back from a no, which may have been said long ago. */
  readonly changedMind: string
}

/** All that a form says in one language. */
export type FormTexts = FirstTexts & LaterTexts

/** The same in two parts, as it is written down and as it is sent. A language that lacks a text does not compile. */
export type PartedTexts = { readonly first: FirstTexts; readonly later: LaterTexts }

/** What forms say in each language. */
export const FORM_TEXTS: { readonly [language in Language]: FormTexts } = {
  es: { ...ES.first, ...ES.later },
  pt: { ...PT.first, ...PT.later },
  en: { ...EN.first, ...EN.later },
}

/** Parts what a form says into what its first screen needs and the rest. */
export const partedTexts = (texts: FormTexts): PartedTexts => ({
  first: partLike(EN.first, texts),
  later: partLike(EN.later, texts),
})

const partLike = <Part extends object>(model: Part, texts: Part): Part => {
  const part = { ...model }
  for (const key in model) part[key] = texts[key]
  return part
}
