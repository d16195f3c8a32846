import type { DeliveredReceipt } from '../consent/delivered.ts'
import type { EventId } from '../consent/mark.ts'
import type { Reply } from '../consent/reply.ts'
import type {
  ClaimedPassing,
  ClaimedReplies,
  ClaimedReply,
  Lease,
  Passing,
  ReplyEnd,
  ReplyStart,
} from './kept.ts'

/** What can be written of what waits to be said to people, and to be passed on to the company. */
export type OutgoingRecords = {
  /** Lets a message wait to be passed on. */
  queuePassing(passing: Passing): Promise<void>
  /** Takes messages that are due, for this process alone until the lease ends: of each person at a sender the first. */
  claimPassings(lease: Lease, now: number, limit: number): Promise<readonly ClaimedPassing[]>
  postponePassing(claimed: ClaimedPassing, until: number, reason: string): Promise<void>
  /** Ends a message: it is forgotten, or, where there is a reason, only its content is. */
  endPassing(claimed: ClaimedPassing, reason: string | null): Promise<void>
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
