import { describe, expect, test } from 'vitest'
import { REFUSALS, refusalsOf } from '../../consent/refusals.ts'
import demo from '../../demo/company.json' with { type: 'json' }
import { FORM_CASES } from './form-cases.ts'
import { PRESSURE_CASES } from './pressure-cases.ts'
import { PROVIDER_CASES } from './provider-cases.ts'
import { offer, SHAPE_CASES, type Case, type Change } from './refusal-cases.ts'

const withChange = ([path, value]: Change): unknown => {
  const document: unknown = structuredClone(demo)
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const parent = steps.reduce<unknown>((place, step) => {
    const holder = place as Record<string, unknown>
    holder[step] ??= {}
    return holder[step]
  }, document)
  Object.assign(parent as object, { [last]: value })
  return document
}

const jsonPath = (path: string): string =>
  `$${path.replace(/\.(\d+)/gu, '[$1]').replace(/^|\.(?=\w)/u, '.')}`

const CASES: Readonly<Record<number, readonly Case[]>> = {
  ...SHAPE_CASES,
  ...PRESSURE_CASES,
  ...FORM_CASES,
  ...PROVIDER_CASES,
}

test('the demo company is not refused', () => {
  expect(refusalsOf(demo)).toEqual([])
})

describe.each(REFUSALS.map(({ number, rule }) => ({ number, rule })))(
  'refusal $number, $rule',
  ({ number, rule }) => {
    const cases = CASES[number] ?? []

    test('has a case', () => {
      expect(cases.length).toBeGreaterThan(0)
    })

    test.each(cases.map(([sentence, change, where]) => ({ sentence, change, where })))(
      'is found: $sentence',
      ({ change, where }) => {
        const refusals = refusalsOf(withChange(change))
        const found = refusals.filter((refusal) => refusal.number === number)
        expect(found.map((refusal) => refusal.where)).toContain(where ?? jsonPath(change[0]))
        expect(found.every((refusal) => refusal.rule === rule)).toBe(true)
      },
    )

    test('says what to do in a sentence, and repeats nothing that was sent', () => {
      const texts = cases.map(([, [, value]]) => (typeof value === 'string' ? value : ''))
      const sentences = cases.flatMap(([, change]) =>
        refusalsOf(withChange(change)).map(({ sentence }) => sentence),
      )
      const repeats = texts.filter(
        (text) => text.length > 5 && sentences.some((sentence) => sentence.includes(text)),
      )
      expect(sentences.filter((sentence) => !/^[A-Z].*\.$/u.test(sentence))).toEqual([])
      expect(repeats).toEqual([])
    })
  },
)

test('the numbers are those of the table, in order, and none is used twice', () => {
  const numbers = REFUSALS.map(({ number }) => number)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other))
  expect(new Set(REFUSALS.map(({ rule }) => rule)).size).toBe(REFUSALS.length)
  expect(Object.keys(CASES).map(Number)).toEqual(numbers)
})

describe('not refused', () => {
  test.each<[string, Change]>([
    ['a box that is said to be empty', ['forms.0.checked', false]],
    ['an empty selection', ['forms.0.selected', []]],
    ['a category that is not required', ['categories.1.required', false]],
    ['a sender that is the default one', ['senders.0.default', true]],
    ['asking again after half a year', ['forms.0.askAgainAfterDays', 183]],
    ['vacuum flasks', ['categories.1.title.pt', 'Ofertas de canecas e termos']],
    ['the conditions of the weather', ['categories.1.title.es', 'Condiciones del clima']],
    ['WhatsApp, written right', offer('Escríbenos por WhatsApp: “WhatsApp” es lo más fácil.')],
    ['WhatsApp in an address', offer('Mira https://www.whatsapp.com/legal antes')],
    ['what is apparent', ['categories.1.example.en', 'See what’s appearing on our shelves']],
    ['the official shop', offer('La tienda oficial ya escribe por WhatsApp')],
    ['an offer to pay in parts', offer('Si prefieres pagar en cuotas, también puedes')],
    [
      'an exact origin',
      [
        'forms.0.origins',
        [
          'https://shop.example',
          'https://shop.example:8443',
          'https://xn--caf-dma.example',
          'https://[2001:db8::1]',
          'https://10.0.0.1',
        ],
      ],
    ],
    [
      'an origin at home',
      [
        'forms.0.origins',
        [
          'http://localhost',
          'http://shop.localhost:3000',
          'http://127.0.0.1:8788',
          'https://localhost',
        ],
      ],
    ],
    ['no origin: the hosted page alone', ['forms.0.origins', []]],
    ['a privacy notice at home', ['privacyUrl', 'http://localhost:8787/privacidad']],
    ['an accent', ['forms.0.theme.accent', '#7A4b2a']],
    ['the palest accent that can be seen', ['forms.0.theme', { accent: '#808080' }]],
    ['a pale accent in the dark', ['forms.0.theme', { accent: '#ffd54f', scheme: 'dark' }]],
    [
      'an accent for each scheme',
      ['forms.0.theme', { accent: '#6a1b9a', accentDark: '#b98bd6', scheme: 'auto' }],
    ],
    ['a pale accent that is never shown', ['forms.0.theme', { accentDark: '#000000' }]],
    ['formal Spanish', ['forms.0.spanish', 'formal']],
    [
      'own words',
      [
        'forms.0.texts',
        {
          es: {
            phone: 'Tu celular',
            example: 'P. ej. {example}',
            'phone-empty': 'Es obligatorio.',
          },
          pt: { openWhatsApp: 'Ir para o WhatsApp', tooLate: 'Feel free: it came too late' },
          en: { byHand: 'Or send this to {number}:' },
        },
      ],
    ],
    ['no own words', ['forms.0.texts', { es: {} }]],
    ['an emoji of several people', offer('Para toda la familia 👨‍👩‍👧 ❤️')],
    ['an example of two lines', offer('Hola, Ana:\ntu pedido salió')],
    ['a title with an "and" of its own', ['categories.1.title.en', 'Offers and news']],
    ['a form in some of the languages', ['forms.0.languages', ['pt']]],
    ['another keyword', ['keywords.0.word', '#quiero-café']],
    ['a keyword that begins with a word that stops', ['keywords.0.word', '#stopwatch']],
    ['a setting of tomorrow', ['forms.0.launcher', { position: 'left' }]],
    ['an SMS number', ['doors', [{ id: 'sms', kind: 'twilio-sms', phone: '+5511912345679' }]]],
    [
      'a mailbox',
      ['doors', [{ id: 'mail', kind: 'postmark', address: 'A.want+it@mail.shop.example' }]],
    ],
    ['a door of tomorrow', ['doors', [{ id: 'bot', kind: 'telegram' }]]],
  ])('%s', (_, change) => {
    expect(refusalsOf(withChange(change))).toEqual([])
  })

  test('a language that the company does not speak needs no text', () => {
    const document = withChange(['languages', ['es', 'en']])
    expect(refusalsOf(document)).toEqual([])
  })
})

describe('whatever is sent', () => {
  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'company'],
    ['an array', [demo]],
    ['nothing', {}],
    [
      'lists that are none',
      { ...demo, forms: {}, categories: 'orders', senders: 7, keywords: null },
    ],
    [
      'items that are none',
      { ...demo, forms: [null, 1, []], categories: [null], senders: [undefined] },
    ],
    ['a deep document', JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)],
  ])('%s is read to its end', (_, document) => {
    expect(Array.isArray(refusalsOf(document))).toBe(true)
  })

  test('a form id without its mark is refused', () => {
    expect(refusalsOf(withChange(['forms.0.id', 'demo'])).map(({ where }) => where)).toContain(
      '$.forms[0].id',
    )
  })

  const long = 'a'.repeat(1_000_000)
  const many = Array.from({ length: 20_000 }, (_, index) => `https://s${index}.example`)

  test.each<[string, Change]>([
    ['a text', offer(long)],
    ['half a word', offer('whats '.repeat(150_000))],
    ['an address', ['privacyUrl', `https://${long}`]],
    ['origins', ['forms.0.origins', [...many, `https://${long}`]]],
    ['categories', ['forms.0.categories', many]],
    ['own words', ['forms.0.texts', { es: { phone: '{&1 '.repeat(250_000) } }]],
    ['a title', ['categories.0.title.es', 'y '.repeat(500_000)]],
    ['names of settings', ['forms.0', Object.fromEntries(many.map((key) => [key, 1]))]],
  ])('a megabyte of %s holds nobody up', (_, change) => {
    expect(Array.isArray(refusalsOf(withChange(change)))).toBe(true)
  })
})
