import Database from 'better-sqlite3'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 2
const PATIENCE_MS = 60_000

/**
 * Does what needs SQLite's write lock, waiting while another process holds it. Waiting here instead of in
 * SQLite leaves the event loop free for reads.
 */
export const whenFree = async <T>(act: () => T): Promise<T> => {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return act()
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error
    }
    await sleep(POLL_MS * Math.random())
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(?:BUSY|LOCKED)/u.test(error.code)
