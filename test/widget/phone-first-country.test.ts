import { expect, test } from 'vitest'
import { firstCountry } from '../../widget/first-country.ts'
import { plansOf } from './company.ts'

const PLANS = plansOf(['MX', 'AR', 'BR', 'ES', 'US'])

test.each([
  ['es', ['es-AR'], 'AR', 'the browser’s region'],
  ['es', ['es-ar'], 'AR', 'the region in whatever case'],
  ['es', ['en-US', 'es-AR'], 'AR', 'not the English that the device was sold with'],
  ['es', ['en-US', 'en'], 'MX', 'the form’s first, for an English browser on a Spanish page'],
  ['es', ['en-US', 'pt-BR'], 'BR', 'another language’s region rather than none'],
  ['es', ['pt-BR', 'es-AR'], 'AR', 'the form’s language before the browser’s order'],
  ['es', ['pt-BR'], 'BR', 'a Brazilian on a Spanish page'],
  ['en', ['en-US', 'es-MX'], 'US', 'the region of English in an English form'],
  ['en', ['es-AR', 'en-US'], 'US', 'the form’s language, before the browser’s order'],
  ['es', ['es-419'], 'MX', 'the form’s first, for no country’s Spanish'],
  ['es', ['es-PE', 'es-ES'], 'ES', 'the first region that the form offers'],
  ['es', ['es', 'fr-FR'], 'MX', 'the form’s first where no region is offered'],
  ['es', [], 'MX', 'the form’s first where the browser says nothing'],
])('a form in %s and a browser of %j begin with %s: %s', (language, tags, country) => {
  expect(firstCountry(PLANS, tags, language)).toBe(country)
})

test('a form without countries begins with none', () => {
  expect(firstCountry([], ['es-MX'], 'es')).toBe('')
})
