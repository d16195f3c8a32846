/** A request that may come again: what it is called, what it says, and until when nobody else may do it. */
export type AnswerClaim = {
  readonly name: string
  /** HMAC of what was sent. */
  readonly fingerprint: string
  readonly at: number
  readonly leaseUntil: number
  /** What began earlier is forgotten. */
  readonly notBefore: number
}

/** What a request was answered with. */
export type KeptAnswer = { readonly status: number; readonly body: string }

/** `ours`: it is to be done, and was first begun at `since`. The others: it is not to be done again. */
export type AnswerClaimed =
  | { readonly state: 'ours'; readonly since: number }
  | { readonly state: 'answered'; readonly answer: KeptAnswer }
  | { readonly state: 'in-use' }
  | { readonly state: 'other-content' }
