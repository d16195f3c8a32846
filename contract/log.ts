import * as v from 'valibot'
import type { MembersOf } from './members-of.ts'
import { Timestamp } from './words.ts'

const sizeOf = (says: string) =>
  v.pipe(v.string(), v.regex(/^\d{1,15}$/u), v.transform(Number), v.number(), v.description(says))

/** GET /v1/log/checkpoints. */
export const AskCheckpoints = v.strictObject({
  after: v.optional(sizeOf('Only those of more events than that.'), '0'),
  limit: v.optional(
    v.pipe(sizeOf('How many checkpoints at most.'), v.minValue(1), v.maxValue(1000)),
    '100',
  ),
})

/** GET /v1/log/consistency. */
export const AskConsistency = v.strictObject({
  from: v.pipe(sizeOf('The smaller size.'), v.examples([40])),
  to: v.pipe(sizeOf('The greater size.'), v.examples([42])),
})

/** How many events a log had, and the signed note that says so (https://c2sp.org/tlog-checkpoint). */
export type CheckpointShown = {
  readonly size: number
  readonly at: string
  readonly checkpoint: string
}

const Size = v.pipe(v.number(), v.integer(), v.minValue(0))
const Note = v.pipe(
  v.string(),
  v.description('The signed note that says so (https://c2sp.org/tlog-checkpoint).'),
)

export const CheckpointShown = v.object({
  size: v.pipe(Size, v.description('How many events the log had.')),
  at: v.pipe(Timestamp, v.description('When it was signed.')),
  checkpoint: Note,
} satisfies MembersOf<CheckpointShown>)

/** GET /v1/log. */
export type LogShown = {
  readonly origin: string
  readonly key: string
  readonly size: number
  readonly newest: CheckpointShown | null
}

export const LogShown = v.object({
  origin: v.pipe(v.string(), v.description('The log’s name in its checkpoints.')),
  key: v.pipe(
    v.string(),
    v.description('What checks its checkpoints, as https://c2sp.org/signed-note writes it.'),
  ),
  size: v.pipe(Size, v.description('How many events have a place in it.')),
  newest: v.nullable(CheckpointShown),
} satisfies MembersOf<LogShown>)

export type CheckpointsShown = { readonly checkpoints: readonly CheckpointShown[] }

export const CheckpointsShown = v.object({
  checkpoints: v.array(CheckpointShown),
} satisfies MembersOf<CheckpointsShown>)

/** RFC 6962, section 2.1.2: what shows that one log begins with all of another. */
export type ConsistencyShown = {
  readonly from: number
  readonly to: number
  readonly hashes: readonly string[]
}

export const ConsistencyShown = v.object({
  from: Size,
  to: Size,
  hashes: v.pipe(
    v.array(v.string()),
    v.description('In base64, in the order of RFC 6962, section 2.1.2.'),
  ),
} satisfies MembersOf<ConsistencyShown>)

/** What is posted to a webhook when the log was signed. */
export const LogCheckpoint = v.object({
  type: v.literal('log.checkpoint'),
  timestamp: v.pipe(Timestamp, v.description('When it was signed.')),
  data: v.object({
    size: v.pipe(Size, v.description('How many events the log has.')),
    checkpoint: Note,
  }),
})
