import type { Act, Evidence } from '../consent/event.ts'
import type { Identity } from '../consent/identity.ts'
import type { Meaning } from '../consent/read-message.ts'
import type { Proof } from '../consent/proof.ts'
import type { AllowReason, DenyReason } from '../consent/reason.ts'
import type { Status } from '../consent/status.ts'
import type { WebhookType } from '../consent/webhook.ts'
import type { QuieroProblem } from './problem.ts'

type Decided = {
  /** The event that decided. */
  readonly evidence: string | null
  /** How it is known that it was this person. */
  readonly proof: Proof | null
  readonly personId: string | null
  /** The instant that it speaks of, in ISO 8601. */
  readonly asOf: string
  /** How long a "no" may be kept. An "allow" may not be kept at all. */
  readonly validForSeconds: number
}

/** It may be sent, now. */
export type Allowed = { readonly allow: true; readonly reason: AllowReason } & Decided

/** It may not be sent, and why. */
export type Denied = { readonly allow: false; readonly reason: DenyReason } & Decided

/** Nothing is known, whatever the cause: so it may not be sent. */
export type NotAnswered = {
  readonly allow: false
  readonly reason: 'no_answer'
  /** Why there is no answer. */
  readonly problem: QuieroProblem
}

/** A decision of the server's. */
export type Decision = Allowed | Denied

/** What comes of a question: never `allow` unless the server has said so, whole and in time. */
export type MaySendResult = Decision | NotAnswered

/** An act, as it was kept. */
export type ActRecorded = { readonly event: string; readonly personId: string }

/** What a message meant and what it changed. */
export type MessageHeard = {
  readonly meaning: Meaning
  readonly granted: readonly string[]
  readonly revoked: readonly string[]
  /** Whether the person is blocked at this sender now. */
  readonly blocked: boolean
  readonly event: string
}

/** What stands of a person. A phone is masked: whoever asks by it knows it. */
export type PersonStatus = {
  readonly id: string
  readonly knownBy: readonly Identity[]
  /** The event that put in doubt who this is, until somebody settles it; every decision is a deny. */
  readonly conflict: string | null
  readonly senders: readonly {
    readonly sender: string
    readonly blocked: boolean
    readonly blockedBy: string | null
    readonly windowOpenUntil: string | null
    readonly categories: readonly {
      readonly category: string
      readonly status: Status
      readonly proof: Proof | null
      readonly evidence: string | null
      readonly since: string | null
    }[]
  }[]
}

/** One act, when it was done and received, with the evidence that is kept of it and its leaf in the log. */
export type PersonEvent = {
  readonly id: string
  readonly at: string
  readonly receivedAt: string
  readonly act: Act
  readonly evidence: Evidence | null
  readonly position: number | null
  readonly leaf: string
}

/** An event of the feed. Without evidence nothing in it tells a number. */
export type FeedEvent = Omit<PersonEvent, 'evidence' | 'position'> & {
  readonly person: string
  readonly position: number
  readonly evidence?: Evidence | null
}

/** The next events in the order of the log, and the cursor to go on with. */
export type FeedPage = {
  readonly events: readonly FeedEvent[]
  readonly cursor: string
  /** Whether there may be more at once. */
  readonly more: boolean
}

/** What a webhook of the document is told. */
export type WebhookEvent =
  | {
      readonly type: WebhookType
      readonly timestamp: string
      readonly data: {
        readonly event: string
        readonly person: string
        readonly at: string
        readonly position: number
        readonly act: Act
      }
    }
  | {
      readonly type: 'webhook.test'
      readonly timestamp: string
      readonly data: { readonly company: string; readonly webhook: string }
    }
  /** A message that goes on to your bot (`passOn`). */
  | {
      readonly type: 'message.received'
      readonly timestamp: string
      readonly data: {
        readonly id: string
        readonly sender: string
        readonly person: string
        readonly from: {
          readonly phone: string | null
          readonly bsuid: string | null
          readonly replyTo: string | null
        }
        readonly text: string | null
        readonly payload: string | null
        readonly attachments: readonly { readonly kind: string; readonly reference: string }[]
        readonly meaning: Meaning
        readonly status: {
          readonly blocked: boolean
          readonly windowOpenUntil: string | null
          readonly categories: { readonly [category: string]: Status }
        }
      }
    }
