import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { StreamingApi } from 'hono/utils/stream'
import type { ImportShown } from '../../../contract/imports.ts'
import type { HttpDeps } from '../deps.ts'

const TICK = 500
/** Proxies end a connection on which nothing is heard for a minute, some for half of one. */
const HEARTBEAT = 15_000
/** After that the reader comes again with its key, which may have been withdrawn meanwhile. */
const LIFE = 5 * 60 * 1000
/** How long whoever reads it waits before it opens the stream again, in milliseconds. */
const RETRY = 1_000

/** Tells how far an import is as it goes on, until it is done or five minutes have passed. It begins with what stands. */
export const progressStream = (
  c: Context,
  deps: HttpDeps,
  look: () => Promise<ImportShown | null>,
): Response => {
  c.header('Content-Type', 'text/event-stream')
  c.header('Cache-Control', 'no-store, no-transform')
  // nginx, and what takes after it, holds an answer back until it has a buffer full.
  c.header('X-Accel-Buffering', 'no')
  return stream(
    c,
    (reader) => tell(reader, deps.now, look),
    async (error) => deps.report('watching an import', error),
  )
}

const tell = async (
  reader: StreamingApi,
  now: () => number,
  look: () => Promise<ImportShown | null>,
): Promise<void> => {
  const endsAt = now() + LIFE
  let told = ''
  let heardAt = now()
  while (!reader.aborted) {
    const shown = await look()
    if (!shown) return
    const text = JSON.stringify(shown)
    if (text !== told) {
      told = text
      heardAt = now()
      await reader.write(`event: progress\nretry: ${RETRY}\ndata: ${text}\n\n`)
    } else if (now() - heardAt >= HEARTBEAT) {
      heardAt = now()
      await reader.write(': waiting\n\n')
    }
    if (shown.state === 'done' || now() > endsAt) return
    await reader.sleep(TICK)
  }
}
