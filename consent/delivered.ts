import type { Kind } from './category.ts'
import type { E164 } from './line.ts'

/** Who did something, as a provider tells it: by phone, by business-scoped id, or by both. */
export type Seen = {
  readonly phone: E164 | null
  readonly bsuid: string | null
  /** The id that all portfolios of a managed business share, where it is told beside the portfolio's own. */
  readonly parent?: string | undefined
}

/** What names one delivery for ever: the provider's id of the business number, and its id of what happened. */
type Named = {
  /** The provider's own id of the business number, as the company's document has it. */
  readonly account: string
  readonly id: string
  /** When it happened, in milliseconds; null where the provider does not tell. */
  readonly sentAt: number | null
}

/** A picture, a voice note, a file: told by what the provider calls it, never fetched. */
export type Attachment = {
  readonly kind: string
  /** The provider's id of it, or its address there. */
  readonly reference: string
}

/** A WhatsApp message of a person to a business number. */
export type DeliveredMessage = { readonly kind: 'message' } & Named &
  Seen & {
    /** Its text or caption, or the title of the button that was pressed. */
    readonly text: string | null
    /** What the business had put into that button. */
    readonly payload: string | null
    readonly attachments: readonly Attachment[]
    /** Whether it changes a message that was sent before: then it is heard for its noes and for nothing else. */
    readonly isEdit?: boolean | undefined
    /** How the provider itself writes who it came from: an answer goes there. */
    readonly replyTo: string
  }

/** An SMS to one of the company's doors. */
export type DeliveredSms = { readonly kind: 'sms' } & Named & {
    readonly phone: E164
    readonly text: string
  }

/** An e-mail to one of the company's doors, in the writer's own words. */
export type DeliveredMail = { readonly kind: 'mail' } & Named & {
    readonly from: string
    readonly subject: string
    /** The text without what it quotes. */
    readonly text: string
    /** The code in the address it was sent to (`want+CODE@…`), if there is one. */
    readonly code: string | null
    /** Whether SPF or DKIM passed for the domain in `from`. Asked of a yes, never of a no. */
    readonly isAligned: boolean
  }

/** What the person set in WhatsApp itself about marketing messages, or Meta's refusal that says so (131050). */
export type DeliveredPreference = { readonly kind: 'preference' } & Named &
  Seen & { readonly value: 'stop' | 'resume' }

/** The provider says that the person opted out with it, by whatever way. */
export type DeliveredOptOut = { readonly kind: 'opt_out' } & Named & Seen

/** The provider says that the person blocked the business or opted out, without saying which (Twilio 63014). */
export type DeliveredBlock = { readonly kind: 'provider_block' } & Named & Seen

export const RECEIPTS = ['sent', 'delivered', 'read', 'failed'] as const

/** What became of a message that the business sent. `id` is the provider's id of that message. */
export type DeliveredReceipt = { readonly kind: 'receipt' } & Named &
  Seen & {
    readonly status: (typeof RECEIPTS)[number]
    /** The provider's code of what went wrong. */
    readonly error: string | null
  }

/** The person has another number or another business-scoped id from now on. */
export type DeliveredChange = { readonly kind: 'identity_change' } & Named & {
    readonly before: Seen
    readonly after: Seen
  }

/** What became of a message template of the company's. `account` is the WABA. */
export type DeliveredTemplate = { readonly kind: 'template' } & Named & {
    readonly name: string
    readonly language: string | null
    /** What Meta takes it for from now on; null where only its state changed. */
    readonly category: Kind | null
    readonly status: string | null
  }

/** What the provider thinks of a number, a template or an account. */
export type DeliveredQuality = { readonly kind: 'quality' } & Named & {
    readonly about: 'sender' | 'template' | 'account'
    /** In the provider's words: `FLAGGED`, `RED`, `DISABLED_UPDATE`. */
    readonly event: string
    /** The business number that it is about, where `account` names the account that the number belongs to. */
    readonly phone?: E164 | undefined
    /** The template that it is about. */
    readonly template?: string | undefined
    /** What more the provider says of it: a state, a limit. */
    readonly detail?: string | undefined
  }

/** One thing that a provider's request tells, in our words. */
export type Delivered =
  | DeliveredMessage
  | DeliveredSms
  | DeliveredMail
  | DeliveredPreference
  | DeliveredOptOut
  | DeliveredBlock
  | DeliveredReceipt
  | DeliveredChange
  | DeliveredTemplate
  | DeliveredQuality
  /** Authentic, and of no concern to us. */
  | { readonly kind: 'ignored' }
  /** Authentic, and not understood: kept for inspection. */
  | { readonly kind: 'unknown' }
