import type { OnTrouble } from './engine.ts'
import type { Round } from './place-events.ts'

/** What keeps the log in order while the process runs. */
export type Sequencer = {
  /** A transaction of this process has committed. */
  wake(): void
  /** Lets the round that runs come to its end. */
  stop(): Promise<void>
}

// Commits that come close together are placed together.
const DEBOUNCE_MS = 10
// Whoever has the lock may have looked before our commit.
const AGAIN_MS = 50
// Events of a process that ended before it could place them.
const IDLE_MS = 700

/** Runs rounds: soon after every commit here, and within a second of any other. Trouble ends a round, never the sequencer. */
export const startSequencer = (place: () => Promise<Round>, onTrouble: OnTrouble): Sequencer => {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> | null = null
  let isAwake = false
  let isStopped = false

  const schedule = (afterMs: number): void => {
    if (isStopped) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      timer = null
      running = round()
    }, afterMs)
    // A process that has nothing else to do may end; what is left is placed by the next one.
    timer.unref()
  }

  const round = async (): Promise<void> => {
    isAwake = false
    const left = await place().catch((error: unknown): Round => {
      onTrouble(error)
      return 'done'
    })
    running = null
    schedule(isAwake || left === 'more' ? DEBOUNCE_MS : left === 'taken' ? AGAIN_MS : IDLE_MS)
  }

  schedule(DEBOUNCE_MS)
  return {
    wake: () => {
      if (isAwake) return
      isAwake = true
      if (!running) schedule(DEBOUNCE_MS)
    },
    stop: async () => {
      isStopped = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
