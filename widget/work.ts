import type { WorkAsked, WorkDone } from '../contract/opt-out.ts'

/**
 * Works out what the server asks for in a burst of opt-outs: counts up until a key begins as is wanted. The browser
 * does it beside the page, which stays as quick as it was. Rejects where pages are not secure: there is no `subtle`.
 */
export const workOut = async (challenge: WorkAsked): Promise<WorkDone> => {
  const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters
  const start = bytesOf(nonce)
  const name = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost }
  for (let counter = 0; ; counter++) {
    const password = new Uint8Array(start.length + 4)
    password.set(start)
    new DataView(password.buffer).setUint32(start.length, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hexOf(await crypto.subtle.deriveBits(name, key, keyLength * 8))
    if (derivedKey.startsWith(keyPrefix)) return { challenge, solution: { counter, derivedKey } }
  }
}

const bytesOf = (hex: string) =>
  Uint8Array.from(hex.match(/../gu) ?? [], (digits) => Number.parseInt(digits, 16))

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
