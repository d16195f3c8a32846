/** What a person can be known by (design section 2). */
export const IDENTITY_KINDS = ['phone', 'bsuid', 'email', 'external'] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]

/** One thing that a person is known by: an E.164 number, Meta's business-scoped id, a mailbox, the company's own id. */
export type Identity = { readonly kind: IdentityKind; readonly value: string }

/** What joins two persons when reading: they are one, or only a no of the one counts for the other (design R7). */
export const BONDS = ['same', 'noes'] as const
export type Bond = (typeof BONDS)[number]
