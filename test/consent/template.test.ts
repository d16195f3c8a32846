import { describe, expect, test } from 'vitest'
import { KINDS } from '../../consent/category.ts'
import { checkTemplate, TEMPLATE_RULES } from '../../consent/check-template.ts'
import { LANGUAGES, type Company } from '../../consent/company.ts'
import { templateExamplesOf } from '../../consent/template-examples.ts'
import { templateSentence } from '../../consent/template-sentences.ts'
import type { Template } from '../../consent/template.ts'
import demo from '../../demo/company.json' with { type: 'json' }
import {
  type BadTemplate,
  DISHONEST,
  INESCAPABLE,
  MISCAST,
  MISPLACED,
  MISSHAPEN,
  MISSPOKEN,
} from './bad-templates.ts'
import { GOOD_TEMPLATES } from './good-templates.ts'

const COMPANY = demo as unknown as Company

const found = (template: Template, company = COMPANY): readonly string[] =>
  checkTemplate(company, template).map(({ rule, where }) => `${rule} ${where}`)

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

describe.each(LANGUAGES)('the examples in %s', (language) => {
  test.each(KINDS)('are three of %s, with nothing amiss', (kind) => {
    const examples = templateExamplesOf(COMPANY.name, kind, language)
    expect(examples).toHaveLength(3)
    for (const example of examples) expect(found({ kind, language, ...example })).toEqual([])
    expect(new Set(examples.map(({ title }) => title)).size).toBe(3)
  })

  test.each(KINDS)('of %s have a sample for each gap, and say the name where they may', (kind) => {
    for (const { body, samples } of templateExamplesOf('Casa $& {Ñandú}', kind, language)) {
      expect(samples).toHaveLength(body.match(/\{\{\d\}\}/gu)?.length ?? 0)
      expect(body.includes('Casa $& {Ñandú}')).toBe(kind !== 'authentication')
    }
  })
})

describe('how to stop', () => {
  const offer = (change: Partial<Template>): Template => ({
    kind: 'marketing',
    language: 'es',
    body: 'Hola, {{1}}: en Café Aurora hay descuentos para ti hasta el domingo, ven a verlos.',
    ...change,
  })
  const button = (text: string, payload?: string): Template =>
    offer({ buttons: [{ kind: 'quick-reply', text, payload }] })

  test.each([
    'Responde SALIR',
    'Escribe «baja» si no quieres más mensajes',
    'Para no recibir más mensajes escribe salir',
    'Manda la palabra DETENER en cualquier momento',
    'STOP para dejar de recibir',
    '¿No más mensajes? Responde a este mensaje con «Salir»',
    'Responde #stop y listo',
  ])('is said by: %s', (footer) => {
    expect(found(offer({ footer }))).toEqual([])
  })

  test.each(['salir', 'STOP', 'Dar de baja', 'Unsubscribe'])('is a button that says %s', (text) => {
    expect(found(button(text))).toEqual([])
  })

  test.each(['OPT_OUT', 'opt_out_marketing', 'OPT_OUT:offers', 'STOP'])(
    'is a button that sends %s, whatever it says',
    (payload) => {
      expect(found(button('Ya no, gracias', payload))).toEqual([])
    },
  )

  test.each(['want:offers', 'unsub-17', 'no', '{"opt_out":true}'])(
    'is no button that sends %s',
    (payload) => {
      expect(found(button('Ya no quiero mensajes', payload))).toHaveLength(1)
    },
  )

  test('is a word with a second meaning only where every sender takes it', () => {
    const template = offer({ footer: 'Responde CANCELAR para no recibir más' })
    const [main] = COMPANY.senders
    if (!main) throw new Error('demo/company.json has changed')
    const taking = { ...main, alsoStopOn: ['cancelar'] }
    const one = { ...COMPANY, senders: [taking] }
    const both = { ...COMPANY, senders: [taking, { ...main, id: 'second' }] }
    expect(found(template, one)).toEqual([])
    expect(found(template, both)).toEqual(['opt-out-not-heard body'])
    expect(found(template)).toEqual(['opt-out-not-heard body'])
  })

  test('is not asked of a code', () => {
    const code: Template = { kind: 'authentication', language: 'es', body: 'Tu código: {{1}}.' }
    expect(found(code)).toEqual([])
  })
})

describe('the name of the business', () => {
  const named = (name: string, body: string): readonly string[] =>
    found(
      { kind: 'service', language: 'es', body, footer: 'Responde SALIR para no recibir más' },
      { ...COMPANY, name, senders: [] },
    )

  test.each([
    ['Café Aurora', 'Hola, te escribe cafe aurora por la pregunta que nos hiciste.'],
    ['Café Aurora', 'Hola, te escribe *CAFÉ AURORA* por la pregunta que nos hiciste.'],
    ['D’Onofrio', "Hola, te escribe D'Onofrio por la pregunta que nos hiciste."],
    ['C++ (Norte) [1]', 'Hola, te escribe C++ (Norte) por la pregunta que nos hiciste.'],
  ])('%s is read in: %s', (name, body) => {
    const nothing = named(name, body).filter((finding) => finding.startsWith('business'))
    expect(nothing).toEqual(name.startsWith('C++') ? ['business-not-named body'] : [])
  })

  test('may sound like an offer, or be of another language', () => {
    const body = (name: string) => `Hola, te escribe ${name} por la pregunta que nos hiciste.`
    for (const name of ['Ofertas del Sur', 'The Best of the Sea and You', 'Promo+', 'Gratis.ya']) {
      expect(named(name, body(name))).toEqual([])
    }
  })

  test('may be the one above the chat', () => {
    const [main] = COMPANY.senders
    if (!main) throw new Error('demo/company.json has changed')
    const body = 'Hola, te escribe La Aurora por la pregunta que nos hiciste.'
    const footer = 'Responde SALIR para no recibir más'
    const company = { ...COMPANY, senders: [{ ...main, displayName: 'La Aurora' }] }
    expect(found({ kind: 'service', language: 'es', body, footer }, company)).toEqual([])
  })
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
