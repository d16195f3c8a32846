import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { StreamingApi } from 'hono/utils/stream'
import type { OptInState } from '../../contract/opt-in.ts'
import { isProblem, type Problem } from '../actions/problem.ts'
import type { HttpDeps } from './deps.ts'

const TICK = 700
/** Proxies and phones end a connection on which nothing is heard for a minute, some for half of one. */
const HEARTBEAT = 15_000
const LIFE = 5 * 60 * 1000
/** How long whoever reads it waits before it opens the stream again, in milliseconds. */
const RETRY = 2_000

/**
 * Tells the states of an opt-in as they change, until there is nothing more to tell or five minutes have passed.
 * Every stream begins with what stands, so that it needs no memory of what an earlier one has told.
 */
export const optInStream = (
  c: Context,
  deps: HttpDeps,
  first: OptInState,
  look: () => Promise<OptInState | Problem>,
): Response => {
  c.header('Content-Type', 'text/event-stream')
  c.header('Cache-Control', 'no-store, no-transform')
  // nginx, and what takes after it, holds an answer back until it has a buffer full.
  c.header('X-Accel-Buffering', 'no')
  return stream(
    c,
    (reader) => tell(reader, deps, first, look),
    async (error) => deps.report('watching an opt-in', error),
  )
}

const tell = async (
  reader: StreamingApi,
  { now, stopping }: HttpDeps,
  first: OptInState,
  look: () => Promise<OptInState | Problem>,
): Promise<void> => {
  const endsAt = now() + LIFE
  let state: OptInState | Problem = first
  let told = ''
  let heardAt = now()
  while (!isProblem(state)) {
    if (state.status !== told) {
      told = state.status
      heardAt = now()
      await reader.write(`event: state\nretry: ${RETRY}\ndata: ${JSON.stringify(state)}\n\n`)
    } else if (now() - heardAt >= HEARTBEAT) {
      heardAt = now()
      await reader.write(': waiting\n\n')
    }
    if (state.status !== 'pending' || now() > endsAt) return
    await reader.sleep(TICK)
    if (reader.aborted || stopping?.aborted === true) return
    state = await look()
  }
}
