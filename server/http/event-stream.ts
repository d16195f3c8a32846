import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { StreamingApi } from 'hono/utils/stream'
import type { FeedEvent } from '../../contract/events.ts'
import type { FeedPage } from '../actions/feed.ts'
import type { PlacedEvent } from '../ports.ts'
import type { HttpDeps } from './deps.ts'

const TICK = 300
/** Proxies end a connection on which nothing is heard for a minute, some for half of one. */
const HEARTBEAT = 15_000
/** After that the reader comes again with its key, which may have been withdrawn meanwhile. */
const LIFE = 5 * 60 * 1000
/** How long whoever reads it waits before it opens the stream again, in milliseconds. */
const RETRY = 1_000

/** A company's feed, as one request reads it. */
export type Feed = {
  readonly read: (after: number) => Promise<FeedPage>
  readonly cursorAt: (position: number) => string
  readonly show: (event: PlacedEvent) => FeedEvent
}

/**
 * Tells the events after a position as they come, for five minutes; each has its cursor as its id, so that a reader
 * who comes again with `Last-Event-ID` misses and repeats nothing. A reader who is slow is waited for.
 */
export const eventStream = (c: Context, deps: HttpDeps, after: number, feed: Feed): Response => {
  c.header('Content-Type', 'text/event-stream')
  // nginx, and what takes after it, holds an answer back until it has a buffer full.
  c.header('X-Accel-Buffering', 'no')
  return stream(
    c,
    (reader) => tell(reader, deps, after, feed),
    async (error) => deps.report('the change feed', error),
  )
}

const tell = async (
  reader: StreamingApi,
  { now, stopping }: HttpDeps,
  after: number,
  { read, cursorAt, show }: Feed,
): Promise<void> => {
  const endsAt = now() + LIFE
  let position = after
  let heardAt = now()
  // Whoever began at the end knows where that was, even if nothing comes before the connection breaks.
  await reader.write(`retry: ${RETRY}\nid: ${cursorAt(position)}\n\n`)
  const isOver = (): boolean => reader.aborted || stopping?.aborted === true
  while (!isOver()) {
    const page = await read(position)
    for (const event of page.events) {
      position = event.position
      await reader.write(`id: ${cursorAt(position)}\ndata: ${JSON.stringify(show(event))}\n\n`)
    }
    if (page.events.length > 0) {
      heardAt = now()
    } else if (now() - heardAt >= HEARTBEAT) {
      heardAt = now()
      await reader.write(': waiting\n\n')
    }
    if (now() > endsAt) return
    if (!page.more) await reader.sleep(TICK)
  }
}
