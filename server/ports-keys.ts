/** What an API key may do. */
export const SCOPES = [
  'may-send',
  'people',
  'erasure',
  'opt-ins',
  'opt-outs',
  'messages',
  'events',
  'links',
  'exports',
  'imports',
  'company',
  'keys',
] as const
export type Scope = (typeof SCOPES)[number]

/** A key of a client backend. Of the key itself only its hash is kept. */
export type ApiKey = {
  readonly hash: string
  readonly company: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: number
  /** How the key begins, so that people can tell one from another; null for those of the first releases. */
  readonly prefix: string | null
  /** From when on it opens nothing: it was made for a time, withdrawn, or another took its place. Null: never. */
  readonly endsAt: number | null
  /** At most an hour earlier than it was used last; null if it never was. */
  readonly lastUsedAt: number | null
}
