import * as v from 'valibot'
import type { DeliveredQuality } from '../consent/delivered.ts'
import type { ReplyKind, ReplyState } from '../consent/reply.ts'

/** GET /v1/quality?days=30: how far back, in days. */
export const AskQuality = v.strictObject({
  days: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(1), v.maxValue(366)),
    '30',
  ),
})

/**
 * How each source did at each sender: persons, each counted once. WhatsApp tells nobody how often a business is
 * blocked; what people did within an hour, a day, a week and a month of their yes is the nearest to it.
 */
export type QualityShown = {
  readonly from: string
  readonly to: string
  readonly sources: readonly {
    readonly sender: string
    /** `form/frm_shop`, `keyword/frm_shop`, `import/` …; null for a no of somebody of whom no yes is known. */
    readonly source: string | null
    readonly optIns: number
    readonly optOuts: number
    readonly providerBlocks: number
    readonly platformStops: number
    readonly optOutsWithin: {
      readonly hour: number
      readonly day: number
      readonly week: number
      readonly month: number
    }
  }[]
  /** What was answered to what people wrote to each sender in that time, what was not, and why. */
  readonly replies: readonly {
    readonly sender: string
    readonly kind: ReplyKind
    readonly state: ReplyState
    readonly reason: string | null
    readonly count: number
  }[]
  /** What providers told of senders, templates and accounts, in their own words: the newest first, a thousand at most. */
  readonly events: readonly {
    readonly at: string
    readonly about: DeliveredQuality['about']
    /** The sender that it is about, or one of those in the account that it is about. */
    readonly sender: string
    readonly event: string
    readonly template: string | null
    readonly detail: string | null
  }[]
}

/** GET /v1/holds: the sources whose opt-outs ran away. */
export type HoldsShown = {
  readonly holds: readonly {
    readonly id: string
    readonly source: string
    readonly since: string
    readonly optIns: number
    readonly optOuts: number
    readonly liftedAt: string | null
  }[]
}
