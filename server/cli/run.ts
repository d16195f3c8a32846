import { QuieroProblem } from '../../client/problem.ts'
import type { Problem } from '../actions/problem.ts'
import { ConfigError, readConfig } from '../config.ts'
import { PROBLEM_TABLE } from '../http/problems.ts'
import { plainLog } from '../log.ts'
import { openDeps } from '../open-deps.ts'
import type { Deps } from '../ports.ts'
import { KeyError } from '../store/keyring.ts'

/** Prints a line of an answer. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Prints a line about the work, where it does not mix with an answer. */
export const note = (line: string): void => void process.stderr.write(`${line}\n`)

/** Opens the database, does the work and closes it, whatever comes of it. */
export const withDeps = async <T>(work: (deps: Deps) => Promise<T>): Promise<T> => {
  const deps = await openDeps(readConfig(process.env), plainLog(note))
  try {
    return await work(deps)
  } finally {
    await deps.memory.close()
  }
}

/** What went wrong, for the person at the terminal, who has no use for a stack. */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof KeyError) return error.message
  if (error instanceof QuieroProblem) return answeredWith(error)
  return `It failed: ${reasonsOf(error).join(': ')}`
}

const answeredWith = ({ message, refusals }: QuieroProblem): string =>
  refusals.length > 0 ? `${message}\n${JSON.stringify(refusals, null, 2)}` : message

const reasonsOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return []
  // A connection that is tried at several addresses fails with a code and without a message.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return [error.message || code, ...reasonsOf(error.cause)]
}

/** A refusal as an error that is told in sentences. */
export const refusal = ({ problem, more }: Problem): ConfigError => {
  const [, title, detail] = PROBLEM_TABLE[problem]
  return new ConfigError(`${title}. ${detail}${more ? `\n${JSON.stringify(more, null, 2)}` : ''}`)
}
