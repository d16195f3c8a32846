import { aborted } from './faults.ts'
import { QuieroProblem } from './problem.ts'

/** How long to go on trying, and who may end it. */
export type Patience = {
  readonly giveUpAfterMs: number
  readonly signal?: AbortSignal | undefined
}

const FIRST_PAUSE = 200
const LONGEST_PAUSE = 20_000

/** How long to wait before the next try: exponential, with full jitter, and never less than the server asks for. */
export const pauseBefore = (tries: number, problem: QuieroProblem): number => {
  const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries)
  return Math.max(problem.retryAfterMs ?? 0, Math.random() * most)
}

/** Waits; rejects with a QuieroProblem as soon as the signal is aborted. */
export const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(aborted(signal?.reason))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })

/**
 * Tries until it works, it is refused for good, or patience is at its end; then throws what is known of the cause.
 * An attempt is told how much time is left, in milliseconds.
 */
export const persist = async <T>(
  { giveUpAfterMs, signal }: Patience,
  attempt: (leftMs: number) => Promise<T>,
): Promise<T> => {
  const endsAt = performance.now() + giveUpAfterMs
  let cause: QuieroProblem | null = null
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(Math.max(1, Math.ceil(endsAt - performance.now())))
    } catch (error) {
      if (!(error instanceof QuieroProblem) || !error.isPassing) throw error
      // The last attempt is cut short, which tells nothing beside what was answered before.
      cause = error.code === 'timeout' ? (cause ?? error) : error
      const ms = pauseBefore(tries, error)
      if (performance.now() + ms >= endsAt) throw cause
      await pause(ms, signal)
    }
  }
}
