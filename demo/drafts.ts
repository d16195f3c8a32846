import type { Draft } from './shapes.ts'

/** Where a deep link's draft goes: to every phone that is open, or to the next one that opens. */
export type Drafts = {
  readonly deliver: (draft: Draft) => void
  /** Opens a phone; the function that comes back closes it. */
  readonly open: (phone: (draft: Draft) => void) => () => void
}

const KEPT_FOR_MS = 60_000

/** Makes the place; nothing in it outlives the demo. */
export const makeDrafts = (now: () => number): Drafts => {
  const phones = new Set<(draft: Draft) => void>()
  let kept: { readonly draft: Draft; readonly at: number } | null = null
  return {
    deliver: (draft) => {
      kept = phones.size === 0 ? { draft, at: now() } : null
      for (const phone of phones) phone(draft)
    },
    open: (phone) => {
      phones.add(phone)
      if (kept !== null && now() - kept.at < KEPT_FOR_MS) phone(kept.draft)
      kept = null
      return () => phones.delete(phone)
    },
  }
}
