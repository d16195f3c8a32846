import { expect, test } from 'vitest'
import { LANGUAGES } from '../../consent/company.ts'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { CHANGEABLE_TEXTS, formTextsOf, insteadOf } from '../../consent/own-texts.ts'
import { refusalsOf } from '../../consent/refusals.ts'
import demo from '../../demo/company.json' with { type: 'json' }

const withTexts = (texts: object): unknown => ({
  ...demo,
  forms: demo.forms.map((form) => ({ ...form, texts })),
})

test('a form says the company’s words for its own, in their language, and Quiero’s for the rest', () => {
  const texts = { es: { phone: 'Tu celular', byHand: 'O envía esto al {number}:' } }
  expect(formTextsOf({ texts }, 'es')).toEqual({
    ...FORM_TEXTS.es,
    ...texts.es,
  })
  expect(formTextsOf({ texts }, 'pt')).toEqual(FORM_TEXTS.pt)
})

test('the company’s words stand before formal ones too', () => {
  const texts = { es: { phone: 'Su celular' } }
  const shown = formTextsOf({ spanish: 'formal', texts }, 'es')
  expect(shown).toMatchObject({
    phone: 'Su celular',
    'phone-empty': 'Escriba su número.',
  })
})

test('what a form may not change stays, even in a document that was stored before that was known', () => {
  const texts = { es: { declined: 'Qué pena', verified: 'Verificado por WhatsApp', toString: 'x' } }
  expect(formTextsOf({ texts }, 'es')).toEqual(FORM_TEXTS.es)
})

test('what Quiero says itself would not be refused as somebody’s own words', () => {
  for (const language of LANGUAGES) {
    const ours = Object.fromEntries(CHANGEABLE_TEXTS.map((key) => [key, insteadOf(key, language)]))
    expect(refusalsOf(withTexts({ [language]: ours }))).toEqual([])
  }
})

test('nothing that is said around a no can be changed', () => {
  const kept = [
    'verified',
    'business',
    'agreed',
    'declined',
    'stop',
    'typeToStop',
    'stopNow',
    'stopped',
  ]
  expect(CHANGEABLE_TEXTS.filter((key) => kept.includes(key))).toEqual([])
})
