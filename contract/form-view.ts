import type { Language } from '../consent/company.ts'
import type { FirstTexts, LaterTexts } from '../consent/form-texts.ts'
import type { Notice, NoticeCategory, NoticeSender } from '../consent/notice.ts'
import type { CountryNumbering } from '../consent/numbering.ts'
import type { ShownTheme } from '../consent/shown-theme.ts'

/** The part of a notice that is drawn; the whole of it is what its hash names. */
export type DrawnNotice = Pick<
  Notice,
  'statement' | 'howToStop' | 'notCondition' | 'privacy' | 'trademark' | 'buttons'
> & {
  readonly company: Pick<Notice['company'], 'name'>
  readonly senders: readonly Omit<NoticeSender, 'id'>[]
  readonly categories: readonly Omit<NoticeCategory, 'kind'>[]
}

/** How numbers of a country are written, and what the country is called in the form's language. */
export type NamedNumbering = CountryNumbering & { readonly name: string }

/** GET /v1/forms/{form}: all that the widget needs to draw the form in one language. */
export type FormView = {
  readonly form: string
  readonly language: Language
  readonly languages: readonly Language[]
  readonly notice: DrawnNotice
  /** What the form says beside its notice. */
  readonly texts: FirstTexts
  /** What the screens after it say; left out where they are asked for when they are needed. */
  readonly laterTexts: LaterTexts | null
  /** Names the notice that is shown; handed back with the form, good for thirty days. */
  readonly noticeToken: string
  readonly countries: readonly NamedNumbering[]
  /** Where the form takes numbers of every country: those that GET /v1/numberings/{country} tells when asked. */
  readonly otherCountries?: readonly string[] | undefined
  readonly theme: ShownTheme
  /**
   * Links that say yes without our server: drafts with the form's keyword, to which `%20` and the ids of the
   * ticked categories are added. Null where no keyword names the form, or the company has no such door. An
   * `sms:` link is RFC 5724's; Apple's devices want `&` where it has `?`.
   */
  readonly ways: {
    readonly whatsapp: string | null
    readonly sms: string | null
    readonly email: string | null
  }
  /** `ways.whatsapp`, by the name that the widget of 0.1.0 knows it by. */
  readonly chat: string | null
}
