import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { Sealer } from '../ports.ts'
import type { Keyring } from './keyring.ts'

/** Signatures under the server's key: one derived key for each purpose. */
export const sealerOf = (keyring: Keyring): Sealer => {
  const keys = new Map<string, KeyObject>()
  const keyFor = (purpose: string): KeyObject => {
    const key = keys.get(purpose) ?? createSecretKey(keyring.derive(`sign/${purpose}`))
    keys.set(purpose, key)
    return key
  }
  const sign = (purpose: string, text: string): string =>
    createHmac('sha256', keyFor(purpose)).update(text).digest('base64url')
  return {
    sign,
    isSigned: (purpose, text, signature) => areEqual(sign(purpose, text), signature),
    digest: (text) => hash('sha256', text),
  }
}

const areEqual = (expected: string, given: string): boolean => {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
