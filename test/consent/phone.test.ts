import * as fc from 'fast-check'
import examples from 'libphonenumber-js/examples.mobile.json'
import { getCountries, getExampleNumber } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/metadata.max.json'
import { describe, expect, test } from 'vitest'
import { heardPhone } from '../../consent/line.ts'
import { PHONE_PROBLEMS, isPhoneProblem } from '../../consent/phone-problem.ts'
import { countryOf, parsePhone } from '../../consent/phone.ts'
import { TYPED } from './typed-phones.ts'

const OFFERED = ['MX', 'BR', 'AR', 'CO', 'CL', 'PE', 'ES', 'US']

const read = (typed: string, countries: readonly string[]): string => {
  const answer = parsePhone(typed, countries, metadata)
  return isPhoneProblem(answer) ? answer.problem : answer
}

describe.each(Object.keys(TYPED))('typed in %s', (country) => {
  test.each(TYPED[country] ?? [])('%s is %s', (typed, phone) => {
    expect(read(typed, [country])).toBe(phone)
  })
})

describe('pasted', () => {
  test.each([
    ['tel:+52-55-1234-5678'],
    ['TEL:+525512345678'],
    ['whatsapp:+5215512345678'],
    ['\u202A+52 55 1234 5678\u202C'],
    ['+52\u00A055\u00A01234\u00A05678'],
    ['+52 55 1234‑5678'],
    ['+52 55–1234—5678'],
    ['＋５２　５５（１２３４）５６７８'],
    ['٥٥ ١٢٣٤ ٥٦٧٨'],
    ['+۵۲ ۵۵ ۱۲۳۴ ۵۶۷۸'],
    ['\t+52 55 1234 5678\n'],
    ['(+52) 55 1234 5678'],
    ['+0052 55 1234 5678'],
    ['55/1234.5678'],
  ])('%s is understood', (typed) => {
    expect(read(typed, OFFERED)).toBe('+525512345678')
  })
})

describe('without a country code', () => {
  test.each([
    ['55 1234 5678', '+525512345678', 'the first country, where it is valid'],
    ['(11) 91234-5678', '+5511912345678', 'Brazil, because Mexico has no such number'],
    ['11 15-2345-6789', '+5491123456789', 'Argentina, by its 15'],
    ['300 123 4567', '+573001234567', 'Colombia, though it would be a paid number in Brazil'],
    ['9 6123 4567', '+56961234567', 'Chile'],
    ['612 34 56 78', '+56612345678', 'Chile before Spain, by the order of the form'],
    ['5511912345678', '+5511912345678', 'Brazil, with its plus forgotten'],
    ['5491123456789', '+5491123456789', 'Argentina, with its plus forgotten'],
  ])('%s is %s: %s', (typed, phone) => {
    expect(read(typed, OFFERED)).toBe(phone)
  })

  test('the order of the form decides', () => {
    expect(read('612 34 56 78', ['ES', 'CL'])).toBe('+34612345678')
    expect(read('612 34 56 78', ['CL', 'ES'])).toBe('+56612345678')
    expect(read('201 555 0123', ['MX', 'US'])).toBe('+522015550123')
    expect(read('201 555 0123', ['US', 'MX'])).toBe('+12015550123')
  })

  test('a mobile of a later country goes before a landline of one between, and after the first', () => {
    expect(read('11 2345 6789', ['BR', 'AR'])).toBe('+551123456789')
    expect(read('91 2345 678', ['CL', 'PT', 'ES'])).toBe('+351912345678')
    expect(read('912 345 678', ['CL', 'ES', 'PE'])).toBe('+51912345678')
    expect(read('912 345 678', ['ES', 'PE'])).toBe('+34912345678')
  })

  test('a landline of a later country goes before a paid number or another country of the first', () => {
    expect(read('604 516 0269', ['AR', 'CO'])).toBe('+576045160269')
    expect(read('47 4342 4225', ['US', 'BR'])).toBe('+554743424225')
    expect(read('47 4342 4225', ['US'])).toBe('phone-country-not-offered')
  })

  test('a form for every country needs the country code, plus or not', () => {
    expect(read('+34 612 34 56 78', [])).toBe('+34612345678')
    expect(read('34 612 34 56 78', [])).toBe('+34612345678')
    expect(read('612 34 56 78', [])).toBe('phone-not-valid')
  })

  test('a country that does not exist is passed over', () => {
    expect(read('55 1234 5678', ['XX', 'constructor', '__proto__', 'MX'])).toBe('+525512345678')
    expect(read('55 1234 5678', ['XX'])).toBe('phone-not-valid')
  })
})

describe('refused', () => {
  test.each([
    ['phone-empty', ''],
    ['phone-empty', '   '],
    ['phone-empty', '\u200B\uFEFF'],
    ['phone-empty', '-()-'],
    ['phone-not-digits', 'llámame'],
    ['phone-not-digits', '55 1234 567a'],
    ['phone-not-digits', '1-800-FLOWERS'],
    ['phone-not-digits', '<b>+5491123456789</b>'],
    ['phone-not-digits', '<script>alert(1)</script>'],
    ['phone-not-digits', '+5491123456789<br>'],
    ['phone-not-digits', '+52 55 1234 5678 ext. 12'],
    ['phone-not-digits', '+52 55 1234 5678 x12'],
    ['phone-not-digits', '+52 55 1234 5678;ext=12'],
    ['phone-not-digits', '+52 55 1234 5678,12'],
    ['phone-not-digits', '+52 55 1234 5678#12'],
    ['phone-not-digits', 'tel:5512345678;phone-context=+52'],
    ['phone-not-digits', '++52 55 1234 5678'],
    ['phone-not-digits', '55 1234 5678 +52'],
    ['phone-not-digits', 'ana@example.com'],
    ['phone-not-digits', 'MX.1502576394655843'],
    ['phone-too-short', '+'],
    ['phone-too-short', '5'],
    ['phone-too-short', '00'],
    ['phone-too-short', '55 1234'],
    ['phone-too-short', '+52 55 1234'],
    ['phone-too-short', '+999 1'],
    ['phone-too-long', '55 1234 5678 9012'],
    ['phone-too-long', '+52 55 1234 5678 9'],
    ['phone-too-long', '1234567890123456'],
    ['phone-too-long', '99999999999999999999'],
    ['phone-too-long', '1'.repeat(40)],
    ['phone-too-long', '5'.repeat(10_240)],
    ['phone-too-long', ' '.repeat(10_240)],
    ['phone-not-valid', '+999 123 456 789'],
    ['phone-not-valid', '+1 000 555 0123'],
    ['phone-not-valid', '+34 112 34 56 78'],
    ['phone-premium', '+52 900 123 4567'],
    ['phone-premium', '800 123 4567'],
    ['phone-premium', '+55 800 123 4567'],
    ['phone-premium', '+55 4004 1234'],
    ['phone-premium', '+54 810 123 4567'],
    ['phone-premium', '+1 800 555 0199'],
    ['phone-premium', '+1 900 555 0199'],
    ['phone-premium', '+34 806 12 34 56'],
    ['phone-premium', '+44 70 1234 5678'],
    ['phone-country-not-offered', '+33 6 12 34 56 78'],
    ['phone-country-not-offered', '+1 416 555 0123'],
    ['phone-country-not-offered', '+598 99 123 456'],
  ])('as %s: %.40s', (problem, typed) => {
    expect(read(typed, OFFERED)).toBe(problem)
  })

  test('every problem of the closed list is met above', () => {
    const met = ['', 'a', '5', '5'.repeat(40), '+999123456789', '+18005550199', '+33612345678']
    expect(new Set(met.map((typed) => read(typed, OFFERED)))).toEqual(new Set(PHONE_PROBLEMS))
  })
})

/** A problem of the list; or a number of an offered country that a message from it has as well. */
const isSound = (text: string, countries: readonly string[]): boolean => {
  const answer = parsePhone(text, countries, metadata)
  if (isPhoneProblem(answer)) return PHONE_PROBLEMS.includes(answer.problem)
  const country = countryOf(answer, metadata) ?? ''
  const isOffered = countries.length === 0 || countries.includes(country)
  return isOffered && heardPhone(answer) === answer && read(answer, countries) === answer
}

test('a trunk 0 after the country code hides no former spelling', () => {
  expect(read('+5501170000000', OFFERED)).toBe('+5511970000000')
})

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[+(]?[0-9 ().-]{0,24}$/),
    fc.stringMatching(/^\+(?:52|549?|55|57|56|51|598|593|34|351|1)[0-9]{7,12}$/),
  )
  const offered = fc.constantFrom(OFFERED, [], ['AR'], ['BR', 'US'])

  test('the answer is a number that a message from it would have, or a problem of the list', () => {
    const check = fc.check(fc.property(typed, offered, isSound), { numRuns: 2000 })
    expect(check.counterexample).toBeNull()
  })

  test('a Brazilian mobile is one person with and without the ninth digit, typed or heard', () => {
    const area = fc.constantFrom('11', '21', '31', '48', '51', '61', '71', '85', '91')
    const eight = fc.integer({ min: 60_000_000, max: 99_999_999 })
    fc.assert(
      fc.property(area, eight, (dd, rest) => {
        const typedNow = read(`+55 ${dd} 9${rest}`, ['BR'])
        expect(read(`(${dd}) ${rest}`, ['BR'])).toBe(typedNow)
        expect([heardPhone(`55${dd}${rest}`), 'phone-not-valid']).toContain(typedNow)
      }),
      { numRuns: 1000 },
    )
  })
})

/** The library's own example of a mobile number, in every country that has its numbers for itself. */
const MOBILES = getCountries(metadata).flatMap((country) => {
  const example = getExampleNumber(country, examples, metadata)
  const phone = heardPhone(example?.number ?? '')
  // Territories such as Åland have no numbers that the library tells from the mainland's.
  const isOwn = example && phone && countryOf(phone, metadata) === country
  return isOwn ? [{ country, phone, example }] : []
})

test.each(MOBILES)(
  'a mobile of $country, written at home and abroad',
  ({ country, phone, example }) => {
    expect(read(example.formatInternational(), [])).toBe(phone)
    expect(read(example.formatNational(), [country])).toBe(phone)
  },
)

test('nearly every country has been tried', () => {
  expect(MOBILES.length).toBeGreaterThan(225)
})

test.each([
  ['+525512345678', 'MX'],
  ['+14165550123', 'CA'],
  ['+17875550123', 'PR'],
  ['+88216123456', null],
  ['+999123456789', null],
])('%s belongs to %s', (raw, country) => {
  const phone = heardPhone(raw)
  expect(phone && countryOf(phone, metadata)).toBe(country)
})
