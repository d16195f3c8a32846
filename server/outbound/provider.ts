import type { Outcome } from '../../consent/outgoing.ts'
import type { ProviderKind } from '../../consent/provider.ts'
import type { Speaker } from '../ports.ts'

/** What a provider is spoken to with. */
export type Reach = {
  /** Where its API is, instead of where it really is: `http://localhost:8787/demo/meta`. */
  readonly base: string | null
  readonly timeoutMs: number
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** An id that nobody has used. */
  readonly newId: () => string
}

/** One provider that is spoken to. Each file of this folder makes one of these, and reads alike. */
export type OutboundProvider = {
  readonly kind: ProviderKind
  readonly speaker: (reach: Reach) => Speaker
}

/** The person has no address that this provider can send to. */
export const NO_ADDRESS: Outcome = { outcome: 'refused', reason: 'no_address' }

/** A number without its plus sign, as several providers write it. */
export const digitsOf = (number: string): string => number.replace(/^\+/u, '')

/** An id or a secret that a provider needs: whoever sends has seen that it is there. */
export const named = (values: Readonly<Record<string, string>>, name: string): string =>
  values[name] ?? ''
