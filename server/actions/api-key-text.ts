import type { Deps, Sealer } from '../ports.ts'

const RANDOM_BYTES = 24
const RANDOM = 32
const CHECK = 6
const SHOWN = 9

/**
 * A new key: `qk_`, 32 random characters and the first 6 hexadecimal digits of the SHA-256 of all before them. The
 * mark lets scanners of source code find a key that leaked, and the digits tell a slip of the hand from a key that
 * is unknown without a look into the database.
 */
export const newKeyText = ({ ids, sealer }: Deps): string => {
  const text = `qk_${toBase64Url(ids.random(RANDOM_BYTES))}`
  return text + checkOf(sealer, text)
}

/** Whether a text can be a key. Those of the first releases end without the check. */
const isKeyText = (sealer: Sealer, text: string): boolean => {
  if (!/^qk_[\w-]{32}(?:[0-9a-f]{6})?$/u.test(text)) return false
  const body = text.slice(0, 'qk_'.length + RANDOM)
  return text === body || text === body + checkOf(sealer, body)
}

const MOST_REMEMBERED = 1_000

const remembered = new WeakMap<Sealer, Map<string, string>>()

/**
 * The hash that a key is kept by, or null for a text that can be none. Only that is remembered, and never what a key
 * may do: a backend sends the same key with each request.
 */
export const keyHashOf = (sealer: Sealer, text: string): string | null => {
  const hashes = remembered.get(sealer) ?? new Map<string, string>()
  const known = hashes.get(text)
  if (known !== undefined) return known
  if (!isKeyText(sealer, text)) return null
  if (hashes.size >= MOST_REMEMBERED) hashes.clear()
  const hash = sealer.digest(text)
  remembered.set(sealer, hashes.set(text, hash))
  return hash
}

/** How a key begins: enough for people to tell one from another, and of no use to a thief. */
export const prefixOf = (text: string): string => text.slice(0, SHOWN)

const checkOf = (sealer: Sealer, text: string): string => sealer.digest(text).slice(0, CHECK)

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
