import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../consent/canonical.ts'
import { categoriesNamed } from '../../consent/category-names.ts'
import { FREQUENCY_SPANS, type FrequencySpan } from '../../consent/category.ts'
import {
  LANGUAGES,
  type Category,
  type Company,
  type Form,
  type Language,
} from '../../consent/company.ts'
import { wordsOf } from '../../consent/normalise.ts'
import { NOTICE_TEXTS } from '../../consent/notice-texts.ts'
import { languagesOf, noticeOf, noticesOf } from '../../consent/notice.ts'
import { isOptOutWord } from '../../consent/opt-out-words.ts'

const ORDERS: Category = {
  id: 'orders',
  kind: 'utility',
  title: { es: 'Pedidos', pt: 'Pedidos', en: 'Orders' },
  example: { es: 'Tu pedido salió', pt: 'Seu pedido saiu', en: 'Your order is on its way' },
  frequency: { atMost: 3, per: 'order' },
}

const OFFERS: Category = {
  id: 'offers',
  kind: 'marketing',
  title: { es: 'Ofertas', pt: 'Promoções', en: 'Offers' },
  example: { es: '15 % menos hoy', pt: '15% de desconto hoje', en: '15% off today' },
  frequency: { atMost: 4, per: 'month' },
}

const FORM: Form = {
  id: 'frm_shop',
  sender: 'main',
  categories: ['orders', 'offers'],
  origins: ['https://shop.example'],
  countries: ['BR'],
}

const COMPANY: Company = {
  id: 'aurora',
  name: 'Café Aurora',
  businessManagerId: '1234567890',
  privacyUrl: 'https://cafe-aurora.example/privacidad',
  languages: LANGUAGES,
  categories: [OFFERS, ORDERS],
  senders: [
    { id: 'main', phone: '+5511912345678', displayName: 'Café Aurora', badge: 'verified' },
    { id: 'club', phone: '+525512345678', displayName: 'Club Aurora', badge: 'business' },
  ],
  forms: [FORM],
}

describe.each(LANGUAGES)('a notice in %s', (language) => {
  const notice = noticeOf(COMPANY, FORM, language)

  test('names the business, WhatsApp and the number that will write', () => {
    expect(notice.statement).toContain('Café Aurora')
    expect(notice.statement).toContain('WhatsApp')
    expect(notice.statement).toContain('+55 11 91234 5678')
    expect(notice.company).toEqual({
      id: 'aurora',
      name: 'Café Aurora',
      businessManagerId: '1234567890',
    })
    expect(notice.senders).toEqual([
      { id: 'main', phone: '+5511912345678', displayName: 'Café Aurora', badge: 'verified' },
    ])
  })

  test('gives each category of the form its title, example and frequency, in the order of the form', () => {
    expect(notice.categories.map(({ id, kind }) => [id, kind])).toEqual([
      ['orders', 'utility'],
      ['offers', 'marketing'],
    ])
    expect(notice.categories[1]?.title).toBe(OFFERS.title[language])
    expect(notice.categories[1]?.example).toBe(OFFERS.example[language])
    expect(notice.categories.map(({ frequency }) => frequency).join()).toMatch(/3.*4/u)
  })

  test('says how to stop with words that do stop', () => {
    const word = { es: 'SALIR', pt: 'SAIR', en: 'STOP' }[language]
    expect(notice.howToStop).toContain(word)
    expect(isOptOutWord(word, [])).toBe(true)
    const [, named = ''] = /[«“]#stop ([^»”]+)/u.exec(notice.howToStop) ?? []
    expect(categoriesNamed(wordsOf(named), COMPANY.categories)).toEqual(['offers'])
    expect(notice.howToStop).toMatch(/aquí|aqui|here/u)
  })

  test('has the rest that every notice needs', () => {
    expect(notice.schema).toBe('quiero-notice/1')
    expect(notice.form).toBe('frm_shop')
    expect(notice.language).toBe(language)
    expect(notice.notCondition).toMatch(/comprar|buy/u)
    expect(notice.privacy.text).toContain('Café Aurora')
    expect(notice.privacy.url).toBe('https://cafe-aurora.example/privacidad')
    expect(notice.trademark).toMatch(/^WhatsApp .*(?:afiliad|affiliated)/u)
  })

  test('writes WhatsApp right wherever it writes it', () => {
    const written = canonicalJson(notice).match(/what'?s\s?app/giu) ?? []
    expect(new Set(written)).toEqual(new Set(['WhatsApp']))
  })

  test('has two buttons of nearly the same length, so that neither is the larger', () => {
    const { yes, no } = notice.buttons
    expect(Math.abs(yes.length - no.length)).toBeLessThanOrEqual(2)
    expect(yes).not.toBe(no)
  })

  test('is plain data: its canonical JSON is all of it', () => {
    expect(JSON.parse(canonicalJson(notice))).toEqual(notice)
  })
})

describe('how often', () => {
  const SENTENCES: Readonly<
    Record<Language, Readonly<Record<FrequencySpan, readonly [string, string]>>>
  > = {
    es: {
      day: ['hasta 1 mensaje al día', 'hasta 2 mensajes al día'],
      week: ['hasta 1 mensaje a la semana', 'hasta 2 mensajes a la semana'],
      month: ['hasta 1 mensaje al mes', 'hasta 2 mensajes al mes'],
      year: ['hasta 1 mensaje al año', 'hasta 2 mensajes al año'],
      order: ['hasta 1 mensaje por pedido', 'hasta 2 mensajes por pedido'],
    },
    pt: {
      day: ['até 1 mensagem por dia', 'até 2 mensagens por dia'],
      week: ['até 1 mensagem por semana', 'até 2 mensagens por semana'],
      month: ['até 1 mensagem por mês', 'até 2 mensagens por mês'],
      year: ['até 1 mensagem por ano', 'até 2 mensagens por ano'],
      order: ['até 1 mensagem por pedido', 'até 2 mensagens por pedido'],
    },
    en: {
      day: ['up to 1 message a day', 'up to 2 messages a day'],
      week: ['up to 1 message a week', 'up to 2 messages a week'],
      month: ['up to 1 message a month', 'up to 2 messages a month'],
      year: ['up to 1 message a year', 'up to 2 messages a year'],
      order: ['up to 1 message per order', 'up to 2 messages per order'],
    },
  }

  test.each(LANGUAGES)('is said in %s with the right number', (language) => {
    for (const span of FREQUENCY_SPANS) {
      const [one, two] = SENTENCES[language][span]
      expect(NOTICE_TEXTS[language].upTo(1, span)).toBe(one)
      expect(NOTICE_TEXTS[language].upTo(2, span)).toBe(two)
    }
  })
})

describe('the notices of a company', () => {
  test('are one for each form in each of its languages', () => {
    const forms = [FORM, { ...FORM, id: 'frm_pt', languages: ['pt'] as const }]
    const notices = noticesOf({ ...COMPANY, forms })
    expect(notices.map(({ form, language }) => `${form} ${language}`)).toEqual([
      'frm_shop es',
      'frm_shop pt',
      'frm_shop en',
      'frm_pt pt',
    ])
    expect(new Set(notices.map(canonicalJson)).size).toBe(4)
  })

  test('a form speaks its own languages, else those of the company', () => {
    expect(languagesOf(COMPANY, FORM)).toEqual(['es', 'pt', 'en'])
    expect(languagesOf(COMPANY, { ...FORM, languages: ['en'] })).toEqual(['en'])
  })

  test('a sender that WhatsApp shows under another name is named by that name too', () => {
    const { statement } = noticeOf(COMPANY, { ...FORM, sender: 'club' }, 'es')
    expect(statement).toContain('Café Aurora')
    expect(statement).toContain('+52 55 1234 5678 (Club Aurora)')
  })

  test('a form without marketing shows how to stop its first category', () => {
    const { howToStop } = noticeOf(COMPANY, { ...FORM, categories: ['orders'] }, 'en')
    expect(howToStop).toContain('#stop Orders')
  })

  test('are the same text, whatever the order in which the document was written', () => {
    const { name, id, ...rest } = COMPANY
    const rewritten = { ...rest, categories: [ORDERS, OFFERS], id, name }
    expect(canonicalJson(noticesOf(rewritten))).toBe(canonicalJson(noticesOf(COMPANY)))
  })

  test('change when any word, number or frequency of theirs does', () => {
    const texts = [
      { name: 'Café Alba' },
      { privacyUrl: 'https://cafe-aurora.example/otra' },
      { businessManagerId: '1' },
      { categories: [ORDERS, { ...OFFERS, frequency: { atMost: 5, per: 'month' as const } }] },
      { categories: [ORDERS, { ...OFFERS, kind: 'utility' as const }] },
      { senders: COMPANY.senders.map((sender) => ({ ...sender, phone: '+5511912345679' })) },
      { senders: COMPANY.senders.map((sender) => ({ ...sender, badge: 'business' as const })) },
    ].map((change) => canonicalJson(noticeOf({ ...COMPANY, ...change }, FORM, 'es')))
    expect(new Set([canonicalJson(noticeOf(COMPANY, FORM, 'es')), ...texts]).size).toBe(8)
  })

  test.each<[string, Partial<Company>, Partial<Form>]>([
    [
      'a text in the language',
      { categories: [ORDERS, { ...OFFERS, title: { en: 'Offers' } }] },
      {},
    ],
    ['the sender', {}, { sender: 'other' }],
    ['a category', {}, { categories: ['orders', 'other'] }],
    ['any category', {}, { categories: [] }],
  ])('throw where %s is missing: no other language stands in', (_, company, form) => {
    expect(() => noticeOf({ ...COMPANY, ...company }, { ...FORM, ...form }, 'es')).toThrow(Error)
  })
})
