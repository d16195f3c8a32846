import { request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Access } from '../requests.ts'
import { cpuSecondsOf, type Target } from './load.ts'

/** How a stream was answered, and what the server's own process took for it. */
export type Sent = {
  readonly status: number
  readonly seconds: number
  readonly cpuSeconds: number | null
}

/** Posts NDJSON as fast as it is taken, and hands on what comes back as it comes. */
export const sendStream = async (
  { url, pid }: Target,
  path: string,
  { apiKey }: Access,
  body: Iterable<string>,
  onText: (text: string) => void,
): Promise<Sent> => {
  const cpuBefore = cpuSecondsOf(pid)
  const begunAt = performance.now()
  const call = request(new URL(path, url), {
    method: 'POST',
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/x-ndjson' },
    // A connection that is kept would be closed by the server while this process reads the database itself.
    agent: false,
  })
  const state = { isAnswered: false }
  const answered = new Promise<number>((resolve, reject) => {
    call.once('error', reject)
    call.once('response', (answer) => {
      state.isAnswered = true
      answer.setEncoding('utf8')
      answer.on('data', onText)
      answer.once('error', reject)
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
  })
  const sending = pipeline(Readable.from(body), call).catch((error: unknown) => {
    // Who has been refused is not read to the end.
    if (!state.isAnswered) throw error
  })
  const [status] = await Promise.all([answered, sending])
  const seconds = (performance.now() - begunAt) / 1000
  const cpuAfter = cpuSecondsOf(pid)
  const cpuSeconds = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore
  return { status, seconds, cpuSeconds }
}
