import { createCipheriv, createDecipheriv } from 'node:crypto'

/** How long a sealed number is. What seals other identities is longer. */
export const PHONE_BLOCK_BYTES = 16

/** A number as one AES-256 block, which is its index and its ciphertext in 16 bytes (design section 6). */
export type PhoneBlocks = {
  /** Null for a text that does not fit one block. */
  seal(phone: string): Buffer | null
  /** The same of each, in one go, which takes a tenth of the time. */
  sealEach(phones: readonly string[]): readonly (Buffer | null)[]
  unseal(block: Buffer): string
}

/**
 * Seals numbers under one key. ECB is what makes equal numbers equal blocks, so that they can be looked up;
 * a number never fills more than one block, so that there is no pattern to see beyond that. A cipher
 * without chaining keeps no state between blocks, so one serves for all.
 */
export const phoneBlocks = (key: Buffer): PhoneBlocks => {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  return {
    seal: (phone) => {
      if (!fits(phone)) return null
      const block = Buffer.alloc(PHONE_BLOCK_BYTES)
      pack(phone, block, 0)
      return cipher.update(block)
    },
    sealEach: (phones) => {
      const blocks = Buffer.alloc(phones.length * PHONE_BLOCK_BYTES)
      const fitting = phones.map(fits)
      for (const [nth, phone] of phones.entries()) {
        if (fitting[nth] === true) pack(phone, blocks, nth * PHONE_BLOCK_BYTES)
      }
      const sealed = cipher.update(blocks)
      return fitting.map((isFitting, nth) => {
        const from = nth * PHONE_BLOCK_BYTES
        return isFitting ? sealed.subarray(from, from + PHONE_BLOCK_BYTES) : null
      })
    },
    unseal: (block) => unpacked(decipher.update(block)),
  }
}

/** Whether a text is 1 to 16 printable ASCII characters: `+` and 15 digits are exactly that. */
const fits = (text: string): boolean => /^[!-~]{1,16}$/u.test(text)

/** Writes a text into an empty block. By hand: for so few bytes Node's own way takes five times as long. */
const pack = (text: string, blocks: Buffer, from: number): void => {
  for (let at = 0; at < text.length; at += 1) blocks[from + at] = text.charCodeAt(at)
}

const unpacked = (block: Buffer): string => block.toString('latin1').replace(/\0+$/u, '')
