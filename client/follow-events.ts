import type { FeedEvent } from './answers.ts'
import { tooLate } from './faults.ts'
import { type Line, problemOf, send } from './line.ts'
import { pause, pauseBefore } from './persist.ts'
import type { QuieroProblem } from './problem.ts'
import { type ServerSentEvent, serverSentEvents } from './server-sent-events.ts'

/** Where a feed is read from, and what of it. */
export type FeedOptions = {
  /** A cursor of this feed, or `latest` for its end; left out, it is read from its beginning. */
  readonly after?: string | undefined
  /** With the evidence, which holds numbers; the key needs the scope `people` too. */
  readonly evidence?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** An event, and the cursor that goes on after it. */
export type Followed = { readonly event: FeedEvent; readonly cursor: string }

/** The server says something every 15 seconds. */
const SILENT_FOR_MS = 40_000

/**
 * Tells every event as it comes, in the order of the log, for ever: a connection that breaks is opened again where it
 * broke. Ends when the signal is aborted; throws a QuieroProblem when the server refuses.
 */
export const followEvents = async function* (
  line: Line,
  { after, evidence = false, signal }: FeedOptions,
): AsyncGenerator<Followed, void, undefined> {
  const path = `v1/events${evidence ? '?evidence=1' : ''}`
  const place: Place = { cursor: after, tries: 0 }
  for (;;) {
    const problem = yield* tell(line, path, place, signal)
    if (signal?.aborted) return
    if (problem === null) continue
    if (!problem.isPassing) throw problem
    place.tries += 1
    // An abort ends the pause, and then the next connection.
    await pause(pauseBefore(place.tries, problem), signal).catch(() => {})
  }
}

/** How far a reader is, and how often it has found nobody there since it last heard something. */
type Place = { cursor: string | undefined; tries: number }

/** Tells the events of one connection, and why it ended; null where the server ended it. */
const tell = async function* (
  line: Line,
  path: string,
  place: Place,
  signal: AbortSignal | undefined,
): AsyncGenerator<Followed, QuieroProblem | null, undefined> {
  try {
    for await (const { id, data } of listen(line, path, place.cursor, signal)) {
      if (signal?.aborted) return null
      const event = data === null ? null : eventIn(data)
      place.tries = 0
      place.cursor = id ?? place.cursor
      if (event && id !== null) yield { event, cursor: id }
    }
    return null
  } catch (error) {
    return problemOf(error, signal)
  }
}

/** One connection, until it ends. */
const listen = async function* (
  line: Line,
  path: string,
  cursor: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<ServerSentEvent> {
  const ending = new AbortController()
  const fallSilent = (): void => ending.abort(tooLate())
  let silence = setTimeout(fallSilent, line.timeoutMs)
  const hear = (): void => {
    clearTimeout(silence)
    silence = setTimeout(fallSilent, SILENT_FOR_MS)
  }
  const both = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal
  try {
    const response = await send(
      line,
      {
        method: 'GET',
        path,
        accept: 'text/event-stream',
        headers: cursor === undefined ? {} : { 'Last-Event-ID': cursor },
      },
      both,
    )
    hear()
    yield* serverSentEvents(response, hear)
  } finally {
    clearTimeout(silence)
    ending.abort()
  }
}

const eventIn = (data: string): FeedEvent => JSON.parse(data)
