import type { Act } from './event.ts'
import type { Moment } from './moment.ts'

/** What an old record says that somebody answered. */
export const IMPORTED_ANSWERS = ['yes', 'no'] as const
export type ImportedAnswer = (typeof IMPORTED_ANSWERS)[number]

/** When a record says that somebody acted: the earliest and the latest instant that it can mean. */
export type RecordedTime = { readonly earliest: number; readonly latest: number }

const HOUR = 60 * 60 * 1000

/** WhatsApp began on 24 February 2009: no yes to its messages is older, but a date that a system made up may be. */
const FIRST_YES = Date.UTC(2009, 1, 24)

const DAY_WRITTEN = /^\d{4}-\d{2}-\d{2}$/u
const INSTANT_WRITTEN =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u

/**
 * An instant with its zone, or a day, which is somewhere on earth from fourteen hours before it begins in
 * Greenwich until twelve hours after it has ended there. Null for anything else: nobody can tell what `3/4/25` means.
 */
export const readRecordedTime = (written: string): RecordedTime | null => {
  const isDay = DAY_WRITTEN.test(written)
  if (!isDay && !INSTANT_WRITTEN.test(written)) return null
  const at = Date.parse(isDay ? `${written}T00:00:00Z` : written.replace(' ', 'T'))
  // The engine takes the 31st of February for the 3rd of March.
  const isThere =
    at >= 0 && dayOf(Date.parse(`${written.slice(0, 10)}T00:00:00Z`)) === written.slice(0, 10)
  if (!isThere) return null
  return isDay
    ? { earliest: at - 14 * HOUR, latest: at + 36 * HOUR - 1 }
    : { earliest: at, latest: at }
}

const dayOf = (at: number): string =>
  Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10)

/**
 * When an imported act counts: a yes at the earliest moment that its record allows, a no at the latest (design R2).
 * Null for a yes without a time that it can have been said at. A no counts whatever is written beside it: from now
 * on, where that is no time.
 */
export const importedMoment = (
  answer: ImportedAnswer,
  time: RecordedTime | null,
  receivedAt: number,
): Moment | null => {
  if (answer === 'no') {
    return time
      ? { clock: 'provider', claimedAt: time.latest, receivedAt }
      : { clock: 'ours', receivedAt }
  }
  const isPossible = time !== null && time.latest >= FIRST_YES && time.earliest <= receivedAt
  return isPossible ? { clock: 'provider', claimedAt: time.earliest, receivedAt } : null
}

/** What an old record tells, at which senders. */
export type ImportedRecord = {
  readonly import: string
  readonly answer: ImportedAnswer
  /** Null: everything; only of a no. */
  readonly categories: readonly string[] | null
  readonly senders: readonly string[]
}

/** The act that a record tells of. A yes proves nothing by itself; a no needs no proof (design R3). */
export const importedAct = ({ import: name, answer, categories, senders }: ImportedRecord): Act =>
  answer === 'no'
    ? { kind: 'opt_out', source: 'import', categories, senders, import: name }
    : {
        kind: 'opt_in',
        proof: 'imported',
        source: 'import',
        categories: categories ?? [],
        refused: [],
        senders,
        form: null,
        notice: null,
        import: name,
      }
