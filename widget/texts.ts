import type { Badge, Language } from '../consent/company.ts'
import type { PhoneComplaint } from './phone-field.ts'
import type { Trouble } from './screens.ts'
import { EN } from './texts-en.ts'
import { ES } from './texts-es.ts'
import { PT } from './texts-pt.ts'

/** The headings of the screens after the form, by screen, and what is said aloud when one comes. */
type Headings =
  | 'sending'
  | 'continue'
  | 'waiting'
  | 'confirmed'
  | 'expired'
  | 'declined'
  | 'stopped'

/** The widget's own words; those of the notice come from the server. A language that lacks one does not compile. */
export type Texts = {
  readonly [kind in Headings | Badge | PhoneComplaint['kind'] | Trouble]: string
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

/** The words of each language. */
export const TEXTS: { readonly [language in Language]: Texts } = { es: ES, pt: PT, en: EN }

/** A text with its gaps filled: `{company}` by the company's name. */
export const say = (text: string, gaps: { readonly [name: string]: string | number }): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => String(gaps[name]))

/** A number in a sentence, which does not break over two lines. */
export const unbroken = (number: string): string => number.replace(/ /gu, '\u00A0')
