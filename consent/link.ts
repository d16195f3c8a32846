import type { Identity } from './identity.ts'
import type { Proof } from './proof.ts'

/** How a personal link comes to its person, which is what pressing its button can prove. */
export const LINK_CHANNELS = ['sms', 'email'] as const
export type LinkChannel = (typeof LINK_CHANNELS)[number]

/** A token has 128 random bits: base64url writes them in 22 characters. */
export const LINK_TOKEN_BYTES = 16

/** Whether a text has the shape of a token. */
export const isLinkToken = (text: string): boolean => /^[\w-]{22}$/u.test(text)

/** Whom a link was made for: what they are known by, and the number that the page begins with. */
export type LinkRecipient = {
  readonly identity: Identity
  /** Null where no number is known: then the person types one. */
  readonly phone: string | null
  /** The company's own id of the person, where it gave one beside. */
  readonly external: string | null
}

/**
 * What a yes by a link proves of the number that it is for (design R3). An SMS reached the phone; an e-mail reached a
 * mailbox, and of a number that was typed nothing is known.
 */
export const proofByLink = (
  channel: LinkChannel,
  isNumberAsItWas: boolean,
): Extract<Proof, 'link' | 'asserted'> =>
  channel === 'sms' && isNumberAsItWas ? 'link' : 'asserted'

/** What stands in the way of a yes by a link; of a no nothing ever does. */
export type LinkState = 'open' | 'used' | 'expired'

/** How a link stands. */
export const stateOfLink = (
  { usedAt, expiresAt }: { readonly usedAt: number | null; readonly expiresAt: number },
  now: number,
): LinkState => {
  if (usedAt !== null) return 'used'
  return now >= expiresAt ? 'expired' : 'open'
}
