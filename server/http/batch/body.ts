import { pipeline, type Readable } from 'node:stream'
import { createGunzip, type Gunzip } from 'node:zlib'
import { problem, type Problem } from '../../actions/problem.ts'

/** Lists are text that repeats itself, which gzip makes a tenth to a fiftieth of. */
const MOST_UNPACKED_TIMES = 250
const UNSUSPECTED_BYTES = 1024 * 1024
const CHUNK = 256 * 1024

/** Why a list is read no further. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
  readonly problem: Problem
  constructor(why: Problem) {
    super(why.problem)
    this.problem = why
  }
}

/** The bytes of a list, unpacked if they are packed. Ends in a BrokenOff where they do. */
export const readBatchBody = async function* (
  sent: Readable,
  isPacked: boolean,
  onBytes: (count: number) => void,
): AsyncGenerator<Buffer> {
  const gunzip = isPacked ? createGunzip({ chunkSize: CHUNK }) : null
  const bytes = gunzip ? pipeline(sent, gunzip, () => {}) : sent
  let unpacked = 0
  try {
    for await (const chunk of bytes) {
      const piece = bytesIn(chunk)
      unpacked += piece.length
      onBytes(piece.length)
      if (gunzip && isBomb(gunzip, unpacked)) throw new BrokenOff(problem('body-too-large'))
      yield piece
    }
  } catch (error) {
    if (error instanceof BrokenOff) throw error
    throw new BrokenOff(problem(isPacked ? 'body-not-gzip' : 'unavailable'))
  } finally {
    bytes.destroy()
    sent.destroy()
  }
}

const bytesIn = (chunk: unknown): Buffer => {
  if (Buffer.isBuffer(chunk)) return chunk
  if (!(chunk instanceof Uint8Array)) throw new TypeError('not bytes')
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

const isBomb = ({ bytesWritten }: Gunzip, unpacked: number): boolean =>
  unpacked > UNSUSPECTED_BYTES && unpacked > bytesWritten * MOST_UNPACKED_TIMES
