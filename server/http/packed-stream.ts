import { pipeline, Readable } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import type { HonoRequest } from 'hono'

/** Whether who asks takes gzip. */
export const acceptsGzip = (request: HonoRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/iu.test(request.header('accept-encoding') ?? '')

/** Packed as it comes, so that each line is there as soon as it would be without. */
export const packed = (answer: ReadableStream<Uint8Array>): ReadableStream => {
  const gzip = createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH })
  return Readable.toWeb(pipeline(Readable.fromWeb(answer), gzip, () => {}))
}
