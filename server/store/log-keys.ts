import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto'
import type { LogKey, LogKeys } from '../ports.ts'

const ED25519 = 1
const SEED_BYTES = 32
const KEY_ID_BYTES = 4

/** What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The keys that sign companies' logs. They come of the key that is never rotated: a log that was signed for years is
 * checked with one key.
 */
export const logKeysOf = (suppressionKey: Buffer): LogKeys => ({
  of: (company, origin) => {
    const info = JSON.stringify(['quiero/1', 'log', company])
    const seed = Buffer.from(hkdfSync('sha256', suppressionKey, '', info, SEED_BYTES))
    const key = createPrivateKey({
      key: Buffer.concat([PKCS8, seed]),
      format: 'der',
      type: 'pkcs8',
    })
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
    return keyNamed(origin, spki.subarray(-SEED_BYTES), (text) =>
      sign(null, Buffer.from(text), key),
    )
  },
})

/** Notes and keys as https://c2sp.org/signed-note has them. */
const keyNamed = (
  origin: string,
  publicKey: Buffer,
  signatureOf: (text: string) => Buffer,
): LogKey => {
  const typed = Buffer.concat([Buffer.of(ED25519), publicKey])
  const id = createHash('sha256')
    .update(`${origin}\n`)
    .update(typed)
    .digest()
    .subarray(0, KEY_ID_BYTES)
  return {
    origin,
    verifier: `${origin}+${id.toString('hex')}+${typed.toString('base64')}`,
    signBytes: (text) => signatureOf(text).toString('base64'),
    sign: (text) => {
      const signature = Buffer.concat([id, signatureOf(text)]).toString('base64')
      return `${text}\n— ${origin} ${signature}\n`
    },
  }
}
