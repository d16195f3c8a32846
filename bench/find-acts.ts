import { readFound, readHistory, type ShownEvent } from './answers.ts'
import type { Act } from './acts.ts'
import { forEachAtOnce } from './at-once.ts'
import type { Line } from './http.ts'
import type { Someone } from './people.ts'
import type { Requests } from './requests.ts'

/** What became of acts that were acknowledged, and of the log they stand in. */
export type Found = {
  /** Acts that stand among their person's events exactly once. */
  readonly found: number
  readonly events: number
  readonly faults: readonly string[]
}

const AT_ONCE = 8

/** How long an event may be without its position: SQLite's writer places it, PostgreSQL's sequencer does within a second. */
export const PLACED_WITHIN_MS = { sqlite: 0, postgres: 2_000 } as const

/** Looks for acts among the events of everyone who acted in the run, as a client backend would. */
export const findActs = async (
  line: Line,
  origin: string,
  requests: Requests,
  everyone: readonly Someone[],
  acts: Iterable<Act>,
): Promise<Found> => {
  const faults: string[] = []
  const positions: (number | null)[] = []
  let found = 0
  const byPhone = Map.groupBy(acts, ({ person }) => person.phone)
  await forEachAtOnce(everyone, AT_ONCE, async (person) => {
    const events = await eventsOf(line, origin, requests, person)
    positions.push(...events.map(({ position }) => position))
    for (const act of byPhone.get(person.phone) ?? []) {
      const times = events.filter(act.isThis).length
      if (times === 1) found += 1
      else faults.push(`${act.name} ${act.id} of ${person.phone} stands ${times} times`)
    }
  })
  return { found, events: positions.length, faults: [...faults, ...gapsIn(positions)] }
}

const eventsOf = async (
  line: Line,
  origin: string,
  requests: Requests,
  { phone }: Someone,
): Promise<readonly ShownEvent[]> => {
  const known = await line.send(origin, requests.find({ phone }))
  if (known.status === 404) return []
  const { id } = readFound(known)
  return readHistory(await line.send(origin, requests.events(id))).events
}

/** The log's positions count from nought without a gap, once every event has its own. */
const gapsIn = (positions: readonly (number | null)[]): readonly string[] => {
  const unplaced = positions.filter((position) => position === null).length
  if (unplaced > 0) return [`${unplaced} events have no position`]
  const places = new Set(positions)
  const isWhole = positions.every((_, index) => places.has(index))
  return isWhole ? [] : [`${positions.length} events stand at other positions than 0 and on`]
}
