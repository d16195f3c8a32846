import { expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { askLandline } from '../../widget/landline.ts'
import { plansOf } from './company.ts'
import { TABLE_COUNTRIES } from './phone-table.ts'

const PLANS = plansOf(TABLE_COUNTRIES)

const LANDLINE = '¿Es un teléfono fijo? Si tiene WhatsApp, continúa.'
const ARGENTINE =
  '¿Es un celular? Agrega un 9 antes del código de área. Si es un fijo con WhatsApp, continúa.'

const asked = (text: string, country: string) =>
  askLandline({ text, country }, PLANS, FORM_TEXTS.es)

test.each([
  ['BR', '(11) 3123-4567', LANDLINE],
  ['CO', '601 2345678', LANDLINE],
  ['PE', '(01) 712-3456', LANDLINE],
  ['UY', '2487 1234', LANDLINE],
  ['EC', '(02) 234-5678', LANDLINE],
  ['ES', '912 34 56 78', LANDLINE],
  ['PT', '212 345 678', LANDLINE],
  ['DE', '030 123456', LANDLINE],
  ['AR', '11 2345-6789', ARGENTINE],
  ['AR', '0351 512 3456', ARGENTINE],
  ['MX', '+54 11 2345 6789', ARGENTINE],
])('in a field of %s, %s is taken with a question', (country, text, question) => {
  expect(asked(text, country)).toBe(question)
})

test.each([
  ['BR', '(11) 96123-4567', 'a mobile'],
  ['AR', '9 11 2345-6789', 'a mobile'],
  ['AR', '011 15 2345-6789', 'a mobile'],
  ['UY', '094 231 234', 'a mobile'],
  ['ES', '612 34 56 78', 'a mobile'],
  ['MX', '55 1234 5678', 'of a country that does not tell them apart'],
  ['US', '(212) 555-0123', 'of a country that does not tell them apart'],
  ['CL', '2 2123 4567', 'of a country that does not tell them apart'],
  ['BR', '(11) 3123-456', 'not complete'],
])('in a field of %s, %s raises no question: it is %s', (country, text) => {
  expect(asked(text, country)).toBe('')
})
