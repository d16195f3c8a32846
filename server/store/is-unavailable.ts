import { isLost } from './postgres-retry.ts'

// SQLite: no room, the disk fails, somebody else holds it. PostgreSQL: class 53 is want of room, memory or connections,
// 58030 a disk that fails.
const CODES = /^(?:SQLITE_(?:FULL|IOERR|BUSY|LOCKED|CANTOPEN)\w*|53...|58030)$/u
const WORDS = /timeout exceeded when trying to connect|connection timeout/iu

/** Whether an error says that the database can keep or tell nothing now, and may again later: no fault of ours. */
export const isUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  // While PostgreSQL is down, its socket is not there or lets nobody in.
  if ('syscall' in error && error.syscall === 'connect') return true
  const code = 'code' in error ? String(error.code) : ''
  return CODES.test(code) || WORDS.test(error.message) || isLost(error)
}
