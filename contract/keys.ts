import * as v from 'valibot'

const Instant = v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse))
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const DAY_IN_SECONDS = 86_400

/** POST /v1/keys. Which scopes there are is the server's to say. */
export const CreateKey = v.strictObject({
  name: Name,
  scopes: v.pipe(v.array(v.pipe(v.string(), v.maxLength(30))), v.minLength(1), v.maxLength(50)),
  /** From when on it opens nothing; left out, it goes on until it is withdrawn. */
  expiresAt: v.optional(Instant),
})

/** POST /v1/keys/{id}/rotate. */
export const RotateKey = v.strictObject({
  /** How long the old key goes on; a day when left out, at most 90. */
  oldEndsInSeconds: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(90 * DAY_IN_SECONDS)),
    DAY_IN_SECONDS,
  ),
  /** When the new key ends; left out, it lives as long as the old one was made for. */
  expiresAt: v.optional(Instant),
})

/** A key as it may be shown: never its text. */
export type KeyShown = {
  readonly id: string
  /** How its text begins; null for keys of the first releases. */
  readonly prefix: string | null
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: string
  readonly expiresAt: string | null
  /** At most an hour earlier than it was used last. */
  readonly lastUsedAt: string | null
}

/** GET /v1/keys, the newest first. */
export type KeysShown = { readonly keys: readonly KeyShown[] }

/** A key that was just made: the only answer that ever holds its text. */
export type KeyMade = KeyShown & { readonly key: string }
