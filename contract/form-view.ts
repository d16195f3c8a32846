import * as v from 'valibot'
import { KINDS } from '../consent/category.ts'
import { BADGES, FONTS, LANGUAGES, SCHEMES, type Language } from '../consent/company.ts'
import type { FirstTexts, LaterTexts } from '../consent/form-texts.ts'
import type { Notice, NoticeCategory, NoticeSender } from '../consent/notice.ts'
import type { CountryNumbering } from '../consent/numbering.ts'
import type { ShownTheme } from '../consent/shown-theme.ts'
import type { MembersOf } from './members-of.ts'

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

const NoticeShown = v.object({
  schema: v.literal('quiero-notice/1'),
  company: v.object({
    id: v.string(),
    name: v.string(),
    businessManagerId: v.string(),
  } satisfies MembersOf<Notice['company']>),
  form: v.string(),
  language: v.picklist(LANGUAGES),
  senders: v.array(
    v.object({
      id: v.string(),
      phone: v.string(),
      displayName: v.string(),
      badge: v.picklist(BADGES),
    } satisfies MembersOf<NoticeSender>),
  ),
  statement: v.string(),
  categories: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(KINDS),
      title: v.string(),
      example: v.string(),
      frequency: v.string(),
    } satisfies MembersOf<NoticeCategory>),
  ),
  howToStop: v.string(),
  notCondition: v.string(),
  privacy: v.object({ text: v.string(), url: v.string() } satisfies MembersOf<Notice['privacy']>),
  trademark: v.string(),
  buttons: v.object({ yes: v.string(), no: v.string() } satisfies MembersOf<Notice['buttons']>),
} satisfies MembersOf<Notice>)

const Colour = v.optional(v.string())

const ThemeShown = v.object({
  scheme: v.optional(v.picklist(SCHEMES)),
  radius: v.optional(v.number()),
  font: v.optional(v.picklist(FONTS)),
  accent: Colour,
  ink: Colour,
  accentDark: Colour,
  inkDark: Colour,
} satisfies MembersOf<ShownTheme>)

export const Numbering = v.object({
  country: v.pipe(v.string(), v.description('ISO 3166, two letters.')),
  callingCode: v.string(),
  trunk: v.pipe(
    v.string(),
    v.description(
      'What people dial before a national number at home and leave out abroad, as a pattern.',
    ),
  ),
  whole: v.pipe(v.string(), v.description('What the groups of that pattern become.')),
  digits: v.pipe(v.number(), v.description('How many digits people say a mobile number has.')),
  lengths: v.pipe(
    v.array(v.number()),
    v.description('How many digits a national number can have, without the trunk prefix.'),
  ),
  mobile: v.pipe(v.string(), v.description('Mobile numbers, as a pattern.')),
  landline: v.pipe(
    v.string(),
    v.description('Landlines; empty where the country gives both the same numbers.'),
  ),
  formats: v.pipe(v.string(), v.description('How numbers are grouped, packed for the widget.')),
  example: v.pipe(v.string(), v.description('A mobile number as people there write it.')),
} satisfies MembersOf<CountryNumbering>)

const Words = v.record(v.string(), v.string())
const Way = v.nullable(v.string())

/** What is drawn, as a form is asked for over HTTP: with the whole notice, as its hash names it. */
export const FormView = v.object({
  form: v.string(),
  language: v.picklist(LANGUAGES),
  languages: v.array(v.picklist(LANGUAGES)),
  notice: v.pipe(NoticeShown, v.description('The exact words to show. A yes refers to them.')),
  texts: v.pipe(Words, v.description('What the form says beside its notice.')),
  laterTexts: v.nullable(v.pipe(Words, v.description('What the screens after it say.'))),
  noticeToken: v.pipe(
    v.string(),
    v.description(
      'Names the notice that is shown; handed back with the form, good for thirty days.',
    ),
  ),
  countries: v.array(
    v.object({
      ...Numbering.entries,
      name: v.pipe(v.string(), v.description('What the country is called in the form’s language.')),
    } satisfies MembersOf<NamedNumbering>),
  ),
  otherCountries: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        'Where the form takes numbers of every country: those that GET /v1/numberings/{country} tells.',
      ),
    ),
  ),
  theme: ThemeShown,
  ways: v.pipe(
    v.object({ whatsapp: Way, sms: Way, email: Way } satisfies MembersOf<FormView['ways']>),
    v.description('Links that say yes without this server, where there are any.'),
  ),
  chat: Way,
} satisfies MembersOf<Omit<FormView, 'texts' | 'laterTexts'>> & {
  readonly [name in 'texts' | 'laterTexts']: v.GenericSchema
})
