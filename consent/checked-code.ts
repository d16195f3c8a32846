/** Crockford's alphabet: no I, L, O or U, so that nothing read aloud or typed is two letters at once. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

// The check is a sum over GF(32), polynomial x⁵ + x² + 1. Each place has a weight of its own, so that any
// one wrong character and any two that changed places leave another sum.
const WEIGHTS = [2, 4, 8, 16, 5, 10, 1] as const

const double = (value: number): number => (value < 16 ? value << 1 : (value << 1) ^ 0b100101)

const product = (a: number, b: number): number =>
  b === 0 ? 0 : ((b & 1) === 1 ? a : 0) ^ product(double(a), b >> 1)

const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value, place) => sum ^ product(value, WEIGHTS[place] ?? 0), 0)

/** Six characters made of 30 bits, and one that makes the sum of all what is wanted. Takes four bytes or more. */
export const checkedCode = (bytes: Uint8Array, sum: number): string => {
  const [a, b, c, d] = bytes
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    throw new RangeError('a code takes four bytes')
  }
  const bits = (a << 22) | (b << 14) | (c << 6) | (d >> 2)
  const values = [25, 20, 15, 10, 5, 0].map((shift) => (bits >> shift) & 31)
  return [...values, sumOf(values) ^ sum].map((value) => ALPHABET.charAt(value)).join('')
}

// Seven characters and room for hyphens; nothing longer is looked at.
const LONGEST_CODE = 40

/** A code of that sum in its one true spelling: case, hyphens, O for 0 and I or L for 1 are forgiven. Null if it is none. */
export const readCheckedCode = (text: string, sum: number): string | null => {
  if (text.length > LONGEST_CODE) return null
  const code = text
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const values = Array.from(code, (character) => ALPHABET.indexOf(character))
  const isCode = values.length === WEIGHTS.length && !values.includes(-1) && sumOf(values) === sum
  return isCode ? code : null
}
