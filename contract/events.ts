import * as v from 'valibot'
import { Evidence } from './act.ts'
import type { MembersOf } from './members-of.ts'
import { EventShown } from './people.ts'

const whole = (least: number, most: number, says: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,4}$/u),
    v.transform(Number),
    v.number(),
    v.integer(),
    v.minValue(least),
    v.maxValue(most),
    v.description(says),
  )

/** GET /v1/events. */
export const AskEvents = v.strictObject({
  after: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(200),
      v.description(
        'A cursor of this feed; `latest` is its end, and without one it is read from its beginning.',
      ),
    ),
  ),
  limit: v.optional(whole(1, 1000, 'How many events at most.'), '100'),
  wait: v.optional(
    whole(0, 30, 'How long to wait for the next event where there is none, in seconds.'),
    '0',
  ),
  evidence: v.optional(
    v.pipe(
      v.literal('1'),
      v.description(
        'With the evidence, which holds numbers. The key needs the scope `people` too.',
      ),
    ),
  ),
})

export type AskEvents = v.InferOutput<typeof AskEvents>

/** An event of the feed. Without evidence nothing in it tells a number. */
export type FeedEvent = Omit<EventShown, 'evidence' | 'position'> &
  Partial<Pick<EventShown, 'evidence'>> & { readonly person: string; readonly position: number }

/** The next events in the order of the log, and the cursor to go on with. */
export type FeedShown = {
  readonly events: readonly FeedEvent[]
  readonly cursor: string
  /** Whether there may be more at once. */
  readonly more: boolean
}

export const FeedEvent = v.object({
  ...v.omit(EventShown, ['evidence', 'position']).entries,
  position: v.pipe(v.number(), v.description('Its place in the log.')),
  person: v.pipe(v.string(), v.description('The person, as GET /v1/people/{id} knows them.')),
  evidence: v.exactOptional(v.nullable(Evidence)),
} satisfies MembersOf<FeedEvent>)

export const FeedShown = v.object({
  events: v.array(FeedEvent),
  cursor: v.pipe(v.string(), v.description('Go on with `after` and this.')),
  more: v.pipe(v.boolean(), v.description('Whether there may be more at once.')),
} satisfies MembersOf<FeedShown>)
