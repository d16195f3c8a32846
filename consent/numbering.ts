import { beginningOf, packFormats, type NumberFormat } from './number-format.ts'

/** How numbers of one country are written: what a phone field needs of the phone library's metadata. */
export type CountryNumbering = {
  /** ISO 3166, two letters. */
  readonly country: string
  readonly callingCode: string
  /** What people dial before a national number at home and leave out abroad, as a pattern; empty: nothing. */
  readonly trunk: string
  /** What the trunk pattern's groups become; empty: what it matches is left out. */
  readonly whole: string
  /** How many digits people there say that a mobile number has. */
  readonly digits: number
  /** How many digits a national number can have, without the trunk prefix. */
  readonly lengths: readonly number[]
  /** A mobile or internet number, without calling code and trunk prefix. */
  readonly mobile: string
  /** The same for a landline; empty where the country gives both the same numbers, which are all in `mobile`. */
  readonly landline: string
  /** What `packFormats` makes of a `NumberFormat` for each group of numbers. */
  readonly formats: string
  /** A mobile number as people there write it. */
  readonly example: string
}

/** The phone library's metadata, `libphonenumber-js/metadata.max.json`. */
export type NumberingMetadata = {
  readonly countries: { readonly [country: string]: readonly unknown[] | undefined }
  readonly country_calling_codes: {
    readonly [callingCode: string]: readonly string[] | undefined
  }
}

/**
 * What a phone field needs to know about a country, or null where the library does not know it. The places
 * in the metadata are those of libphonenumber-js's `metadata.js`, version 4. `mobile` is a mobile number's
 * national digits, as in its `examples.mobile.json`.
 */
export const numberingOf = (
  country: string,
  metadata: NumberingMetadata,
  mobile: string,
): CountryNumbering | null => {
  const plan = metadata.countries[country]
  if (!plan) return null
  const callingCode = textOf(plan[0])
  // Countries that share a calling code share the formats of the first of them.
  const main = metadata.countries[metadata.country_calling_codes[callingCode]?.[0] ?? ''] ?? plan
  const formats = formatsOf(plan, main)
  const shown = KNOWN_EXAMPLES[country] ?? mobile
  const { lengths, landline, others } = numbersOf(plan)
  const isToldApart = !new RegExp(`^(?:${landline})$`, 'u').test(mobile)
  return {
    country,
    callingCode,
    trunk: textOf(plan[7]) || textOf(plan[5]),
    whole: textOf(plan[8]),
    // Argentina's 9 says "mobile, from abroad": nobody there counts it.
    digits: country === 'AR' ? mobile.length - 1 : mobile.length,
    lengths,
    mobile: [...new Set(isToldApart ? others : [landline, ...others])].filter(Boolean).join('|'),
    landline: isToldApart ? landline : '',
    formats: packFormats(formats.filter(isForPeople(lengths, [landline, ...others]))),
    example: exampleOf(shown, formats, callingCode),
  }
}

/** Where the library's mobile example looks like a landline, or like a town most people do not know. */
const KNOWN_EXAMPLES: { readonly [country: string]: string | undefined } = {
  CL: '961234567',
  MX: '5512345678',
}

/** Austria and Germany: a number's kind has a pattern that allows more than the country itself does. */
const LOOSE = ['43', '49']

const within = ([callingCode, , general]: readonly unknown[], pattern: string): string =>
  pattern !== '' && LOOSE.includes(textOf(callingCode))
    ? `(?=(?:${textOf(general)})$)(?:${pattern})`
    : pattern

/** The numbers that people have: landlines, mobiles and numbers of the internet. */
const numbersOf = (plan: readonly unknown[]) => {
  const types = [0, 1, 8].map((type) => listOf(listOf(plan[11])[type]))
  const lengths = types.flatMap(([pattern, own]) =>
    textOf(pattern) === '' ? [] : lengthsOf(listOf(own).length > 0 ? own : plan[3]),
  )
  const [landline = '', ...others] = types.map(([pattern]) => within(plan, textOf(pattern)))
  return { lengths: [...new Set(lengths)].sort((a, b) => a - b), landline, others }
}

/** Whether a format is for numbers that people have, and not only for short, paid and free ones. */
const isForPeople = (lengths: readonly number[], patterns: readonly string[]) => {
  const numbers = beginningOf(patterns.filter(Boolean).join('|'))
  return ({ leading, abroad }: NumberFormat): boolean =>
    abroad.split('|').some((template) => lengths.includes(digitsIn(template))) &&
    canBoth(numbers, beginningOf(leading), '')
}

/** No pattern of leading digits looks further. */
const LONGEST_LEADING = 8

const canBoth = (numbers: RegExp, leading: RegExp, digits: string): boolean =>
  numbers.test(digits) &&
  leading.test(digits) &&
  (digits.length === LONGEST_LEADING ||
    Array.from('0123456789').some((digit) => canBoth(numbers, leading, digits + digit)))

const digitsIn = (template: string): number => template.replace(/[^x]/gu, '').length

const formatsOf = (plan: readonly unknown[], main: readonly unknown[]): readonly NumberFormat[] => {
  const home: HomeRules = {
    prefix: textOf(plan[5]),
    rule: textOf(plan[6]) || textOf(main[6]),
    separated: plan[0] === '1',
  }
  const own = listOf(plan[4])
  return (own.length > 0 ? own : listOf(main[4])).map((format) => formatOf(listOf(format), home))
}

type HomeRules = { readonly prefix: string; readonly rule: string; readonly separated: boolean }

const formatOf = (format: readonly unknown[], common: HomeRules): NumberFormat => {
  const [pattern, written, patterns, rule, isOptional, abroad] = format
  const plain = textOf(written)
  const home = { ...common, rule: textOf(rule) || common.rule }
  const templates = (text: string) => templatesOf(pattern, text)
  return {
    // The last pattern is the exact one; those before it are for a field that looks at three digits first.
    leading: textOf(listOf(patterns).slice(-1)[0]),
    home: templates(writtenBare(plain, home, Boolean(isOptional))),
    trunk: templates(writtenWithTrunk(plain, home, Boolean(isOptional))),
    abroad: templates((textOf(abroad) || plain).replace(/[-()/. ]+/gu, ' ').trim()),
  }
}

/** Whether a rule such as `(0$1)` writes a prefix, and does not only put brackets around a group. */
const writesPrefix = ({ rule }: HomeRules): boolean => rule !== '' && !/^\(?\$1\)?$/u.test(rule)

const ruled = (plain: string, { rule }: HomeRules): string =>
  rule === '' ? plain : plain.replace(/\$\d/u, (group) => rule.replace('$1', group))

const writtenBare = (plain: string, home: HomeRules, isOptional: boolean): string => {
  if (!writesPrefix(home)) return ruled(plain, home)
  return isOptional ? plain : ''
}

const writtenWithTrunk = (plain: string, home: HomeRules, isOptional: boolean): string => {
  if (home.prefix === '') return ''
  if (writesPrefix(home)) return ruled(plain, home)
  const separator = home.separated || /[- ]/u.test(home.rule) ? ' ' : ''
  return isOptional ? home.prefix + separator + plain : ''
}

const LONGEST_NATIONAL = 17

/** The template for each number of digits that a format's pattern can take. */
const templatesOf = (pattern: unknown, written: string): string => {
  if (written === '') return ''
  const whole = new RegExp(`^${textOf(pattern)}$`, 'u')
  return Array.from({ length: LONGEST_NATIONAL }, (_, index) => '0'.repeat(index + 1))
    .filter((digits) => whole.test(digits))
    .map((digits) => digits.replace(whole, written).replace(/\d/gu, 'x').trim())
    .join('|')
}

const exampleOf = (
  mobile: string,
  formats: readonly NumberFormat[],
  callingCode: string,
): string => {
  const fitting = formats
    .filter(({ leading }) => new RegExp(`^(?:${leading})`, 'u').test(mobile))
    .flatMap(({ home, trunk, abroad }) => [
      ...home.split('|'),
      ...trunk.split('|').map((template) => template.replace('x', '0')),
      ...abroad.split('|').map((template) => `+${callingCode} ${template}`),
    ])
  const template = fitting.find((each) => digitsIn(each) === mobile.length)
  let used = 0
  return template?.replace(/x/gu, () => mobile.charAt(used++)) ?? mobile
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const lengthsOf = (value: unknown): readonly number[] =>
  listOf(value).filter((each) => typeof each === 'number')
