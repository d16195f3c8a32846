import { readFileSync } from 'node:fs'

const WATCH_EVERY_MS = 50

/** Watches a process's memory until told to stop; gives what it grew by at most, in megabytes, or null where no system tells. */
export const watchMemory = (pid: number) => {
  const before = residentOf(pid)
  let most = before
  const watching = setInterval(() => {
    most = Math.max(most, residentOf(pid))
  }, WATCH_EVERY_MS)
  return (): number | null => {
    clearInterval(watching)
    return Number.isNaN(before) ? null : most - before
  }
}

/** What a process holds in memory, in megabytes; not a number where there is no `/proc`. */
const residentOf = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
