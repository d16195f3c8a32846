/** Crockford's alphabet: no I, L, O or U, so that nothing read aloud or typed is two letters at once. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

// The check is a sum over GF(32), polynomial x⁵ + x² + 1. Each place has a weight of its own, so that any
// one wrong character and any two that changed places leave another sum.
const WEIGHTS = [2, 4, 8, 16, 5, 10, 1] as const

// Not zero, so that a row of noughts is no code. It makes design.md's example, K7Q2MXA, one.
const SUM = 27

const double = (value: number): number => (value < 16 ? value << 1 : (value << 1) ^ 0b100101)

const product = (a: number, b: number): number =>
  b === 0 ? 0 : ((b & 1) === 1 ? a : 0) ^ product(double(a), b >> 1)

const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value, place) => sum ^ product(value, WEIGHTS[place] ?? 0), 0)

/** A new code: six characters made of 30 random bits, and a check character (design R6). Takes four random bytes or more. */
export const linkCode = (random: Uint8Array): string => {
  const [a, b, c, d] = random
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    throw new RangeError('a link code takes four random bytes')
  }
  const bits = (a << 22) | (b << 14) | (c << 6) | (d >> 2)
  const values = [25, 20, 15, 10, 5, 0].map((shift) => (bits >> shift) & 31)
  return [...values, sumOf(values) ^ SUM].map((value) => ALPHABET.charAt(value)).join('')
}

// Seven characters and room for hyphens; nothing longer is looked at.
const LONGEST_CODE = 40

/** The code that was written, in its one true spelling: case, hyphens, O for 0 and I or L for 1 are forgiven. Null if it is none. */
export const readLinkCode = (text: string): string | null => {
  if (text.length > LONGEST_CODE) return null
  const code = text
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const values = Array.from(code, (character) => ALPHABET.indexOf(character))
  const isCode = values.length === WEIGHTS.length && !values.includes(-1) && sumOf(values) === SUM
  return isCode ? code : null
}
