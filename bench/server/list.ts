import { phoneOf } from '../fill-people.ts'
import { openLine } from '../http.ts'
import { requestsOf } from '../requests.ts'
import type { ServerProcess } from '../server-process.ts'
import type { Service } from '../service.ts'
import { sendStream, type Sent } from './send-stream.ts'

/** How a list was answered. */
export type Listed = Omit<Sent, 'status'> & { readonly lines: number; readonly allowed: number }

const PATH = '/v1/may-send/batch'

/** Posts a list of people as NDJSON, reads what comes back as it comes, and counts who may be written to. */
export const sendList = async (
  { access }: Service,
  { url, pid }: ServerProcess,
  people: readonly number[],
): Promise<Listed> => {
  let lines = 0
  let allowed = 0
  let rest = ''
  const { status, ...took } = await sendStream(
    { url, pid },
    PATH,
    access,
    linesOf(people),
    (text) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      lines += parts.length
      for (const part of parts) if (part.startsWith('{"allow":true')) allowed += 1
    },
  )
  if (status !== 200 || lines !== people.length) {
    throw new Error(`answered ${status}: ${lines} answers to ${people.length} lines`)
  }
  return { lines, allowed, ...took }
}

const TOGETHER = 1_000

const linesOf = function* (people: readonly number[]): Generator<string> {
  for (let from = 0; from < people.length; from += TOGETHER) {
    yield people
      .slice(from, from + TOGETHER)
      .map((n) => `{"person":{"phone":"${phoneOf(n)}"},"sender":"main","category":"offers"}\n`)
      .join('')
  }
}

const PROBE_EVERY_MS = 20

/** Asks single questions, one after another, until told to stop; gives the 99th percentile in milliseconds. */
export const probe = ({ access }: Service, { url }: ServerProcess) => {
  const requests = requestsOf(access)
  const line = openLine()
  const state = { isOver: false }
  const times: number[] = []
  const asking = (async () => {
    while (!state.isOver) {
      const begunAt = performance.now()
      await line.send(url, requests.maySend({ phone: phoneOf(times.length) }, 'offers'))
      times.push(performance.now() - begunAt)
      await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS))
    }
  })()
  return async (): Promise<number> => {
    state.isOver = true
    await asking
    line.close()
    const sorted = times.toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
  }
}
