import { chooseCountry } from '../../widget/choose-country.ts'
import { expect, test } from 'vitest'
import { editPhone } from '../../widget/phone-field.ts'
import { readPhone, type PhoneComplaint } from '../../widget/phone-reading.ts'
import { COUNTRIES, plansOf } from './company.ts'

const PLANS = plansOf(COUNTRIES)

const type = (text: string, country: string) =>
  text.split('').reduce(
    (field, key) => {
      const typed = field.text.slice(0, field.caret) + key + field.text.slice(field.caret)
      return editPhone(field, { text: typed, caret: field.caret + 1, erased: null }, PLANS)
    },
    { text: '', country, caret: 0 },
  )

const paste = (text: string, country: string) =>
  editPhone({ text: '', country }, { text, caret: text.length, erased: null }, PLANS)

test.each([
  ['5512345678', 'MX', '55 1234 5678', 'MX'],
  ['2221234567', 'MX', '222 123 4567', 'MX'],
  ['+525512345678', 'BR', '+52 55 1234 5678', 'MX'],
  ['00525512345678', 'BR', '+52 55 1234 5678', 'MX'],
  ['525512345678', 'MX', '+52 55 1234 5678', 'MX'],
  ['+5215512345678', 'MX', '+52 1 55 1234 5678', 'MX'],
  ['0445512345678', 'MX', '044 55 1234 5678', 'MX'],
  ['11912345678', 'BR', '(11) 91234-5678', 'BR'],
  ['+5511912345678', 'MX', '+55 11 91234 5678', 'BR'],
  ['01123456789', 'AR', '011 2345-6789', 'AR'],
  ['0111523456789', 'AR', '011 15-2345-6789', 'AR'],
  ['+5491123456789', 'MX', '+54 9 11 2345 6789', 'AR'],
  ['2015550123', 'US', '(201) 555-0123', 'US'],
  ['+442071234567', 'MX', '+442071234567', 'MX'],
])('typed key by key, %s in %s is shown as %s of %s', (typed, country, text, found) => {
  expect(type(typed, country)).toEqual({ text, country: found, caret: text.length })
})

test.each([
  ['tel:+52-55-1234-5678', '+525512345678'],
  ['+52 (55) 1234·5678'.replace('·', ' '), '+525512345678'],
  ['55.1234.5678', '+525512345678'],
  ['52 55 1234 5678', '+525512345678'],
  ['0052 55 1234 5678', '+525512345678'],
  ['＋５２ ５５ １２３４ ５６７８', '+525512345678'],
  ['٠٠٥٢٥٥١٢٣٤٥٦٧٨', '+525512345678'],
  ['۵۵۱۲۳۴۵۶۷۸', '+525512345678'],
  ['\u202A+52 55 1234 5678\u202C', '+525512345678'],
  ['+52 1 55 1234 5678', '+525512345678'],
  ['044 55 1234 5678', '+525512345678'],
  ['01 55 1234 5678', '+525512345678'],
  ['+55 (11) 98123-4567', '+5511981234567'],
  ['+55 11 8123-4567', '+5511981234567'],
  ['+55 11 3123-4567', '+551131234567'],
  ['+54 9 11 2345-6789', '+5491123456789'],
  ['+54 011 15 2345-6789', '+5491123456789'],
  ['+54 9 11 15 2345 6789', '+5491123456789'],
  ['+1 (201) 555-0123', '+12015550123'],
])('pasted into a Mexican field, %s is %s', (text, phone) => {
  expect(readPhone(paste(text, 'MX'), PLANS)).toMatchObject({ kind: 'number', phone })
})

test.each([
  ['a digit into the middle stays beside it', '55 1234 567', 4, '9', '55 1923 4567', 5],
  ['a digit typed at a separator goes behind it', '55 1234 567', 2, '9', '55 9123 4567', 4],
])('the caret does not jump: %s', (_, text, at, key, shown, caret) => {
  const typed = text.slice(0, at) + key + text.slice(at)
  const edit = { text: typed, caret: at + 1, erased: null }
  expect(editPhone({ text, country: 'MX' }, edit, PLANS)).toMatchObject({ text: shown, caret })
})

test.each([
  [
    'Backspace behind a separator takes the digit before it',
    '551234 5678',
    2,
    'backward',
    '512 345 678',
    1,
  ],
  [
    'Delete before a separator takes the digit after it',
    '551234 5678',
    2,
    'forward',
    '55 2345 678',
    2,
  ],
  ['Backspace takes a digit', '55 124 5678', 5, 'backward', '55 1245 678', 5],
] as const)('%s', (_, text, caret, erased, shown, at) => {
  const field = { text: '55 1234 5678', country: 'MX' }
  expect(editPhone(field, { text, caret, erased }, PLANS)).toMatchObject({ text: shown, caret: at })
})

test('a text that is no number is left as it was typed, and so is the caret', () => {
  expect(type('55calle', 'MX')).toEqual({ text: '55calle', country: 'MX', caret: 7 })
  const field = { text: '55 calle', country: 'MX' }
  const erased = editPhone(field, { text: '55 call', caret: 7, erased: 'backward' }, PLANS)
  expect(erased.text).toBe('55 call')
})

test.each<[string, string, PhoneComplaint]>([
  ['', 'MX', { kind: 'phone-empty' }],
  ['+', 'MX', { kind: 'phone-empty' }],
  ['55 1234 567', 'MX', { kind: 'digits-missing', by: 1, of: 10, country: 'MX' }],
  ['55 1234 56789', 'MX', { kind: 'digits-left-over', by: 1, of: 10, country: 'MX' }],
  ['912345678', 'BR', { kind: 'digits-missing', by: 2, of: 11, country: 'BR' }],
  ['+54 9 11 2345 678', 'AR', { kind: 'digits-missing', by: 1, of: 11, country: 'AR' }],
  ['0942 31', 'UY', { kind: 'digits-missing', by: 3, of: 9, country: 'UY' }],
  ['10 1234 5678', 'MX', { kind: 'not-in-use', country: 'MX' }],
  ['900 123 4567', 'US', { kind: 'not-in-use', country: 'US' }],
  ['+44 20 7123 4567', 'MX', { kind: 'phone-country-not-offered' }],
  ['llámame', 'MX', { kind: 'phone-not-digits' }],
  ['<b>5512345678</b>', 'MX', { kind: 'phone-not-digits' }],
  ['55 1234 5678 ext 9', 'MX', { kind: 'phone-not-digits' }],
  ['5'.repeat(10_000), 'MX', { kind: 'phone-too-long' }],
  ['<script>'.repeat(1250), 'MX', { kind: 'phone-too-long' }],
])('%s in a field of %s is complained about', (typed, country, complaint) => {
  const reading = readPhone(paste(typed.slice(0, 10_000), country), PLANS)
  expect(reading).toEqual({ kind: 'complaint', complaint })
})

test('another country takes over the national digits and writes them its own way', () => {
  const field = { text: '+52 612 345 678', country: 'MX' }
  expect(chooseCountry(field, 'ES', PLANS)).toEqual({ text: '612 34 56 78', country: 'ES' })
  expect(chooseCountry({ text: '', country: 'MX' }, 'CL', PLANS)).toEqual({
    text: '',
    country: 'CL',
  })
})

test('a number that is half typed does not change countries: its first digits are no country code', () => {
  const plans = plansOf(['MX', 'DE'])
  const shown = ['495 664 72', '495 664 726', '495 664 7261']
  for (const text of shown) {
    const typed = text.replaceAll(' ', '')
    const edit = { text: typed, caret: typed.length, erased: null }
    const field = editPhone({ text: '', country: 'MX' }, edit, plans)
    expect(field).toEqual({ text, country: 'MX', caret: text.length })
  }
})
