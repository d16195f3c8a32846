import { pino, type DestinationStream } from 'pino'
import type { Answered } from './http/deps.ts'
import type { LogLevel } from './log-level.ts'
import { scrub } from './scrub.ts'
import { toldError } from './told-error.ts'

/** Where the operator reads what happens. No line of it can tell of a person. */
export type Log = {
  /** A sentence of ours: of the server, and of nobody. */
  readonly say: (sentence: string) => void
  readonly warn: (sentence: string) => void
  /** Something failed; `request` is the id of the request in which it did, where there was one. */
  readonly fault: (where: string, error: unknown, request?: string) => void
  readonly answered: (request: Answered) => void
}

/** Asked all the time, and counted: a line each would say nothing more. */
const USUAL: readonly string[] = ['/healthz', '/readyz', '/metrics', '/v1/may-send']

/** JSON, a line each, on the standard output unless another stream is given. */
export const jsonLog = (level: LogLevel, stream?: DestinationStream): Log => {
  // Written in the order it came, without anybody waiting for it; what is left is written when the process ends.
  const to = stream ?? pino.destination({ dest: 1, sync: false })
  const lines = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: allowedIn },
    },
    to,
  )
  return {
    say: (sentence) => lines.info(sentence),
    warn: (sentence) => lines.warn(sentence),
    fault: (where, error, request) => lines.error({ where, request, error }, 'failed'),
    answered: (request) => lines[levelOf(request)](request, 'answered'),
  }
}

const levelOf = ({ status, route }: Answered): 'error' | 'info' | 'debug' => {
  if (status >= 500) return 'error'
  return status < 400 && USUAL.includes(route) ? 'debug' : 'info'
}

/** Lines for somebody at a terminal, who has no use for every request. */
export const plainLog = (write: (line: string) => void): Log => ({
  say: write,
  warn: write,
  fault: (where, error) => write(`failed: ${where}: ${inLines(error)}`),
  answered: () => {},
})

const inLines = (error: unknown): string => {
  const { name, code, message, stack } = toldError(error)
  const head = [name, code, message].filter((part) => part !== undefined && part !== '').join(' ')
  return [head, ...stack.slice(0, 6).map((frame) => `    ${frame}`)].join('\n')
}

type Field = (value: unknown) => unknown

const text: Field = (value) => (typeof value === 'string' ? scrub(value) : undefined)
const amount: Field = (value) =>
  typeof value === 'number' ? Math.round(value * 10) / 10 : undefined
/** A name that is ours, or the operator's: of a company, of a route, of a request. */
const name: Field = (value) => (typeof value === 'string' ? value : undefined)

/** All that a line may hold beside its time, its level and its sentence. Anything else has no place in it. */
const FIELDS: { readonly [field: string]: Field | undefined } = {
  request: name,
  method: name,
  route: name,
  status: amount,
  ms: amount,
  company: name,
  where: text,
  error: (value) => toldError(value),
}

const allowedIn = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const allowed: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fields)) allowed[field] = FIELDS[field]?.(value)
  return allowed
}
