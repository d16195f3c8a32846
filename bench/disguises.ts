/** Something of a person's that no file may show. */
export type Canary = {
  readonly name: string
  readonly kind: 'number' | 'text'
  readonly value: string
}

/** One form in which a canary could stand in a file: as it would be written there, and what gives it away. */
export type Disguise = {
  readonly canary: string
  readonly form: string
  readonly written: Buffer
  readonly needle: Buffer
}

/** Every form in which a canary is looked for. Of a number `+` and its country may be gone, so its end is sought. */
export const disguisesOf = (canary: Canary): readonly Disguise[] => {
  const { name, kind, value } = canary
  const core = kind === 'number' ? value.slice(-8) : value
  const forms = [
    ...encoded(core, value),
    ...(kind === 'number' ? [...spellings(value), ...packed(value)] : otherCases(value)),
  ]
  return forms.map(([form, needle, written]) => ({ canary: name, form, needle, written }))
}

type Form = readonly [form: string, needle: Buffer, written: Buffer]

const bytes = (text: string): Buffer => Buffer.from(text)
const reversed = (text: string): string => text.split('').toReversed().join('')

const encoded = (core: string, value: string): readonly Form[] => [
  ['plain', bytes(core), bytes(value)],
  ...base64(core, value),
  ['hex', bytes(bytes(core).toString('hex')), bytes(bytes(value).toString('hex'))],
  [
    'HEX',
    bytes(bytes(core).toString('hex').toUpperCase()),
    bytes(bytes(value).toString('hex').toUpperCase()),
  ],
  ['UTF-16, little end first', utf16(core), utf16(value)],
  ['UTF-16, big end first', utf16(core).swap16(), utf16(value).swap16()],
  ['reversed', bytes(reversed(core)), bytes(reversed(value))],
]

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** Base64 looks different for each of three places at which a text can begin in what was encoded. */
const base64 = (core: string, value: string): readonly Form[] =>
  [0, 1, 2].flatMap((shift) => {
    // The value's own beginning moves the core too.
    const before = 'x'.repeat(shift + (3 - ((value.length - core.length) % 3)))
    const whole = `${before}${value}`
    const start = whole.length - core.length
    const inBase64 = (alphabet: 'base64' | 'base64url') => {
      const text = bytes(whole).toString(alphabet)
      // Only characters that stand wholly for bytes of the core.
      const from = Math.ceil((start * 8) / 6)
      return [bytes(text.slice(from, Math.floor((whole.length * 8) / 6))), bytes(text)] as const
    }
    return [
      [`base64 at ${shift}`, ...inBase64('base64')],
      [`base64url at ${shift}`, ...inBase64('base64url')],
    ] as const
  })

/** The ways in which people, and programs, group a Brazilian number. */
const spellings = (value: string): readonly Form[] => {
  const [start, a, b] = [value.slice(0, -8), value.slice(-8, -4), value.slice(-4)]
  const [ddd, nine] = [start.slice(-3, -1), start.slice(-1)]
  const pairs = `${a}${b}`.match(/../gu) ?? []
  return [
    ['without +', bytes(`${a}${b}`), bytes(value.slice(1))],
    ['national', bytes(`${a}${b}`), bytes(`${ddd}${nine}${a}${b}`)],
    ['without its 9', bytes(`${a}${b}`), bytes(`${start.slice(0, -1)}${a}${b}`)],
    ['with a hyphen', bytes(`${a}-${b}`), bytes(`+55 ${ddd} ${nine}${a}-${b}`)],
    ['with spaces', bytes(`${a} ${b}`), bytes(`(${ddd}) ${nine}${a} ${b}`)],
    ['with dots', bytes(`${a}.${b}`), bytes(`+55.${ddd}.${nine}${a}.${b}`)],
    ['with hard spaces', bytes(`${a}\u00A0${b}`), bytes(`${ddd}\u00A0${nine}${a}\u00A0${b}`)],
    ['in pairs', bytes(pairs.join(' ')), bytes(`${nine} ${pairs.join(' ')}`)],
    ['spaced', bytes(spaced(`${a}${b}`)), bytes(spaced(value))],
  ]
}

const spaced = (text: string): string => text.split('').join(' ')

/** A number as the databases store whole numbers, and as packed decimal. */
const packed = (value: string): readonly Form[] => {
  const digits = value.slice(1)
  const number = Buffer.alloc(8)
  number.writeBigInt64BE(BigInt(digits))
  const littleEnd = Buffer.from(number.toReversed())
  return [
    ['whole number, big end first', number.subarray(2), number],
    ['whole number, little end first', littleEnd.subarray(0, 6), littleEnd],
    ['packed decimal', decimal(digits), decimal(digits)],
    ['packed decimal, other half', decimal(digits.slice(1)), decimal(`0${digits}`)],
  ]
}

/** Two digits a byte; an odd one at the end is left out. */
const decimal = (text: string): Buffer => Buffer.from(text, 'hex')

const otherCases = (value: string): readonly Form[] => [
  ['small letters', bytes(value.toLowerCase()), bytes(value.toLowerCase())],
  ['capitals', bytes(value.toUpperCase()), bytes(value.toUpperCase())],
]
