import { parsePhoneNumberFromString } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/max/metadata'
import { expect, test } from 'vitest'
import { isPhoneProblem } from '../../consent/phone-problem.ts'
import { parsePhone } from '../../consent/phone.ts'
import { editPhone } from '../../widget/phone-field.ts'
import { readPhone } from '../../widget/phone-reading.ts'
import { plansOf } from './company.ts'
import { COMPLAINED, TABLE_COUNTRIES, TAKEN } from './phone-table.ts'

const PLANS = plansOf(TABLE_COUNTRIES)

/** The field after a text was put into it whole, as pasting and autofill do. */
const put = (text: string, country: string) =>
  editPhone({ text: '', country }, { text, caret: text.length, erased: null }, PLANS)

/** The field after the same text was typed key by key. */
const type = (text: string, country: string) =>
  text
    .split('')
    .reduce(
      (field, key) =>
        editPhone(
          field,
          { text: field.text + key, caret: field.text.length + 1, erased: null },
          PLANS,
        ),
      { text: '', country, caret: 0 },
    )

const others = (field: string) => TABLE_COUNTRIES.filter((country) => country !== field)

const onServer = (typed: string, countries: readonly string[]) => {
  const phone = parsePhone(typed, countries, metadata)
  return isPhoneProblem(phone) ? phone.problem : phone
}

test('the table holds what the issue asks for', () => {
  const all = [...TAKEN, ...COMPLAINED].map((row) => JSON.stringify(row))
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBeGreaterThan(500)
  expect(new Set(TAKEN.map(([, , country]) => country))).toEqual(new Set(TABLE_COUNTRIES))
})

test.each(TAKEN)('in a field of %s, "%s" is %s %s', (field, typed, country, phone) => {
  const library = parsePhoneNumberFromString(phone, { extract: false }, metadata)
  expect(library?.isValid()).toBe(true)
  const pasted = put(typed, field)
  expect(readPhone(pasted, PLANS)).toMatchObject({ kind: 'number', phone })
  expect(pasted.country).toBe(country)
  expect(onServer(typed, [field, ...others(field)])).toBe(phone)
  expect(onServer(phone, TABLE_COUNTRIES)).toBe(phone)
})

test.each(TAKEN.filter(([, typed]) => /^[+\d]/u.test(typed)))(
  'in a field of %s, "%s" typed key by key is %s %s',
  (field, typed, country, phone) => {
    const typedIn = type(typed, field)
    expect(readPhone(typedIn, PLANS)).toMatchObject({ kind: 'number', phone })
    expect(typedIn).toMatchObject({ country, caret: typedIn.text.length })
  },
)

test.each(COMPLAINED)('in a field of %s, %j is %s', (field, typed, kind) => {
  const reading = readPhone(put(typed, field), PLANS)
  expect(reading).toMatchObject({ kind: 'complaint', complaint: { kind } })
  expect(onServer(typed, [field])).toMatch(/^phone-/u)
})
