import * as v from 'valibot'

/** POST /v1/webhooks/{id}/replay: all dead letters, that of one event, or every event after a cursor of the feed. */
export const ReplayWebhook = v.union([
  v.strictObject({ after: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  v.strictObject({ event: v.optional(v.pipe(v.string(), v.regex(/^evt_[0-9a-f]{32}$/u))) }),
])

/** How many events of the log a webhook is told of again. */
export type WebhookReplayed = { readonly replayed: number }

/** What became of a test event, with the reason where it was not taken. */
export type WebhookTested = {
  readonly taken: boolean
  readonly reason: string | null
}

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
