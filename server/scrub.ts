/** What takes the place of anything that could tell of a person. */
const GONE = '[…]'

const MOST = 1_000

/** Fewer digits are ports, lines and counts; a number that people have has at least seven. */
const FEWEST_DIGITS = 6

/** What is quoted in an error's message is a value that somebody sent. An apostrophe opens nothing. */
const QUOTED = /"[^"]*(?:"|$)|“[^”]*(?:”|$)|`[^`]*(?:`|$)|(?<![\p{L}\p{N}])'[^']*(?:'(?!\p{L})|$)/gu

/** PostgreSQL's detail: `Key (company, name)=(…)`. */
const IN_BRACKETS = /=\([^)]*(?:\)|$)/gu

const E_MAIL = /[^\s<>()[\],;:"'@]+(?:@|%40)[^\s<>()[\],;:"'@]+/giu

/** Digits of any script, however they are grouped. */
const DIGITS = /\p{Nd}(?:[\s().\-–+_·]{0,3}\p{Nd})*/gu

/** Anything that could be an encoding of something else: base64 in both alphabets, hexadecimal, percent. */
const ENCODED = /[\w+/=%-]{8,}/gu

/** Long names of things in code have no digits among their letters; keys, tokens and hashes do. */
const LONG = /(?=[\w+/=%-]*\d)(?=[\w+/=%-]*[a-z])[\w+/=%-]{20,}/giu

/** A text with everything taken out that could be, or hold, a number, an address, an id or words of a person. */
export const scrub = (text: string): string =>
  text
    .slice(0, MOST)
    .replace(QUOTED, `"${GONE}"`)
    .replace(IN_BRACKETS, `=(${GONE})`)
    .replace(E_MAIL, GONE)
    .replace(/wamid\.\S+/giu, GONE)
    .replace(ENCODED, (run) => (hidesDigits(run) ? GONE : run))
    .replace(LONG, GONE)
    .replace(DIGITS, withoutMany)

/** A line of a stack: it names functions and files of ours, whose names are long. */
export const scrubFrame = (frame: string): string =>
  frame.slice(0, MOST).replace(DIGITS, withoutMany)

const withoutMany = (run: string): string => (digitsIn(run) < FEWEST_DIGITS ? run : GONE)

const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0

const isDigits = (bytes: Buffer): boolean => /\d{6}/u.test(bytes.toString('latin1'))

/** Whether a run of characters turns into many digits when it is read as base64, hexadecimal or percent-encoded. */
const hidesDigits = (run: string): boolean => {
  // What was encoded can begin at any character: four places in base64, two in hexadecimal.
  const isBase64 = [0, 1, 2, 3].some((at) => isDigits(Buffer.from(run.slice(at), 'base64')))
  const hexadecimal = run.match(/[0-9a-f]{12,}/giu) ?? []
  const isHex = hexadecimal.some((hex) =>
    [0, 1].some((at) => isDigits(Buffer.from(hex.slice(at), 'hex'))),
  )
  return isBase64 || isHex || /(?:%3\d){6}/iu.test(run)
}
