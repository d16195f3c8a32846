import * as v from 'valibot'

const Size = v.pipe(v.string(), v.regex(/^\d{1,15}$/u), v.transform(Number))

/** GET /v1/log/checkpoints. */
export const AskCheckpoints = v.strictObject({
  /** Only those of more events than that. */
  after: v.optional(Size, '0'),
  limit: v.optional(v.pipe(Size, v.minValue(1), v.maxValue(1000)), '100'),
})

/** GET /v1/log/consistency. */
export const AskConsistency = v.strictObject({ from: Size, to: Size })

/** How many events a log had, and the signed note that says so (https://c2sp.org/tlog-checkpoint). */
export type CheckpointShown = {
  readonly size: number
  readonly at: string
  readonly checkpoint: string
}

/** GET /v1/log. */
export type LogShown = {
  /** The log's name in its checkpoints. */
  readonly origin: string
  /** The key that checks its checkpoints, as https://c2sp.org/signed-note writes it. */
  readonly key: string
  /** How many events have a place in it. */
  readonly size: number
  readonly newest: CheckpointShown | null
}

export type CheckpointsShown = { readonly checkpoints: readonly CheckpointShown[] }

/** RFC 6962, section 2.1.2: what shows that one log begins with all of another. In base64. */
export type ConsistencyShown = {
  readonly from: number
  readonly to: number
  readonly hashes: readonly string[]
}
