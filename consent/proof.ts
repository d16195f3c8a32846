/** How we know that it was this person, lowest first (design R3). */
export const PROOFS = ['imported', 'asserted', 'witnessed', 'link', 'message'] as const
export type Proof = (typeof PROOFS)[number]

/** The least proof a category takes unless its document says otherwise, and the least that brings back someone who said no. */
export const DEFAULT_LEAST_PROOF = 'link' satisfies Proof

/** Whether a proof is at least as strong as another. */
export const isAtLeast = (proof: Proof, least: Proof): boolean =>
  PROOFS.indexOf(proof) >= PROOFS.indexOf(least)

/** The stronger of two proofs. */
export const strongerProof = (a: Proof, b: Proof): Proof => (isAtLeast(a, b) ? a : b)
