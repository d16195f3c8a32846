import * as v from 'valibot'
import type { DeliveredQuality } from '../consent/delivered.ts'
import { REPLIES, REPLY_STATES, type ReplyKind, type ReplyState } from '../consent/reply.ts'
import type { MembersOf } from './members-of.ts'
import { Timestamp } from './words.ts'

/** GET /v1/quality?days=30: how far back, in days. */
export const AskQuality = v.strictObject({
  days: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/u),
      v.transform(Number),
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(366),
      v.description('How many days to look back.'),
    ),
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
    /** `form/frm_shop`, `keyword/frm_shop`, `keyword/frm_shop/poster-a4`, `import/` …; null for a no of somebody of whom no yes is known. */
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

type SourceShown = QualityShown['sources'][number]
type WithinShown = SourceShown['optOutsWithin']

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

const Within = v.object({
  hour: Count,
  day: Count,
  week: Count,
  month: Count,
} satisfies MembersOf<WithinShown>)

export const QualityShown = v.object({
  from: Timestamp,
  to: Timestamp,
  sources: v.array(
    v.object({
      sender: v.string(),
      source: v.nullable(
        v.pipe(
          v.string(),
          v.description(
            '`form/frm_shop`, `keyword/frm_shop`, `keyword/frm_shop/poster-a4`, `import/` …; null for a no of somebody of whom no yes is known.',
          ),
        ),
      ),
      optIns: Count,
      optOuts: Count,
      providerBlocks: v.pipe(Count, v.description('How often a provider reported a block.')),
      platformStops: v.pipe(Count, v.description('How many stopped marketing in WhatsApp itself.')),
      optOutsWithin: v.pipe(Within, v.description('How long after their yes people said no.')),
    } satisfies MembersOf<SourceShown>),
  ),
  replies: v.pipe(
    v.array(
      v.object({
        sender: v.string(),
        kind: v.picklist(REPLIES),
        state: v.picklist(REPLY_STATES),
        reason: v.nullable(v.string()),
        count: Count,
      } satisfies MembersOf<QualityShown['replies'][number]>),
    ),
    v.description('What was answered to what people wrote, what was not, and why.'),
  ),
  events: v.pipe(
    v.array(
      v.object({
        at: Timestamp,
        about: v.picklist(['sender', 'template', 'account']),
        sender: v.string(),
        event: v.pipe(v.string(), v.description('In the provider’s words.')),
        template: v.nullable(v.string()),
        detail: v.nullable(v.string()),
      } satisfies MembersOf<QualityShown['events'][number]>),
    ),
    v.description('What providers told, the newest first, a thousand at most.'),
  ),
} satisfies MembersOf<QualityShown>)

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

export const HoldsShown = v.object({
  holds: v.array(
    v.object({
      id: v.string(),
      source: v.string(),
      since: Timestamp,
      optIns: Count,
      optOuts: Count,
      liftedAt: v.nullable(Timestamp),
    } satisfies MembersOf<HoldsShown['holds'][number]>),
  ),
} satisfies MembersOf<HoldsShown>)
