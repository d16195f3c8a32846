import { hkdfSync } from 'node:crypto'

/** The server's key cannot be used, or is not the one that this database was made with. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
}

/** The keys that come of the server's key. Their derivation never changes: stored data would stay shut. */
export type Keyring = {
  /** Names the server's key in every row that is sealed under it, and gives nothing of it away. */
  readonly id: Buffer
  /** A key of 256 bits for one purpose, and for one company where it names one. */
  derive(purpose: string, company?: string): Buffer
}

const KEY_BYTES = 32
const ID_BYTES = 8

/** The keyring of a server's key, which is 32 bytes or more. */
export const keyringOf = (key: Uint8Array): Keyring => {
  if (key.length < KEY_BYTES) {
    throw new KeyError(`QUIERO_KEY must have at least ${KEY_BYTES} bytes; it has ${key.length}.`)
  }
  const derive = (purpose: string, company?: string): Buffer => {
    const info = JSON.stringify(['quiero/1', purpose, company ?? null])
    return Buffer.from(hkdfSync('sha256', key, '', info, KEY_BYTES))
  }
  return { id: derive('key-id').subarray(0, ID_BYTES), derive }
}
