import type { Language, Theme } from '../consent/company.ts'
import type { FirstTexts, LaterTexts } from '../consent/form-texts.ts'
import type { Notice } from '../consent/notice.ts'
import type { CountryNumbering } from '../consent/numbering.ts'

/** GET /v1/forms/{form}: all that the widget needs to draw the form in one language. */
export type FormView = {
  readonly form: string
  readonly language: Language
  readonly languages: readonly Language[]
  readonly notice: Notice
  /** What the form says beside its notice. */
  readonly texts: FirstTexts
  /** What the screens after it say; left out where they are asked for when they are needed. */
  readonly laterTexts: LaterTexts | null
  /** Names the notice that is shown; handed back with the form, good for thirty days. */
  readonly noticeToken: string
  readonly countries: readonly CountryNumbering[]
  /** Codes of countries that are taken too and not sent along; left out where only `countries` are. */
  readonly otherCountries?: readonly string[]
  readonly theme: Theme
  /** Links with the form's keyword as a draft, to which ` ` and category ids are added; null: no such way. */
  readonly ways: {
    readonly whatsapp: string | null
    readonly sms: string | null
    readonly email: string | null
  }
}
