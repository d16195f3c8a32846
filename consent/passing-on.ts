import type { Attachment, Seen } from './delivered.ts'
import type { Meaning } from './read-message.ts'

/** Where a sender's ordinary messages go: the company's bot or service platform. */
export type PassingOn = {
  /** An https address. */
  readonly url: string
  /** Signs what is posted there, as Standard Webhooks does: `whsec_…` in base64. */
  readonly secret: { readonly env: string }
}

/** A message that is passed on, as it came, and what it means to consent. */
export type PassedOn = Seen & {
  readonly text: string | null
  readonly payload: string | null
  readonly attachments: readonly Attachment[]
  /** How the provider writes who it came from: the bot answers there. */
  readonly replyTo: string | null
  readonly meaning: Meaning
}

/**
 * Whether a message goes on to the company: what is neither an opt-out nor a subscription. What only sounds like an
 * opt-out does, and says so, since a person may have to look; where it stops, it does not.
 */
export const isPassedOn = (meaning: Meaning, stops: boolean): boolean =>
  !stops && !['opt_out', 'unsubscribe_category', 'subscribe'].includes(meaning)

const HOUR = 60 * 60 * 1000

/** How long a message is tried: the customer service window, after which nobody could answer it (facts section 6). */
export const PASSED_ON_FOR = 24 * HOUR
