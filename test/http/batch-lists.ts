import { type Answer, type Ask, type Service } from '../support/service.ts'
import type { BatchAnswer } from '../../contract/may-send-batch.ts'

/** Asks a list of questions; what is no text goes as a line of JSON. */
export const askList = (
  service: Service,
  lines: readonly unknown[] | string | Uint8Array,
  request: Ask = {},
): Promise<Answer> => {
  const isWhole = typeof lines === 'string' || lines instanceof Uint8Array
  const body = isWhole ? lines : lines.map(lineOf).join('')
  return service.ask('/v1/may-send/batch', {
    key: service.keys['may-send'],
    ...request,
    body,
    headers: { 'content-type': 'application/x-ndjson', ...request.headers },
  })
}

const lineOf = (line: unknown): string =>
  `${typeof line === 'string' ? line : JSON.stringify(line)}\n`

/** The answers of a list, one a line. */
export const answersIn = (text: string): readonly BatchAnswer[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as BatchAnswer)
