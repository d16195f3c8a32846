import { spawnSync } from 'node:child_process'

/** The program that sees what another asks of the system. */
export const TRACER = 'strace'

/** Why no process can be traced here, or null. */
export const whyNoTrace = (): string | null => {
  const tried = spawnSync(TRACER, ['-f', '-qq', '-e', 'trace=none', process.execPath, '-v'])
  if (tried.error) return `${TRACER} is not installed here, so nothing was traced`
  return tried.status === 0 ? null : `${TRACER} may not trace a process here, so nothing was traced`
}
