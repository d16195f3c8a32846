import { consistencyPath } from '../../consent/merkle.ts'
import type { Checkpoint, Deps, StoredCompany } from '../ports.ts'
import { problem, type Problem } from './problem.ts'
import { logKeyOf } from './sign-log.ts'

/** How a company's log stands. */
export type LogView = {
  readonly origin: string
  /** What checks its checkpoints. */
  readonly verifier: string
  readonly size: number
  readonly checkpoint: Checkpoint | null
}

/** Tells how a company's log stands. */
export const showLog = async (
  deps: Deps,
  { document: { id } }: StoredCompany,
): Promise<LogView> => {
  const memory = deps.memory.of(id)
  const { origin, verifier } = logKeyOf(deps, id)
  return { origin, verifier, size: await memory.logSize(), checkpoint: await memory.checkpoint() }
}

/** The hashes that show that the log of one size holds all that it held at another. */
export const showConsistency = async (
  deps: Deps,
  { document: { id } }: StoredCompany,
  from: number,
  to: number,
): Promise<readonly Uint8Array[] | Problem> => {
  const memory = deps.memory.of(id)
  if (from > to || to > (await memory.logSize())) return problem('log-size-not-valid')
  return from === 0 || from === to ? [] : memory.logHashes(consistencyPath(from, to))
}
