import { describe, expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { sayComplaint } from '../../widget/complaint.ts'
import { countryName } from '../../widget/country-name.ts'
import { readPhone } from '../../widget/phone-reading.ts'
import { FIRST_REACTIONS } from '../../widget/first-reactions.ts'
import { begin, next } from '../../widget/state.ts'
import { plansOf, viewIn } from './company.ts'
import { TABLE_COUNTRIES } from './phone-table.ts'

const PLANS = plansOf(TABLE_COUNTRIES)

/** The digits of a country's example, the way it is written there. */
const exampleOf = (country: string): string =>
  (PLANS.find((plan) => plan.country === country)?.example ?? '').replace(/[^+\d]/gu, '')

const said = (text: string, country: string, language: 'es' | 'pt' | 'en'): string => {
  const reading = readPhone({ text, country }, PLANS)
  return reading.kind === 'number'
    ? ''
    : sayComplaint(reading.complaint, FORM_TEXTS[language], language)
}

describe.each(TABLE_COUNTRIES)('a number of %s', (country) => {
  const example = exampleOf(country)
  // Nobody in Argentina counts the country code that the example begins with.
  const length = example.replace(/^\+54/u, '').length

  test('that lacks two digits is told so, with how many the example has', () => {
    const text = example.slice(0, -2)
    const name = countryName(country, 'es')
    expect(said(text, country, 'es')).toBe(
      `Faltan 2 dígitos: un celular de ${name} tiene ${length}.`,
    )
    for (const language of ['pt', 'en'] as const) {
      const sentence = said(text, country, language)
      expect(sentence).toContain(countryName(country, language))
      expect(sentence).toContain(String(length))
      expect(sentence).toMatch(/^[A-Z2][^{}]*\.$/u)
    }
  })

  test('that is half typed is not complained about before the field is left', () => {
    const typed = example.split('').map((_, index) => example.slice(0, index + 1))
    const view = { ...viewIn('es'), countries: PLANS.map((plan) => ({ ...plan, name: '' })) }
    let state = begin(view, country)
    const seen = typed.map((text) => {
      state = next(FIRST_REACTIONS, state, {
        kind: 'typed',
        text,
        caret: text.length,
        erased: null,
      }).state
      return 'complaint' in state ? state.complaint : 'nowhere'
    })
    expect(new Set(seen)).toEqual(new Set([null]))
  })
})

test.each([
  ['+57 000 000 000', 'CO', 'Faltan 2 dígitos: un celular de Colombia tiene 10.'],
  ['812345678912', 'IN', 'Sobran 2 dígitos: un celular de India tiene 10.'],
  ['81234567891', 'IN', 'Sobra un dígito: un celular de India tiene 10.'],
  ['011 15 2345 678', 'AR', 'Falta un dígito: un celular de Argentina tiene 13.'],
  ['9 11 2345 678', 'AR', 'Falta un dígito: un celular de Argentina tiene 11.'],
  ['11 2345 678', 'AR', 'Falta un dígito: un celular de Argentina tiene 10.'],
])('%s in a field of %s: %s', (text, country, sentence) => {
  expect(said(text, country, 'es')).toBe(sentence)
})
