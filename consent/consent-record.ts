import type { Act, ConsentEvent, Grant } from './event.ts'
import { raisedBy } from './registers.ts'
import { PROOFS, type Proof } from './proof.ts'

/** What a person did about a category (ISO/IEC TS 27560 calls it the event's state). */
export const CONSENT_STATES = ['given', 'refused', 'withdrawn'] as const
export type ConsentState = (typeof CONSENT_STATES)[number]

/** What an act says of one category, or of all. */
export type ConsentPart = {
  readonly state: ConsentState
  /** Null: every category, at the senders named. */
  readonly category: string | null
  /** Null: at every sender. */
  readonly senders: readonly string[] | null
  /** When it counts, in milliseconds. */
  readonly at: number
  /** Null for a no, which needs none. */
  readonly proof: Proof | null
}

/**
 * What an event gives, refuses and withdraws. Read from the registers it raises, so that nothing is told here that
 * does not count: a message with a no in it gives nothing, whatever else is in it.
 */
export const consentIn = (event: ConsentEvent): readonly ConsentPart[] => {
  const parts = new Map<string, ConsentPart>()
  for (const { register, mark } of raisedBy(event)) {
    const part = partOf(register, mark.at)
    if (!part) continue
    const key = JSON.stringify([part.state, part.category])
    const known = parts.get(key)
    const senders = part.senders && [...(known?.senders ?? []), ...part.senders]
    parts.set(key, { ...part, senders })
  }
  return [...parts.values()]
}

const partOf = (register: string, at: number): ConsentPart | null => {
  const [what = '', first = '', category = '', level] = register.split('/')
  switch (what) {
    case 'granted': {
      const proof = PROOFS.find((each) => each === level) ?? null
      return { state: 'given', category, senders: [first], at, proof }
    }
    case 'denied':
      return { state: 'refused', category: first, senders: null, at, proof: null }
    case 'revoked':
      return { state: 'withdrawn', category: first, senders: null, at, proof: null }
    case 'stopped':
    case 'halted':
      return { state: 'withdrawn', category: null, senders: [first], at, proof: null }
    default:
      return null
  }
}

/** What was shown to whoever said yes or no by it, and on which form; null where an act has nothing of the kind. */
export const grantIn = (act: Act): Grant | null => {
  if (act.kind === 'opt_in') return act
  return act.kind === 'message' ? act.granted : null
}
