import type { Act, ConsentEvent } from '../consent/event.ts'
import type { EventId, PersonId } from '../consent/mark.ts'
import type { Lease } from './kept.ts'

/** A webhook to a company: its body, and the id under which it is one however often it comes. */
export type WebhookPost = {
  readonly url: string
  readonly secret: string
  /** While a secret is changed: the one before, which signs too. */
  readonly previousSecret?: string | null
  readonly id: string
  readonly at: number
  readonly body: string
}

/** What became of one attempt. `refused`: for good. The reason names nobody. */
export type Posted =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'later' | 'refused'; readonly reason: string }

/** What one company's webhooks have been told, and what waits for them. */
export type WebhookMemory = {
  /** What there is to do for a webhook; null for one that was never opened. */
  webhookWork(webhook: string, now: number): Promise<WebhookWork | null>
  /** How each webhook stands, by id. */
  webhookStates(): Promise<readonly WebhookState[]>
  /** What a webhook never took, in the order of the log. */
  deadLetters(webhook: string, limit: number): Promise<readonly DeadLetter[]>
}

/** What can be written about webhooks, inside one transaction. */
export type WebhookRecords = {
  /** Opens those that are new at the end of the log, and forgets all others with whatever waits for them. */
  keepWebhooks(ids: readonly string[]): Promise<void>
  /** Lets the next events of the log that are wanted wait for a webhook. Gives how many events it has gone on by. */
  queueDeliveries(webhook: string, isWanted: (act: Act) => boolean, now: number): Promise<number>
  /** Takes events that are due, for this process alone until the lease ends: of each person the first. */
  claimDeliveries(
    webhook: string,
    lease: Lease,
    now: number,
    limit: number,
  ): Promise<readonly ClaimedDelivery[]>
  postponeDelivery(claimed: ClaimedDelivery, until: number, reason: string): Promise<void>
  /** Ends a delivery: it is forgotten, or, where there is a reason, kept as a dead letter. */
  endDelivery(claimed: ClaimedDelivery, reason: string | null): Promise<void>
  /** Lets dead letters wait again, all or that of one event. Gives how many. */
  replayDead(webhook: string, event: EventId | null, now: number): Promise<number>
  /** Lets a webhook begin again after a position of the log, never further on than it is. Gives by how many events. */
  rewindWebhook(webhook: string, position: number): Promise<number>
  /** Notes that an address is gone for good, so that it is left alone; null: it is there again. */
  noteGone(webhook: string, url: string | null, at: number): Promise<void>
}

/** What there is to do for a webhook. */
export type WebhookWork = {
  /** The log has events that it has not gone past. */
  readonly isBehind: boolean
  readonly isDue: boolean
  /** The address that answered 410; while the document names the same, nothing goes there. */
  readonly goneUrl: string | null
}

/** How far a webhook has come. */
export type WebhookState = {
  readonly id: string
  /** The last position of the log that it has gone past; -1 before the first. */
  readonly position: number
  /** How many events of the log lie beyond it. */
  readonly behind: number
  readonly waiting: number
  readonly dead: number
  readonly goneUrl: string | null
  readonly goneAt: number | null
}

/** An event that this process alone may tell a webhook of. `tries` counts how often it was taken, this time included. */
export type ClaimedDelivery = {
  readonly webhook: string
  readonly event: ConsentEvent
  readonly position: number
  readonly queuedAt: number
  readonly lease: Lease
  readonly tries: number
}

/** An event that a webhook was not told of in the time it had. The reason names nobody. */
export type DeadLetter = {
  readonly event: EventId
  readonly person: PersonId
  readonly position: number
  readonly tries: number
  readonly reason: string
  readonly queuedAt: number
  readonly endedAt: number
}
