import * as v from 'valibot'
import type { MembersOf } from './members-of.ts'
import { instant, Timestamp } from './words.ts'

const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const DAY_IN_SECONDS = 86_400

/** POST /v1/keys. Which scopes there are is the server's to say. */
export const CreateKey = v.strictObject({
  name: Name,
  scopes: v.pipe(v.array(v.pipe(v.string(), v.maxLength(30))), v.minLength(1), v.maxLength(50)),
  expiresAt: v.optional(
    instant('From when on it opens nothing; left out, it goes on until it is withdrawn.'),
  ),
})

/** POST /v1/keys/{id}/rotate. */
export const RotateKey = v.strictObject({
  oldEndsInSeconds: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.maxValue(90 * DAY_IN_SECONDS),
      v.description('How long the old key goes on: a day when left out, at most 90.'),
    ),
    DAY_IN_SECONDS,
  ),
  expiresAt: v.optional(
    instant('When the new key ends; left out, it lives as long as the old one was made for.'),
  ),
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

export const KeyShown = v.object({
  id: v.string(),
  prefix: v.nullable(
    v.pipe(v.string(), v.description('How its text begins; null for keys of the first releases.')),
  ),
  name: v.string(),
  scopes: v.array(v.string()),
  createdAt: Timestamp,
  expiresAt: v.nullable(Timestamp),
  lastUsedAt: v.nullable(
    v.pipe(Timestamp, v.description('At most an hour earlier than it was used last.')),
  ),
} satisfies MembersOf<KeyShown>)

export const KeysShown = v.object({
  keys: v.array(KeyShown),
} satisfies MembersOf<KeysShown>)

export const KeyMade = v.object({
  ...KeyShown.entries,
  key: v.pipe(v.string(), v.description('The key itself. No other answer ever holds it.')),
} satisfies MembersOf<KeyMade>)
