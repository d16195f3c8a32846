import { describe, expect, test } from 'vitest'
import { fitsOneSms, inSmsLetters } from '../../consent/one-sms.ts'

describe('one SMS', () => {
  test.each([
    ['160 letters', 'a'.repeat(160), true],
    ['161 letters', 'a'.repeat(161), false],
    ['160 letters that Spanish and Portuguese share with it', 'ñÑ¿¡éàüÇ'.repeat(20), true],
    ['80 signs that take two places', '{€'.repeat(40), true],
    ['81 signs that take two places', '€'.repeat(81), false],
    ['70 letters, one of them with an accent that it does not have', `í${'a'.repeat(69)}`, true],
    ['71 letters, one of them with an accent that it does not have', `í${'a'.repeat(70)}`, false],
    ['71 letters, with a curly quote', `“${'a'.repeat(70)}`, false],
    ['35 emoji', '☕️'.repeat(35), true],
    ['36 emoji', '☕️'.repeat(36), false],
  ])('holds %s: %#', (_, text, fits) => {
    expect(fitsOneSms(text)).toBe(fits)
  })

  test.each([
    ['Promoções e “ofertas”', 'Promocoes e "ofertas"'],
    ['Café Ñandú, ¿qué tal? — bien', 'Café Ñandu, ¿qué tal? - bien'],
    ['Cafe\u0301', 'Café'],
    ['東京 ☕', '東京 ☕'],
    ['#want {1} 5 €', '#want {1} 5 €'],
  ])('says %s as %s', (text, plain) => {
    expect(inSmsLetters(text)).toBe(plain)
  })
})
