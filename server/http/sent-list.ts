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
    isCsv: /^text\/csv\s*(?:;|$)/iu.test(request.header('content-type') ?? ''),
  }
}
