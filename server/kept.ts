import type { Kind } from '../consent/category.ts'
import type { Language } from '../consent/company.ts'
import type { DeliveredQuality } from '../consent/delivered.ts'
import type { ConsentEvent, Evidence } from '../consent/event.ts'
import type { Identity } from '../consent/identity.ts'
import type { EventId, PersonId } from '../consent/mark.ts'
import type { PassedOn } from '../consent/passing-on.ts'
import type { ProviderKind } from '../consent/provider.ts'
import type { Registers } from '../consent/registers.ts'
import type { Reply, ReplyKind, ReplyState } from '../consent/reply.ts'

/** How far a provider's log has been heard. */
export type LogMark = {
  /** Every message up to then has been heard; null when the log was never asked. */
  readonly heardUpTo: number | null
  /** How often in a row it could not be read. */
  readonly failures: number
  /** It is left alone until then. */
  readonly notBefore: number
}

/** Who an identity belongs to, and what has been said, joined as design R7 says. */
export type KnownPerson = {
  /** Null when nobody is known by this identity; the registers may still hold a no of its other spelling. */
  readonly person: PersonId | null
  readonly registers: Registers
}

/** An event with its evidence and its place in the company's log, which may still be to come. */
export type RecordedEvent = {
  readonly event: ConsentEvent
  readonly evidence: Evidence | null
  readonly position: number | null
  readonly leaf: string
}

/** An event with the salt of its leaf, hexadecimal; null once it is erased. */
export type SaltedEvent = RecordedEvent & { readonly salt: string | null }

/** An event that has its place. */
export type PlacedEvent = RecordedEvent & { readonly position: number }

/** A person with what they themselves are known by, nothing joined, and the persons that are the same. */
export type ListedPerson = {
  readonly person: PersonId
  readonly knownBy: readonly Identity[]
  readonly sameAs: readonly PersonId[]
}

/** One person's own events and registers, and the events whose leaf is not what their content comes to. */
export type PersonRecord = {
  readonly events: readonly ConsentEvent[]
  readonly registers: Registers
  readonly falseLeaves: readonly EventId[]
}

/** How a source did at a sender: persons, each counted once. */
export type SourceCount = {
  readonly sender: string
  /** Null where a no came from somebody of whom no yes is known. */
  readonly source: string | null
  readonly optIns: number
  readonly optOuts: number
  readonly providerBlocks: number
  readonly platformStops: number
  /** Of those who opted out, how many did so at most this long after their yes. */
  readonly within: {
    readonly hour: number
    readonly day: number
    readonly week: number
    readonly month: number
  }
}

/** How a source did, persons counted once: how many said yes, and how many of them no within a week of it. */
export type SourceTrend = {
  readonly source: string
  readonly optIns: number
  readonly optOuts: number
}

/** Marketing to those who said yes through a source is held back, until somebody lifts it. */
export type Hold = {
  readonly id: string
  readonly source: string
  readonly since: number
  /** What it was put on hold for: of so many who said yes, so many said no within a week. */
  readonly optIns: number
  readonly optOuts: number
  readonly liftedAt: number | null
}

/** What became of a template at an instant. Null is what this news says nothing of. */
export type TemplateNews = {
  /** The provider's id of the account that it belongs to. */
  readonly account: string
  readonly name: string
  readonly language: string | null
  readonly at: number
  readonly category: Kind | null
  readonly status: string | null
}

/** What a provider thinks of a sender, a template or an account, in its own words. */
export type QualityEvent = {
  readonly id: EventId
  readonly at: number
  readonly about: DeliveredQuality['about']
  /** The sender that it is about, or one of those in the account that it is about. */
  readonly sender: string
  readonly event: string
  readonly template: string | null
  readonly detail: string | null
}

/** A form handed in, and the code that ties a message to it. */
export type Submission = {
  readonly id: string
  readonly code: string
  readonly form: string
  readonly notice: string
  readonly language: Language
  readonly categories: readonly string[]
  /** HMAC of what was handed in, so that a repeat is told from another submission under the same attempt. */
  readonly fingerprint: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly confirmedBy: EventId | null
  /** Whether an event tells of it: a number was typed. What nobody has said is forgotten once it has expired. */
  readonly hasEvent: boolean
  /** The page that asked, until an event has it. */
  readonly page: string | null
}

/** A verified body of a provider, exactly as it came. */
export type Inbound = {
  readonly body: Uint8Array
  /** Its `Content-Type`. */
  readonly type: string
  readonly id: string
  readonly provider: ProviderKind
  /** The sender or door in the address, which chose the credentials. */
  readonly place: string
  readonly receivedAt: number
  /** Whether its signature was old: then it is heard for its noes and for nothing else (design section 5). */
  readonly isStale: boolean
}

/** A message that goes on to the company. `at` is when it was sent. */
export type Passing = {
  readonly event: EventId
  readonly person: PersonId
  readonly sender: string
  readonly at: number
  readonly receivedAt: number
  readonly message: PassedOn
}

/** For how long a process has something to itself, and by what mark that is known. */
export type Lease = { readonly mark: string; readonly until: number }

/** One that this process alone may pass on. `tries` counts how often it was taken, this time included. */
export type ClaimedPassing = Passing & { readonly lease: Lease; readonly tries: number }

/** A reply that this process alone may say. `tries` counts how often it was taken, this time included. */
export type ClaimedReply = Reply & { readonly lease: Lease; readonly tries: number }

export type ClaimedReplies = {
  readonly claimed: readonly ClaimedReply[]
  /** How many attempts were given up as `unknown`. */
  readonly interrupted: number
}

/** A request that is about to go out: the SHA-256 of what it says, and when it must have ended. */
export type ReplyStart = { readonly at: number; readonly until: number; readonly words: string }

/** What became of a reply. */
export type ReplyEnd = {
  readonly state: Extract<ReplyState, 'sent' | 'failed' | 'withheld' | 'unknown'>
  readonly reason: string | null
  /** The provider's id of the message, as a keyed hash. */
  readonly message: EventId | null
  readonly at: number
}

export type ReplyCount = {
  readonly kind: ReplyKind
  readonly state: ReplyState
  readonly reason: string | null
  readonly count: number
}

/** The same of one sender. */
export type SenderReplyCount = ReplyCount & { readonly sender: string }

/** What waits in the database to be worked off, or to be looked at by a person. */
export const QUEUES = ['inbox', 'replies', 'passings', 'deliveries', 'dead_deliveries'] as const
export type QueueLengths = { readonly [queue in (typeof QUEUES)[number]]: number }
