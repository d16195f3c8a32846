import type { Language, Sender } from './company.ts'
import type { Act } from './event.ts'
import type { Reading } from './read-message.ts'
import type { EventId, PersonId } from './mark.ts'

/**
 * What Quiero says of its own accord, and only to a message that came from the person: that a yes or a no is
 * noted, what this number is, whether a text that sounds like a no is one, and where the form is when a code
 * was of no use. A document switches each off by its name, and names the template that stands for it.
 */
export const REPLIES = ['confirmOptIn', 'confirmOptOut', 'help', 'askBack', 'freshLink'] as const
export type ReplyKind = (typeof REPLIES)[number]

/** What a reply is about. The words are chosen when it is said, by what holds then. */
export type ReplyMatter = {
  /** What was granted or revoked; none where it is about everything. */
  readonly categories: readonly string[]
  /** The senders that a yes was given to. */
  readonly senders: readonly string[]
  readonly form: string | null
  /** The hash of the notice that was granted. */
  readonly notice: string | null
}

/** Where a reply goes: as the provider wrote the person's number, by business-scoped id, or either. */
export type ReplyAddress = { readonly number: string | null; readonly bsuid: string | null }

/** A reply that waits to be said. There is one of a kind to an event, whatever is delivered twice. */
export type Reply = {
  readonly event: EventId
  readonly kind: ReplyKind
  readonly person: PersonId
  readonly sender: string
  /** The earliest moment at which the person can have written, in milliseconds. */
  readonly actedAt: number
  readonly language: Language
  readonly matter: ReplyMatter
  readonly to: ReplyAddress
}

/** A reply that was said, or may have been. */
export type SaidReply = {
  readonly event: EventId
  readonly kind: ReplyKind
  readonly isOfEverything: boolean
  readonly actedAt: number
  readonly saidAt: number
  /** SHA-256 of its words. */
  readonly words: string
}

/** What became of a reply. `withheld`: judged not to be said. `unknown`: sent, perhaps; never sent again. */
export const REPLY_STATES = [
  'waiting',
  'claimed',
  'sending',
  'sent',
  'delivered',
  'read',
  'failed',
  'withheld',
  'unknown',
] as const
export type ReplyState = (typeof REPLY_STATES)[number]

type Answered = Extract<Act, { kind: 'message' }>
const NOTHING: ReplyMatter = { categories: [], senders: [], form: null, notice: null }

type Answer = { readonly kind: ReplyKind; readonly matter: ReplyMatter }

/** What a message is answered with, or null. Nothing that is answered here needs a yes. */
export const replyTo = (act: Answered, reading: Reading): Answer | null => {
  if (act.stops) return { kind: 'confirmOptOut', matter: NOTHING }
  switch (reading.meaning) {
    case 'opt_out_suspected':
      return { kind: 'askBack', matter: NOTHING }
    case 'unsubscribe_category':
      return { kind: 'confirmOptOut', matter: { ...NOTHING, categories: act.revoked } }
    case 'subscribe':
      return toWant(act, reading.form)
    case 'help':
      return { kind: 'help', matter: NOTHING }
    // A stop has been answered above.
    case 'opt_out':
    case 'resume':
    case 'other':
      return null
  }
}

/** A want that granted nothing is answered with the form: the code was unknown or used up, or the words were (design R6). */
const toWant = ({ granted }: Answered, form: string): Answer =>
  granted !== null && granted.categories.length > 0
    ? { kind: 'confirmOptIn', matter: granted }
    : { kind: 'freshLink', matter: { ...NOTHING, form } }

/** Whether a sender's document lets a reply be said. What it does not mention is on. */
export const isSwitchedOn = ({ replies }: Pick<Sender, 'replies'>, kind: ReplyKind): boolean =>
  replies?.[kind] !== false
