import { Readable } from 'node:stream'
import type { HonoRequest } from 'hono'
import { problem, type Problem } from '../actions/problem.ts'

/** A list as it is sent: its bytes, whether they are packed, and whether its lines are a spreadsheet's. */
export type SentList = {
  readonly sent: Readable
  readonly isPacked: boolean
  readonly isCsv: boolean
}

/** The list that a request sends. */
export const sentList = (request: HonoRequest): SentList | Problem => {
  const encoding = request.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  const isPacked = encoding === 'gzip'
  if (!isPacked && encoding !== 'identity') return problem('body-not-gzip')
  const { body } = request.raw
  return {
    sent: body ? Readable.fromWeb(body) : Readable.from([]),
    isPacked,
    isCsv: isCsv(request),
  }
}

/** Whether a request says that it sends a list, where a single thing may be sent too. */
export const isListType = (request: HonoRequest): boolean =>
  isCsv(request) || /^application\/x-ndjson\s*(?:;|$)/iu.test(request.header('content-type') ?? '')

const isCsv = (request: HonoRequest): boolean =>
  /^text\/csv\s*(?:;|$)/iu.test(request.header('content-type') ?? '')
