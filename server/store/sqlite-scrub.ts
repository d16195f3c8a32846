import Database from 'better-sqlite3'
import { setTimeout as sleep } from 'node:timers/promises'

const TRIES = 50
const GAP_MS = 20
const LATER_MS = 1_000

/**
 * Empties SQLite's journal into the file, where `secure_delete` has overwritten what was deleted: the journal holds pages
 * as they were until it is written over (style, trap 23). It has to wait for whoever reads an older state, such as a long
 * export: longer than a second it does so alone, until it has succeeded or the file is closed.
 */
export const journalScrubber = (path: string) => {
  let timer: NodeJS.Timeout | null = null
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = null
      if (!truncated(path)) later()
    }, LATER_MS).unref()
  }
  return {
    scrub: async (): Promise<void> => {
      for (let tries = 0; tries < TRIES; tries += 1) {
        if (truncated(path)) return
        await sleep(GAP_MS)
      }
      later()
    },
    close: (): void => {
      if (timer) clearTimeout(timer)
    },
  }
}

/** One attempt, on a connection of its own: the one that writes may be inside a transaction. */
const truncated = (path: string): boolean => {
  const database = new Database(path, { fileMustExist: true, timeout: 0 })
  try {
    // Simple: the first of what it tells, whether anybody was in the way.
    return database.pragma('wal_checkpoint(truncate)', { simple: true }) === 0
  } finally {
    database.close()
  }
}
