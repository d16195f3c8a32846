import { describe, expect, test } from 'vitest'
import { checkTemplate, TEMPLATE_RULES } from '../../consent/check-template.ts'
import { LANGUAGES } from '../../consent/company.ts'
import { templateSentence } from '../../consent/template-sentences.ts'
import type { BadTemplate } from './bad-template.ts'
import { MISSHAPEN } from './misshapen-templates.ts'
import { MISPLACED } from './misplaced-gaps.ts'
import { DISHONEST } from './dishonest-templates.ts'
import { INESCAPABLE } from './inescapable-templates.ts'
import { MISCAST } from './miscast-templates.ts'
import { MISSPOKEN } from './misspoken-templates.ts'
import { COMPANY, found } from './read-template.ts'
import { GOOD_TEMPLATES } from './good-templates.ts'

const BAD: readonly BadTemplate[] = [
  ...MISSHAPEN,
  ...MISPLACED,
  ...DISHONEST,
  ...INESCAPABLE,
  ...MISCAST,
  ...MISSPOKEN,
]

test('there are templates enough to judge by', () => {
  expect(GOOD_TEMPLATES.length).toBeGreaterThanOrEqual(30)
  expect(BAD.length).toBeGreaterThanOrEqual(60)
})

test.each(GOOD_TEMPLATES)('nothing is amiss in: $body', (template) => {
  expect(found(template)).toEqual([])
})

test.each(BAD)('%s is found, and nothing else', (_, rule, where, template) => {
  expect(found(template)).toEqual([`${rule} ${where}`])
})

describe.each(TEMPLATE_RULES.map(({ number, rule, weight }) => ({ number, rule, weight })))(
  'rule $number, $rule',
  ({ rule, weight }) => {
    test('has a template that breaks it', () => {
      expect(BAD.filter(([, broken]) => broken === rule)).not.toEqual([])
    })

    test('has a sentence of its own in every language', () => {
      for (const language of LANGUAGES) {
        const sentence = templateSentence(rule, language)
        expect(sentence).toMatch(/^\p{Lu}.{20,160}[.»”]$/u)
        const others = TEMPLATE_RULES.filter((other) => other.rule !== rule)
        const said = others.map((other) => templateSentence(other.rule, language))
        expect(said).not.toContain(sentence)
      }
    })

    test('weighs the same wherever it is found', () => {
      const weights = BAD.filter(([, broken]) => broken === rule).flatMap(([, , , template]) =>
        checkTemplate(COMPANY, template).map((finding) => finding.weight),
      )
      expect(new Set(weights)).toEqual(new Set([weight]))
    })
  },
)

test('the numbers are those of the table, and no number or word is used twice', () => {
  expect(new Set(TEMPLATE_RULES.map(({ number }) => number)).size).toBe(TEMPLATE_RULES.length)
  expect(new Set(TEMPLATE_RULES.map(({ rule }) => rule)).size).toBe(TEMPLATE_RULES.length)
})

test('what lies far beyond the limit is not read', () => {
  const [good] = GOOD_TEMPLATES
  if (!good) throw new Error('no good templates')
  const body = `${good.body} ${'Te esperamos en la tienda. '.repeat(100)}{{x} https://bit.ly/x`
  expect(found({ ...good, body })).toEqual(['text-too-long body'])
})

describe('a hostile template', () => {
  test.each([
    ['twenty thousand braces', '{'.repeat(20_000)],
    ['twenty thousand spaces', `a${' '.repeat(20_000)}b`],
    ['placeholders without end', '{{1}}'.repeat(4_000)],
    ['one word without end', 'salir'.repeat(4_000)],
    ['words without end', 'responde salir para no recibir '.repeat(600)],
    ['carts without end', 'dejaste '.repeat(2_500)],
    ['line ends without end', '\n'.repeat(20_000)],
    ['emojis without end', '👨‍👩‍👧‍👦'.repeat(1_800)],
    ['zero-width without end', '\u200B'.repeat(20_000)],
    ['half a character', '\uD83D'.repeat(5_000)],
    ['the name of a member', '__proto__ constructor {{constructor}} toString'],
  ])('of %s is read to its end and is not good', (_, body) => {
    expect(found({ kind: 'marketing', language: 'es', body }).length).toBeGreaterThan(0)
  })
})
