import { randomFillSync } from 'node:crypto'

const POOL_BYTES = 8 * 1024

const pool = Buffer.allocUnsafeSlow(POOL_BYTES)
let used = POOL_BYTES

/** Random bytes, of which the system is asked for some thousands at once: to ask costs more than a hash. */
export const randomBytes = (count: number): Buffer => {
  if (used + count > POOL_BYTES) {
    randomFillSync(pool)
    used = 0
  }
  const drawn = Buffer.from(pool.subarray(used, used + count))
  // What was drawn is its owner's alone.
  pool.fill(0, used, used + count)
  used += count
  return drawn
}
