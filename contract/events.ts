import * as v from 'valibot'
import type { EventShown } from './people.ts'

const whole = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,4}$/u), v.transform(Number), v.maxValue(most))

/** GET /v1/events. */
export const AskEvents = v.strictObject({
  /** A cursor of this feed; `latest` is its end, and without one it is read from its beginning. */
  after: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  limit: v.optional(v.pipe(whole(1000), v.minValue(1)), '100'),
  /** How long to wait for the next event where there is none, in seconds. */
  wait: v.optional(whole(30), '0'),
  /** `1`: with the evidence, which holds numbers. The key needs the scope `people` too. */
  evidence: v.optional(v.literal('1')),
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
