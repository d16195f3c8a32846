import * as v from 'valibot'
import { MEANINGS } from '../consent/read-message.ts'
import { STATUSES } from '../consent/status.ts'
import { WEBHOOK_TYPES } from '../consent/webhook.ts'
import { Act } from './act.ts'
import type { MembersOf } from './members-of.ts'
import { Timestamp } from './words.ts'

/** POST /v1/webhooks/{id}/replay: all dead letters, that of one event, or every event after a cursor of the feed. */
export const ReplayWebhook = v.union([
  v.strictObject({ after: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  v.strictObject({ event: v.optional(v.pipe(v.string(), v.regex(/^evt_[0-9a-f]{32}$/u))) }),
])

/** How many events of the log a webhook is told of again. */
export type WebhookReplayed = { readonly replayed: number }

export const WebhookReplayed = v.object({
  replayed: v.pipe(v.number(), v.description('Of how many events it is told again.')),
} satisfies MembersOf<WebhookReplayed>)

/** What became of a test event, with the reason where it was not taken. */
export type WebhookTested = {
  readonly taken: boolean
  readonly reason: string | null
}

export const WebhookTested = v.object({
  taken: v.pipe(v.boolean(), v.description('Whether it was answered with a 2xx.')),
  reason: v.nullable(v.pipe(v.string(), v.description('Why not.'))),
} satisfies MembersOf<WebhookTested>)

/** GET /v1/webhooks: how far each has come. */
export type WebhooksShown = {
  readonly webhooks: readonly {
    readonly id: string
    readonly url: string
    /** Events of the log that are still to be looked at for it. */
    readonly behind: number
    /** Events that wait to be told, or to be tried again. */
    readonly waiting: number
    readonly dead: number
    /** Since when nothing goes to this address, because it answered 410. */
    readonly goneSince: string | null
  }[]
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const WebhooksShown = v.object({
  webhooks: v.array(
    v.object({
      id: v.string(),
      url: v.string(),
      behind: v.pipe(
        Count,
        v.description('Events of the log that are still to be looked at for it.'),
      ),
      waiting: v.pipe(Count, v.description('Events that wait to be told, or to be tried again.')),
      dead: v.pipe(Count, v.description('Events that it never took.')),
      goneSince: v.nullable(
        v.pipe(
          Timestamp,
          v.description('Since when nothing goes to this address, because it answered 410.'),
        ),
      ),
    } satisfies MembersOf<WebhooksShown['webhooks'][number]>),
  ),
} satisfies MembersOf<WebhooksShown>)

/** GET /v1/webhooks/{id}/dead: what it never took, in the order of the log. */
export type DeadLettersShown = {
  readonly dead: readonly {
    readonly event: string
    readonly person: string
    readonly position: number
    readonly tries: number
    readonly reason: string
    readonly queuedAt: string
    readonly endedAt: string
  }[]
}

export const DeadLettersShown = v.object({
  dead: v.array(
    v.object({
      event: v.string(),
      person: v.string(),
      position: v.number(),
      tries: Count,
      reason: v.pipe(v.string(), v.description('Why it was not taken the last time.')),
      queuedAt: Timestamp,
      endedAt: Timestamp,
    } satisfies MembersOf<DeadLettersShown['dead'][number]>),
  ),
} satisfies MembersOf<DeadLettersShown>)

/** What is posted to a company's webhook when something happened. No number is in it. */
export const WebhookEvent = v.object({
  type: v.picklist(WEBHOOK_TYPES),
  timestamp: v.pipe(Timestamp, v.description('When it was received.')),
  data: v.object({
    event: v.pipe(v.string(), v.description('The event; the `webhook-id` is the same.')),
    person: v.pipe(v.string(), v.description('The person, as GET /v1/people/{id} knows them.')),
    at: v.pipe(Timestamp, v.description('When the person acted.')),
    position: v.pipe(v.number(), v.description('Its place in the log.')),
    act: Act,
  }),
})

/** What POST /v1/webhooks/{id}/test posts there. */
export const WebhookTest = v.object({
  type: v.literal('webhook.test'),
  timestamp: Timestamp,
  data: v.object({ company: v.string(), webhook: v.string() }),
})

const OrNull = v.nullable(v.string())

/** What is posted to `passOn` of a sender: a message that is neither an opt-out nor a subscription. */
export const MessageReceived = v.object({
  type: v.literal('message.received'),
  timestamp: v.pipe(Timestamp, v.description('When the person sent it.')),
  data: v.object({
    id: v.string(),
    sender: v.string(),
    person: v.string(),
    from: v.object({
      phone: v.pipe(OrNull, v.description('E.164; null where WhatsApp hides it.')),
      bsuid: OrNull,
      replyTo: v.pipe(OrNull, v.description('As the provider writes who it came from.')),
    }),
    text: OrNull,
    payload: OrNull,
    attachments: v.array(v.object({ kind: v.string(), reference: v.string() })),
    meaning: v.picklist(MEANINGS),
    status: v.pipe(
      v.object({
        blocked: v.boolean(),
        windowOpenUntil: v.nullable(Timestamp),
        categories: v.record(v.string(), v.picklist(STATUSES)),
      }),
      v.description('What stands now.'),
    ),
  }),
})
