import type { Deps, PlacedEvent, Sealer, StoredCompany } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

const PURPOSE = 'feed'

/** Before the first event of a log. */
const BEGINNING = -1

/** Where a reader of a company's feed stands, signed for that company: in another's it means nothing. */
export const cursorAt = (sealer: Sealer, company: string, position: number): string => {
  const place = (position + 1).toString(36)
  return `${place}.${sealer.sign(PURPOSE, `${company}.${place}`)}`
}

/**
 * The position that a cursor stands at: the beginning of the log without one, its end for `latest`. A cursor that
 * this company was not given is refused.
 */
export const positionAt = async (
  deps: Deps,
  { document: { id: company } }: StoredCompany,
  cursor: string | null,
): Promise<number | Problem> => {
  if (cursor === null) return BEGINNING
  if (cursor === 'latest') return deps.memory.of(company).lastPosition()
  const [place = '', signature = ''] = cursor.split('.')
  return deps.sealer.isSigned(PURPOSE, `${company}.${place}`, signature)
    ? Number.parseInt(place, 36) - 1
    : problem('cursor-not-valid')
}

/** The next events of a feed, and where its reader stands after them. */
export type FeedPage = {
  readonly events: readonly PlacedEvent[]
  readonly position: number
  /** Whether there may be more at once. */
  readonly more: boolean
}

/** How a feed is read. */
type Reading = { readonly limit: number; readonly which: 'thin' | 'with-evidence' }

/** Reads a company's events after a position, in the order of its log; never one twice, and none is left out. */
export const readFeed = async (
  deps: Deps,
  { document: { id: company } }: StoredCompany,
  after: number,
  { limit, which }: Reading,
): Promise<FeedPage> => {
  const events = await deps.memory.of(company).eventsAfter(after, limit, which)
  const position = events.at(-1)?.position ?? after
  return { events, position, more: events.length === limit }
}
