import { readFileSync } from 'node:fs'
import autocannon, { type Options, type Result } from 'autocannon'
import type { Call } from '../http.ts'

/** A server under load. */
export type Target = { readonly url: string; readonly pid: number }

/** How a server is loaded: so many requests in all, over so many connections that are kept. */
export type Load = { readonly amount: number; readonly connections: number }

/** What became of one load. Latencies are in milliseconds. */
export type Driven = {
  readonly answered: number
  /** Answers that were no 2xx, and requests that got none. */
  readonly failed: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
  /** The processor's time that the server's own process took, in seconds; null where no system tells. */
  readonly cpuSeconds: number | null
}

/** Loads a server, and tells when the last answer came: autocannon itself looks once a second whether it is over. */
const run = (options: Options) =>
  new Promise<{ readonly result: Result; readonly lastAt: number }>((resolve, reject) => {
    let lastAt = NaN
    const running = autocannon(options, (error: unknown, result) => {
      if (error) reject(error instanceof Error ? error : new Error('the load could not be run'))
      else resolve({ result, lastAt })
    })
    running.on('response', () => {
      lastAt = performance.now()
    })
  })

/** Sends calls, each made once and beforehand, as fast as the answers come. */
export const drive = async (
  { url, pid }: Target,
  { amount, connections }: Load,
  make: () => Call,
): Promise<Driven> => {
  const ready = Array.from({ length: amount }, make)
  const cpuBefore = cpuSecondsOf(pid)
  const begunAt = performance.now()
  const { result, lastAt } = await run({
    url,
    amount,
    connections,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, headers = {}, body = '' } = ready.pop() ?? make()
          return { ...request, method, path, headers: { ...headers }, body }
        },
      },
    ],
  })
  const seconds = (lastAt - begunAt) / 1000
  const cpuAfter = cpuSecondsOf(pid)
  const cpuSeconds = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore
  const { '2xx': answered, non2xx, errors, latency } = result
  const { p50, p99 } = latency
  return { answered, failed: non2xx + errors, seconds, p50, p99, cpuSeconds }
}

// What Linux counts processor time in here, whatever the processor (proc(5), sysconf(_SC_CLK_TCK)).
const TICKS_A_SECOND = 100

/** The time that all threads of a process have had of the processor, where there is a `/proc`. */
export const cpuSecondsOf = (pid: number): number | null => {
  try {
    // The name in brackets may hold spaces; of what follows it, utime and stime are the 12th and 13th.
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
    return (Number(after[11]) + Number(after[12])) / TICKS_A_SECOND
  } catch {
    return null
  }
}

/** Several loads of one kind as one: sums, and of the latencies the middle ones. */
export const together = (loads: readonly Driven[]): Driven => ({
  answered: sum(loads.map(({ answered }) => answered)),
  failed: sum(loads.map(({ failed }) => failed)),
  seconds: sum(loads.map(({ seconds }) => seconds)),
  p50: median(loads.map(({ p50 }) => p50)),
  p99: median(loads.map(({ p99 }) => p99)),
  cpuSeconds: loads.some(({ cpuSeconds }) => cpuSeconds === null)
    ? null
    : sum(loads.map(({ cpuSeconds }) => cpuSeconds ?? 0)),
})

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN

/** Answers a second. */
export const perSecond = ({ answered, seconds }: Driven): number => answered / seconds

/** The processor's time that each answer took of the server's own process, in seconds; null where no system tells. */
export const workEach = ({ cpuSeconds, answered }: Driven): number | null =>
  cpuSeconds === null ? null : cpuSeconds / answered
