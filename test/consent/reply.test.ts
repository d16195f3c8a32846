import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language, type Sender } from '../../consent/company.ts'
import { isOptOutWord } from '../../consent/opt-out-words.ts'
import { readMessage } from '../../consent/read-message.ts'
import { isSwitchedOn, REPLIES, replyTo } from '../../consent/reply.ts'
import { type ReplyFacts, wordsOfReply } from '../../consent/reply-texts.ts'
import {
  languageOfWords,
  languageSpokenAt,
  languageToSpeak,
} from '../../consent/spoken-language.ts'
import { GRANT, message } from './acts.ts'
import { CHATTY, MAIN } from './chatty-company.ts'

const read = (text: string) =>
  readMessage({ text, payload: null }, { company: CHATTY, sender: MAIN })

describe('what is answered', () => {
  test.each([
    ['salir', message({ stops: true }), 'confirmOptOut'],
    ['ya no me escriban por favor', message(), 'askBack'],
    ['ya no me escriban por favor', message({ stops: true }), 'confirmOptOut'],
    ['#stop offers', message({ revoked: ['offers'] }), 'confirmOptOut'],
    ['#want', message({ granted: GRANT }), 'confirmOptIn'],
    ['#want', message(), 'freshLink'],
    ['#want', message({ granted: { ...GRANT, categories: [] } }), 'freshLink'],
    ['ayuda', message(), 'help'],
    ['#volver', message(), null],
    ['hola', message(), null],
  ] as const)('%s: %#', (text, act, kind) => {
    expect(replyTo(act, read(text))?.kind ?? null).toBe(kind)
  })

  test('a confirmation carries what was granted, a fresh link the form of the keyword', () => {
    expect(replyTo(message({ granted: GRANT }), read('#want'))?.matter).toEqual(GRANT)
    expect(replyTo(message(), read('#want'))?.matter).toMatchObject({ form: 'frm_main' })
    expect(replyTo(message({ revoked: ['offers'] }), read('#stop offers'))?.matter).toMatchObject({
      categories: ['offers'],
    })
  })

  test.each([
    [undefined, true],
    [{}, true],
    [{ help: true }, true],
    [{ help: false }, false],
    [{ askBack: false }, true],
  ] satisfies readonly [Sender['replies'], boolean][])('help with %j: %s', (replies, isOn) => {
    expect(isSwitchedOn({ replies }, 'help')).toBe(isOn)
  })
})

const FACTS: ReplyFacts = {
  company: 'Café Aurora',
  numbers: '+55 11 91234 5678',
  categories: [{ title: 'Ofertas', frequency: 'hasta 4 mensajes al mes' }],
  formUrl: 'https://quiero.example/f/frm_shop',
  senderUrl: 'https://quiero.example/n/demo/main',
  privacyUrl: 'https://shop.example/privacy',
}

const EVERY = LANGUAGES.flatMap((language) =>
  REPLIES.flatMap((kind) =>
    (['informal', 'formal'] as const).map((spanish) => ({ language, kind, spanish })),
  ),
)

describe.each(EVERY)('$kind in $language, $spanish', ({ language, kind, spanish }) => {
  const words = wordsOfReply(kind, FACTS, language, { spanish })

  test('names the company and has no gap', () => {
    expect(words).toContain('Café Aurora')
    expect(words).not.toMatch(/undefined|null|\{|\}|\$/u)
  })

  test('praises and offers nothing', () => {
    expect(words).not.toMatch(/[!¡%$€]|gratis|grátis|free|descuento|desconto|discount|regalo/iu)
  })

  test('asks for a word that stops, where it asks for one', () => {
    const asked = /(?:respond[ae]|reply) ([A-Z]{4,})/iu.exec(words)?.[1]
    expect(asked === undefined || isOptOutWord(asked, [])).toBe(true)
    expect(asked === undefined).toBe(kind === 'freshLink')
  })

  test('is no yes when a machine sends it back', () => {
    expect(['subscribe', 'resume']).not.toContain(read(words).meaning)
  })
})

test.each(LANGUAGES)(
  'the end of everything in %s holds no link and no word to return',
  (language) => {
    const words = wordsOfReply('confirmOptOut', { ...FACTS, categories: [] }, language)
    expect(words).not.toMatch(/https?:|#|\n/u)
    expect(words).toContain('+55 11 91234 5678')
  },
)

test('usted is said to those who are addressed so', () => {
  const formal = wordsOfReply('confirmOptIn', FACTS, 'es', { spanish: 'formal' })
  expect(formal).toMatch(/le escribirá .* responda SALIR/su)
  for (const kind of REPLIES) {
    const words = wordsOfReply(kind, FACTS, 'es', { spanish: 'formal' })
    expect(words).not.toMatch(/\b(?:te|tu|tú|responde|quieres|puedes|recibirás)\b/u)
  }
})

test.each([
  [3, 300],
  [50, 30],
  [50, 300],
])('%d categories with titles of %d letters fit into what Twilio takes', (count, length) => {
  const categories = Array.from({ length: count }, () => ({
    title: 'x'.repeat(length),
    frequency: 'up to 4 messages a month',
  }))
  for (const language of LANGUAGES) {
    const words = wordsOfReply('confirmOptIn', { ...FACTS, categories }, language)
    expect(words.length).toBeLessThanOrEqual(1600)
  }
})

describe('the language', () => {
  test.each<[string, Language | null]>([
    ['salir', 'es'],
    ['Darme de baja', 'es'],
    ['sair', 'pt'],
    ['Ajuda', 'pt'],
    ['unsubscribe', 'en'],
    ['STOP', null],
    ['help', null],
    ['#want offers', null],
    ['ya no me escriban por favor', 'es'],
    ['não me mandem mais mensagens por favor', 'pt'],
    ['please stop messaging me', 'en'],
    ['no quiero recibir más mensajes', 'es'],
    ['não quero receber mais mensagens', 'pt'],
    ['I don’t want any more of these', 'en'],
    ['', null],
    ['👍', null],
    ['\u200b'.repeat(10_000), null],
  ])('of %s', (text, language) => {
    expect(languageOfWords(text)).toBe(language)
  })

  test.each<[string | null, Language | null]>([
    ['+525512345678', 'es'],
    ['+5511912345678', 'pt'],
    ['+34612345678', 'es'],
    ['+12125550123', null],
    [null, null],
  ])('at %s', (phone, language) => {
    expect(languageSpokenAt(phone)).toBe(language)
  })

  test('is the first wished for that the company speaks, else its own', () => {
    expect(languageToSpeak(['es', 'pt'], [null, 'en', 'pt'])).toBe('pt')
    expect(languageToSpeak(['es', 'pt'], [null, 'en'])).toBe('es')
    expect(languageToSpeak(['en'], [])).toBe('en')
  })
})
