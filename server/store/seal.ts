import { type CipherKey, createCipheriv, createDecipheriv } from 'node:crypto'
import { randomBytes } from './random-pool.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Where a sealed value belongs. It opens nowhere else: company, table, row. */
export type Place = readonly string[]

/** Seals bytes with AES-256-GCM, bound to their place. The result is nonce, ciphertext, tag. */
export const seal = (key: CipherKey, place: Place, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(textOf(place))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed. Throws if the key or the place is another, or a bit has changed. */
export const unseal = (key: CipherKey, place: Place, sealed: Buffer): Buffer => {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tagAt = Math.max(NONCE_BYTES, sealed.length - TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(textOf(place))
    .setAuthTag(sealed.subarray(tagAt))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, tagAt)), decipher.final()])
}

const textOf = (place: Place): Buffer => Buffer.from(JSON.stringify(place))
