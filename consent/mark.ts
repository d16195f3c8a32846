/** An event's name: `evt_` and 32 hexadecimal digits, so that text and bytes sort alike. */
export type EventId = string & { readonly __brand: 'EventId' }

/** A person's name: `per_` and 32 random hexadecimal digits. It never changes and says nothing. */
export type PersonId = string & { readonly __brand: 'PersonId' }

/** Whether a text has the shape of an event's name. */
export const isEventId = (text: string): text is EventId => /^evt_[0-9a-f]{32}$/u.test(text)

/** Whether a text has the shape of a person's name. */
export const isPersonId = (text: string): text is PersonId => /^per_[0-9a-f]{32}$/u.test(text)

const personId = (text: string): PersonId => {
  if (isPersonId(text)) return text
  throw new Error('not a person’s name')
}

/** Who an event belongs to that speaks of no person. Nobody is known by it. */
export const NOBODY = personId(`per_${'0'.repeat(32)}`)

/** What a register keeps: an instant in milliseconds and the event that set it, as one comparable value. */
export type Mark = { readonly at: number; readonly by: EventId }

/** The greater of two marks. At equal times the greater event id stays, whatever came first (design R1). */
export const later = (a: Mark, b: Mark): Mark => {
  if (a.at !== b.at) return a.at > b.at ? a : b
  return a.by >= b.by ? a : b
}

/** The greatest of some marks, or null of none. */
export const latest = (marks: readonly (Mark | null | undefined)[]): Mark | null => {
  let best: Mark | null = null
  for (const mark of marks) if (mark) best = best ? later(best, mark) : mark
  return best
}

/** Whether a mark is strictly later than another; a missing one is earlier than all. A tie is not later. */
export const isAfter = (a: Mark | null, b: Mark | null): boolean =>
  a !== null && (b === null || a.at > b.at)
