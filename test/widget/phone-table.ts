import type { PhoneComplaint } from '../../widget/phone-reading.ts'
import { LATIN } from './phone-table-latin.ts'
import { NORTH } from './phone-table-north.ts'
import { SPELLINGS } from './phone-table-spellings.ts'
import { WORLD } from './phone-table-world.ts'

/** The countries of the table’s form, in its order. */
export const TABLE_COUNTRIES =
  'MX AR BR CO CL PE UY EC ES PT US BO PY VE GT CR PA DO PR CA GB DE FR IT IN JP'.split(' ')

/** The country that is chosen, what is put into the field, the country then shown, and the number meant. */
export type PhoneRow = readonly [field: string, typed: string, country: string, phone: string]

/** Numbers that are taken: the library’s own examples, and what the alias rules make of former spellings. */
export const TAKEN: readonly PhoneRow[] = [...LATIN, ...NORTH, ...WORLD, ...SPELLINGS]

/** What is not taken, and why. */
export const COMPLAINED: readonly (readonly [
  field: string,
  typed: string,
  PhoneComplaint['kind'],
])[] = [
  ['MX', '', 'phone-empty'],
  ['MX', '   ', 'phone-empty'],
  ['MX', '+', 'phone-empty'],
  ['MX', '(-)', 'phone-empty'],
  ['MX', '\u200B\uFEFF', 'phone-empty'],
  ['MX', 'tel:', 'phone-empty'],
  ['MX', 'llámame', 'phone-not-digits'],
  ['MX', '55 1234 567A', 'phone-not-digits'],
  ['MX', '55 1234 5678 ext. 12', 'phone-not-digits'],
  ['MX', '55 1234 5678 x12', 'phone-not-digits'],
  ['MX', '55 1234 5678;ext=12', 'phone-not-digits'],
  ['MX', '55 1234 5678, 55 8765 4321', 'phone-not-digits'],
  ['MX', 'Ana 55 1234 5678', 'phone-not-digits'],
  ['MX', '++52 55 1234 5678', 'phone-not-digits'],
  ['MX', '55 1234 5678 +52', 'phone-not-digits'],
  ['MX', 'ana@example.com', 'phone-not-digits'],
  ['MX', 'https://wa.me/525512345678', 'phone-not-digits'],
  ['US', '1-800-FLOWERS', 'phone-not-digits'],
  ['MX', '<b>5512345678</b>', 'phone-not-digits'],
  ['MX', '5'.repeat(33), 'phone-too-long'],
  ['MX', '5'.repeat(10_000), 'phone-too-long'],
  ['MX', '5', 'digits-missing'],
  ['MX', '55 1234 567', 'digits-missing'],
  ['MX', '+52 55 1234 567', 'digits-missing'],
  ['AR', '11 2345 678', 'digits-missing'],
  ['AR', '011 15 2345 678', 'digits-missing'],
  ['AR', '+54 9 11 2345 678', 'digits-missing'],
  ['BR', '11 9612 345', 'digits-missing'],
  ['BR', '912345678', 'digits-missing'],
  ['CO', '321 123456', 'digits-missing'],
  ['CL', '9 6123 456', 'digits-missing'],
  ['PE', '912 345 67', 'digits-missing'],
  ['UY', '094 231 23', 'digits-missing'],
  ['UY', '94 231 23', 'digits-missing'],
  ['EC', '099 123 456', 'digits-missing'],
  ['ES', '612 34 56 7', 'digits-missing'],
  ['PT', '912 345 67', 'digits-missing'],
  ['US', '(201) 555-012', 'digits-missing'],
  ['MX', '55 1234 56789', 'digits-left-over'],
  ['MX', '+52 55 1234 5678 9', 'digits-left-over'],
  ['AR', '11 2345 6789 01', 'digits-left-over'],
  ['BR', '(11) 96123-45678', 'digits-left-over'],
  ['CO', '321 12345678', 'digits-left-over'],
  ['CL', '9 6123 45678', 'digits-left-over'],
  ['PE', '912 345 6789', 'digits-left-over'],
  ['UY', '094 231 2345', 'digits-left-over'],
  ['EC', '099 123 45678', 'digits-left-over'],
  ['ES', '612 34 56 789', 'digits-left-over'],
  ['PT', '912 345 6789', 'digits-left-over'],
  ['US', '(201) 555-01234', 'digits-left-over'],
  ['MX', '10 1234 5678', 'not-in-use'],
  ['MX', '800 123 4567', 'not-in-use'],
  ['MX', '900 123 4567', 'not-in-use'],
  ['BR', '(20) 96123-4567', 'not-in-use'],
  ['AR', '0800 123 4567', 'not-in-use'],
  ['CO', '220 1234567', 'not-in-use'],
  ['PE', '112 345 678', 'not-in-use'],
  ['ES', '112 34 56 78', 'not-in-use'],
  ['ES', '806 12 34 56', 'not-in-use'],
  ['US', '900 555 0199', 'not-in-use'],
  ['US', '800 555 0199', 'not-in-use'],
  ['MX', '+7 912 345 67 89', 'phone-country-not-offered'],
  ['MX', '+41 78 123 45 67', 'phone-country-not-offered'],
  ['MX', '0046 70 123 45 67', 'phone-country-not-offered'],
  ['MX', '+999 123 456 789', 'phone-country-not-offered'],
]
