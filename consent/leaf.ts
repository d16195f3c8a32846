import { canonicalJson } from './canonical.ts'
import type { ConsentEvent, Evidence } from './event.ts'

/** What a leaf holds of an event; its names may come from a file that nobody vouches for. */
export type LeafEvent = Pick<ConsentEvent, 'moment' | 'act'> & {
  readonly id: string
  readonly person: string
}

/** The version of the leaf's form. It never changes for events that are stored. */
export const LEAF_VERSION = 1

/**
 * The text whose SHA-256 is an event's leaf in its company's log: the event with its evidence and a random
 * salt, as canonical JSON (RFC 8785). Without the salt the leaf says nothing, so that erasing the salt and
 * the evidence leaves a leaf that still verifies everyone else's proof (design section 6).
 */
export const leafForm = (
  company: string,
  event: LeafEvent,
  evidence: Evidence | null,
  salt: string,
): string =>
  canonicalJson({
    v: LEAF_VERSION,
    company,
    id: event.id,
    person: event.person,
    moment: event.moment,
    act: event.act,
    evidence,
    salt,
  })
