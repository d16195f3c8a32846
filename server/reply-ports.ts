import type { DeliveredReceipt } from '../consent/delivered.ts'
import type { EventId, PersonId } from '../consent/mark.ts'
import type { Outcome, Outgoing } from '../consent/outgoing.ts'
import type { Reply, ReplyKind, ReplyState, SaidReply } from '../consent/reply.ts'

/** How messages are sent through a provider. */
export type Speaker = {
  /** The ids and secrets that it takes, by their names in `consent/provider.ts`. */
  readonly needs: { readonly ids: readonly string[]; readonly secrets: readonly string[] }
  /** Makes one attempt, which ends within a minute. It never throws, and tells of nobody. */
  send(message: Outgoing, credentials: SendingCredentials): Promise<Outcome>
}

export type SendingCredentials = {
  readonly ids: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
}

/** What one company's memory tells of replies. */
export type ReplyMemory = {
  /** What a sender has said to a person since then, or may have: attempts that go on are among it. */
  saidTo(person: PersonId, sender: string, since: number): Promise<readonly SaidReply[]>
  /** How many replies there are of each kind, in each state and for each reason. */
  replyCounts(): Promise<readonly ReplyCount[]>
}

/** What can be written of replies, inside one transaction. */
export type ReplyRecords = {
  /** Lets a reply wait to be said at once; nothing if the event has one of its kind. */
  queueReply(reply: Reply): Promise<void>
  /**
   * Takes replies that are due, for this process alone until the lease ends. An attempt that was going on when
   * its lease ended is given up as `unknown`, for nobody can tell what came of it.
   */
  claimReplies(lease: Lease, now: number, limit: number): Promise<ClaimedReplies>
  /** Marks, before the request goes out, that one does, and until when it may take. False if the lease has ended. */
  startReply(claimed: ClaimedReply, start: ReplyStart): Promise<boolean>
  /** Lets a reply wait for another attempt. */
  postponeReply(claimed: ClaimedReply, until: number, reason: string): Promise<void>
  /** Ends a reply: what it said and to whom is forgotten, what became of it is kept. */
  endReply(claimed: ClaimedReply, end: ReplyEnd): Promise<void>
  /** Marks what became of a message that was sent; false if it is none of ours. What has been read was delivered. */
  markReply(
    message: EventId,
    status: DeliveredReceipt['status'],
    reason: string | null,
  ): Promise<boolean>
}

/** For how long a process has something to itself, and by what mark that is known. */
export type Lease = { readonly mark: string; readonly until: number }

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
