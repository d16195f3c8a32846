import type { Arrival } from './shapes.ts'

/** Where a deep link's draft and the business's replies go: to every phone that is open, or to the next one that opens. */
export type Arrivals = {
  readonly deliver: (arrival: Arrival) => void
  /** Opens a phone; the function that comes back closes it. */
  readonly open: (phone: (arrival: Arrival) => void) => () => void
}

const KEPT_FOR_MS = 60_000
const MOST_KEPT = 20

/** Makes the place; nothing in it outlives the demo. */
export const makeArrivals = (now: () => number): Arrivals => {
  const phones = new Set<(arrival: Arrival) => void>()
  let kept: { readonly arrival: Arrival; readonly at: number }[] = []
  return {
    deliver: (arrival) => {
      if (phones.size === 0) kept = [...withoutDraft(kept, arrival), { arrival, at: now() }]
      for (const phone of phones) phone(arrival)
    },
    open: (phone) => {
      phones.add(phone)
      for (const { arrival, at } of kept) if (now() - at < KEPT_FOR_MS) phone(arrival)
      kept = []
      return () => phones.delete(phone)
    },
  }
}

/** One draft is written at a time: a later one takes its place. */
const withoutDraft = <Kept extends { readonly arrival: Arrival }>(
  kept: readonly Kept[],
  next: Arrival,
): readonly Kept[] =>
  kept
    .filter(({ arrival }) => next.kind !== 'draft' || arrival.kind !== 'draft')
    .slice(1 - MOST_KEPT)
