import { scrub, scrubFrame } from './scrub.ts'

/** An error as the operator may read it: nothing of it that is not named here. */
export type ToldError = {
  readonly name: string
  readonly message: string
  readonly stack: readonly string[]
  readonly code?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  readonly cause?: ToldError
}

const MOST_FRAMES = 12
const MOST_CAUSES = 4

/** What the databases and the system name in words of their own: PostgreSQL's SQLSTATE, ENOTFOUND, a table. */
const NAMES = ['code', 'table', 'column', 'constraint'] as const

/**
 * An error without anything that was being stored or sent: databases quote values in their messages and details,
 * and a parser quotes what it could not read.
 */
export const toldError = (error: unknown, causes = MOST_CAUSES): ToldError => {
  if (!(error instanceof Error)) return { name: 'not an error', message: '', stack: [] }
  const { cause } = error
  return {
    name: scrub(error.name),
    message: messageOf(error),
    stack: framesOf(error),
    ...Object.fromEntries(NAMES.flatMap((name) => named(error, name))),
    ...(cause instanceof Error && causes > 1 ? { cause: toldError(cause, causes - 1) } : {}),
  }
}

/** A parser's message begins with the text that it could not read, and need not quote it. */
const messageOf = (error: Error): string =>
  error instanceof SyntaxError ? '' : scrub(error.message)

/** Only the places: before them a stack repeats the message. */
const framesOf = ({ stack = '' }: Error): readonly string[] =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at .*(?::\d+:\d+\)?|\(<anonymous>\))$/u.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => scrubFrame(line.trim()))

const named = (error: object, name: string): readonly (readonly [string, string])[] => {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' && /^\w{2,63}$/u.test(value) ? [[name, scrub(value)]] : []
}
