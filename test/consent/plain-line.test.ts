import * as fc from 'fast-check'
import examples from 'libphonenumber-js/examples.mobile.json'
import { getCountries, getExampleNumber } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/metadata.max.json'
import { describe, expect, test } from 'vitest'
import { parsePhone } from '../../consent/phone.ts'
import { plainLine } from '../../consent/plain-line.ts'

const COUNTRIES = getCountries(metadata)

const CODES = [
  ...Object.keys(metadata.country_calling_codes),
  '800',
  '883',
  '979',
  '999',
  '2',
  '21',
]

/** The same number in a way that only the phone library reads. */
const asPasted = (phone: string): string => `tel:${phone}`

const digits = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789')),
    minLength: least,
    maxLength: most,
  })

/** Numbers of every plan: of all lengths, and next to those that exist, so that most of the patterns are met. */
const numbers = fc.oneof(
  fc
    .tuple(fc.constantFrom(...CODES), digits(2, 14))
    .map(([code, national]) => `+${code}${national}`),
  fc
    .tuple(
      fc.constantFrom(...COUNTRIES),
      digits(0, 9),
      fc.constantFrom('', '0', '1', '15', '9', '90'),
    )
    .map(([country, end, before]) => {
      const example = getExampleNumber(country, examples, metadata)
      const national = before + (example?.nationalNumber ?? '')
      return `+${example?.countryCallingCode ?? ''}${national.slice(0, national.length - end.length)}${end}`
    }),
)

describe('a number that is written as it is stored', () => {
  test('is read as the phone library reads it, whichever countries a form offers', () => {
    const offered = fc.oneof(
      fc.constant([]),
      fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 1, maxLength: 40 }),
    )
    fc.assert(
      fc.property(numbers, offered, fc.boolean(), (phone, countries, areOthersTaken) => {
        const read = (text: string) => parsePhone(text, countries, metadata, areOthersTaken)
        expect(read(phone)).toEqual(read(asPasted(phone)))
      }),
      { numRuns: 20_000 },
    )
  })

  test('is never another one, nor one that nobody has', () => {
    let plain = 0
    fc.assert(
      fc.property(numbers, (phone) => {
        const known = plainLine(phone, metadata)
        if (known === null) return
        plain += 1
        expect(known.phone).toBe(phone)
        expect(parsePhone(asPasted(phone), [known.country], metadata)).toBe(phone)
      }),
      { numRuns: 40_000 },
    )
    expect(plain).toBeGreaterThan(2_000)
  })

  test('is known without the library where most people are asked', () => {
    for (const country of [
      'BR',
      'MX',
      'CO',
      'CL',
      'PE',
      'ES',
      'US',
      'IN',
      'GB',
      'DE',
      'FR',
    ] as const) {
      const phone = getExampleNumber(country, examples, metadata)?.number ?? ''
      expect(plainLine(phone, metadata)).toEqual({ phone, country })
    }
    expect(plainLine('+5511912345678', metadata)?.country).toBe('BR')
    expect(plainLine('+525512345678', metadata)?.country).toBe('MX')
    expect(plainLine('+5491123456789', metadata)?.country).toBe('AR')
  })

  test.each([
    ['+5215512345678', 'a former spelling'],
    ['+551161234567', 'a mobile without its ninth digit'],
    ['+5501112345678', 'a trunk prefix'],
    ['+18005550123', 'a free number'],
    ['+525512345', 'too short'],
    ['525512345678', 'without a plus'],
    ['+52 5512345678', 'with a space'],
    ['+99912345678', 'of no country'],
  ])('%s is not: %s', (phone) => {
    expect(plainLine(phone, metadata)).toBeNull()
  })
})
