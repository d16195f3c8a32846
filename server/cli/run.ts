import type { Problem } from '../actions/problem.ts'
import { ConfigError, readConfig } from '../config.ts'
import { PROBLEM_TABLE } from '../http/problems.ts'
import { openDeps } from '../open-deps.ts'
import type { Deps } from '../ports.ts'

/** Prints a line of an answer. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Prints a line about the work, where it does not mix with an answer. */
export const note = (line: string): void => void process.stderr.write(`${line}\n`)

/** Opens the database, does the work and closes it, whatever comes of it. */
export const withDeps = async <T>(work: (deps: Deps) => Promise<T>): Promise<T> => {
  const deps = await openDeps(readConfig(process.env), note)
  try {
    return await work(deps)
  } finally {
    await deps.memory.close()
  }
}

/** A refusal as an error that is told in sentences. */
export const refusal = ({ problem, more }: Problem): ConfigError => {
  const [, title, detail] = PROBLEM_TABLE[problem]
  return new ConfigError(`${title}. ${detail}${more ? `\n${JSON.stringify(more, null, 2)}` : ''}`)
}
