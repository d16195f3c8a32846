import type { Delivered } from '../../consent/delivered.ts'
import type { HeardBy } from '../../consent/event.ts'
import type { ProviderKind } from '../../consent/provider.ts'

/** A provider's request before anything is known of it. */
export type ProviderRequest = {
  readonly method: 'GET' | 'POST'
  /** The address as the provider was told it, with the query as it came. */
  readonly url: string
  /** A header by its name in small letters. */
  readonly header: (name: string) => string | null
  /** The bytes exactly as they came; every signature is over these. */
  readonly body: Uint8Array
  /** What follows the sender or door in the address: the secret of providers that sign nothing. */
  readonly pathToken: string | null
}

/** What proves a request: ids and secrets by their names in `consent/provider.ts`; every proving secret is there. */
export type Credentials = {
  readonly ids: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
}

/**
 * `stale`: authentic, but signed too long ago: heard for its noes and for nothing else. `unsigned`: refused,
 * and worth sending again with a signature.
 */
export type Verdict = 'fresh' | 'stale' | 'unsigned' | 'refused'

/** How old a signature may be, and how far ahead of our clock, in milliseconds (providers section 2a). */
export const SIGNATURE_AGE = 300_000

/** One provider: what proves its requests, what they tell, and what it wants for an answer. */
export type InboundProvider = {
  readonly kind: ProviderKind
  /** What a message through it proves of the phone it came from, where that is a matter of the document by its ids. */
  readonly heardBy: HeardBy | ((ids: Readonly<Record<string, string>>) => HeardBy)
  verify(
    request: ProviderRequest,
    credentials: Credentials,
    now: number,
  ): Verdict | Promise<Verdict>
  /** Whether a body is what everything that the provider sends is, such as a JSON object. */
  isReadable(content: Content): boolean
  /** Everything that a body tells, in our words. One thing that is odd spoils no other. */
  read(content: Content): readonly Delivered[] | Promise<readonly Delivered[]>
  /** The provider's id of a sender or door, which `read` names as `account`. */
  accountOf(ids: Readonly<Record<string, string>>, place: Place): string | null
  /** The status of a refusal, such that the provider does not send again what will never be taken. */
  readonly refusal: 401 | 403 | 406
  /** What is said to a request that was taken. */
  readonly answer: { readonly body: string; readonly type: string } | null
  /** What to answer when the provider asks whether the address is ours; null when it does not know the token. */
  readonly challengeOf?: (
    query: { readonly [name: string]: string | undefined },
    credentials: Credentials,
  ) => string | null
}

/** A body and its `Content-Type`. */
export type Content = { readonly body: Uint8Array; readonly type: string }

/** A sender or a door, as far as a provider can name it. */
export type Place = { readonly phone?: string | undefined; readonly address?: string | undefined }
