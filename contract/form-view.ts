import type { Language, Theme } from '../consent/company.ts'
import type { FormTexts } from '../consent/form-texts.ts'
import type { Notice } from '../consent/notice.ts'
import type { CountryNumbering } from '../consent/numbering.ts'

/** GET /v1/forms/{form}: all that the widget needs to draw the form in one language. */
export type FormView = {
  readonly form: string
  readonly language: Language
  readonly languages: readonly Language[]
  readonly notice: Notice
  /** What the form says beside its notice. */
  readonly texts: FormTexts
  /** Names the notice that is shown; handed back with the form, good for thirty days. */
  readonly noticeToken: string
  readonly countries: readonly CountryNumbering[]
  /** Where the form takes numbers of every country: those that GET /v1/numberings/{country} tells when asked. */
  readonly otherCountries?: readonly string[] | undefined
  readonly theme: Theme
  /** The chat with the sender, with the form's keyword as a draft; null where no keyword names the form. */
  readonly chat: string | null
}
