import type { FrequencySpan, Kind } from './category.ts'
import type { PassingOn } from './passing-on.ts'
import type { Proof } from './proof.ts'
import type { DoorProvider, SenderProvider } from './provider.ts'
import type { TemplateGap } from './outgoing.ts'
import type { ReplyKind } from './reply.ts'
import type { ResumePolicy } from './resume.ts'
import type { Webhook } from './webhook.ts'

/** The languages in which Quiero speaks to people. */
export const LANGUAGES = ['es', 'pt', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text in each language that the company uses. */
export type Texts = { readonly [language in Language]?: string | undefined }

/** Whether the sender bears Meta's verified badge or only the word "business". */
export const BADGES = ['verified', 'business'] as const
export type Badge = (typeof BADGES)[number]

/** What messages are about. A person agrees to each category on its own. */
export type Category = {
  readonly id: string
  readonly kind: Kind
  readonly title: Texts
  readonly example: Texts
  readonly frequency: { readonly atMost: number; readonly per: FrequencySpan }
  readonly leastProof?: Proof | undefined
  /** Whether an imported yes is enough for those who have never said no: the company vouches for its old records. */
  readonly acceptsImported?: boolean | undefined
  /** Days after which a yes is `expired`; never when absent. */
  readonly validForDays?: number | undefined
  /** When the purpose last changed: a yes from before it `needs_renewal`. ISO instant. */
  readonly purposeChangedAt?: string | undefined
}

/** One WhatsApp business number. */
export type Sender = {
  readonly id: string
  readonly phone: string
  readonly displayName: string
  readonly badge: Badge
  readonly wabaId?: string | undefined
  /** Absent: `any-message`, and `keyword` for people whose number begins with +1 (design R5). */
  readonly resume?: ResumePolicy | undefined
  /** Opt-out words with a second meaning that this sender takes as opt-outs. */
  readonly alsoStopOn?: readonly string[] | undefined
  /** Whether a text that only sounds like an opt-out stops too. */
  readonly strictRevocation?: boolean | undefined
  readonly provider?: SenderProvider | undefined
  /** Where messages go on to that are neither an opt-out nor a subscription. */
  readonly passOn?: PassingOn | undefined
  /** The replies that are switched off, or on; all are on where the provider's part has what it takes to send. */
  readonly replies?: { readonly [kind in ReplyKind]?: boolean | undefined } | undefined
  /** What is sent instead of a reply's own words once the person's 24-hour window has closed; else nothing is. */
  readonly templates?: { readonly [kind in ReplyKind]?: TemplateTexts | undefined } | undefined
}

/** A template of the company's in each language that it has. */
export type TemplateTexts = { readonly [language in Language]?: Template | undefined }

/** A template that WhatsApp has approved. */
export type Template = {
  /** As the provider names it: a name, or Twilio's Content SID. */
  readonly name: string
  /** The provider's code of its language: `es_MX`. */
  readonly language: string
  /** What its gaps are filled with, in their order. */
  readonly parameters?: readonly TemplateGap[] | undefined
}

/** Another way in, an SMS number or a mailbox, and the senders it speaks for (default: all). */
export type Door = {
  readonly id: string
  readonly kind: string
  readonly phone?: string | undefined
  /** A mailbox's e-mail address. */
  readonly address?: string | undefined
  readonly senders?: readonly string[] | undefined
  /** Of the same kind as the door. */
  readonly provider?: DoorProvider | undefined
}

/** A word that stands for a form's notice. */
export type Keyword = { readonly word: string; readonly form: string }

/** One place that asks. */
export type Form = {
  readonly id: string
  readonly sender: string
  readonly categories: readonly string[]
  readonly origins: readonly string[]
  readonly countries: readonly string[]
  /** Whether numbers of every other country are taken too, when they are written with their country code. */
  readonly otherCountries?: boolean | undefined
  readonly languages?: readonly Language[] | undefined
  /** How Spanish speaks to people: `tú`, which is the default, or `usted`. */
  readonly spanish?: SpanishAddress | undefined
  readonly texts?: OwnTexts | undefined
  readonly theme?: Theme | undefined
}

export const SPANISH_ADDRESSES = ['informal', 'formal'] as const
export type SpanishAddress = (typeof SPANISH_ADDRESSES)[number]

/** The company's own words for some that a form says beside its notice (`own-texts.ts` lists which). */
export type OwnTexts = {
  readonly [language in Language]?: Readonly<Record<string, string>> | undefined
}

export const SCHEMES = ['light', 'dark', 'auto'] as const
export const FONTS = ['page', 'system'] as const

/** What a form may change of its looks. Nothing that could make "no" smaller than "yes". */
export type Theme = {
  /** The colour of buttons, ticks and the company's sign: #rrggbb. */
  readonly accent?: string | undefined
  /** The same where the form is dark; without it the accent has to do for both. */
  readonly accentDark?: string | undefined
  /** Corners, in pixels. */
  readonly radius?: number | undefined
  /** `auto` follows the person's own setting; without it the form is light. */
  readonly scheme?: (typeof SCHEMES)[number] | undefined
  /** The font of the page around the form, which is the default, or the one of the person's system. */
  readonly font?: (typeof FONTS)[number] | undefined
}

/** A company's whole set-up: one document, and nothing else holds settings. */
export type Company = {
  readonly id: string
  readonly name: string
  readonly businessManagerId: string
  readonly privacyUrl: string
  readonly languages: readonly Language[]
  readonly categories: readonly Category[]
  readonly senders: readonly Sender[]
  readonly doors?: readonly Door[] | undefined
  readonly keywords?: readonly Keyword[] | undefined
  readonly forms: readonly Form[]
  /** Where the company is told of every event. */
  readonly webhooks?: readonly Webhook[] | undefined
}
