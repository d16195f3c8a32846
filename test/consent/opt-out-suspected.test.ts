import { describe, expect, test } from 'vitest'
import { ENGLISH_ASKS, ENGLISH_MATTERS } from '../../consent/suspect-hints-en.ts'
import {
  SPANISH_AND_PORTUGUESE_ASKS,
  SPANISH_AND_PORTUGUESE_MATTERS,
} from '../../consent/suspect-hints-es-pt.ts'
import { ENGLISH_RULES } from '../../consent/suspect-rules-en.ts'
import { SPANISH_AND_PORTUGUESE_RULES } from '../../consent/suspect-rules-es-pt.ts'
import { soundsLikeOptOut } from '../../consent/opt-out-suspected.ts'
import { ENGLISH } from '../../consent/suspect-words-en.ts'
import { SPANISH_AND_PORTUGUESE } from '../../consent/suspect-words-es-pt.ts'
import type { WordGroups } from '../../consent/phrase.ts'
import {
  OTHERWISE_IN_ENGLISH,
  OTHERWISE_IN_SPANISH_AND_PORTUGUESE,
} from '../../consent/suspect-otherwise.ts'
import { ORDINARY, SUSPECTED } from './corpora.ts'

describe('what sounds like an opt-out', () => {
  test.each([
    'ya no me manden mas',
    'q ya no me escriban x favor',
    'dejen de escribirme',
    'no quiero recibir mas mensajes',
    'quiero darme de baja',
    'bórrenme de su lista',
    'me tira do grupo',
    'me tira da lista',
    'para de me mandar mensagem',
    'nao quero mais receber',
    'please stop messaging me',
    'remove me from your list',
    'take me off',
    'leave me alone',
    'no more messages',
    'not interested anymore',
    'Stop promotions',
    'Detener promociones',
    'Parar promoções',
    'STOP PLEASE',
    'por favor salir',
    'quiero salir',
  ])('%j does', (text) => {
    expect(soundsLikeOptOut(text)).toBe(true)
  })

  test('is heard in every phrase of the corpus', () => {
    expect(SUSPECTED.length).toBeGreaterThan(1_000)
    expect(SUSPECTED.filter((text) => !soundsLikeOptOut(text))).toEqual([])
  })

  test('is heard without accents and punctuation, in capitals and after a greeting', () => {
    const sample = SUSPECTED.filter((_, at) => at % 4 === 0)
    const missed = sample
      .flatMap((text) => [
        text.normalize('NFD').replace(/\p{M}/gu, ''),
        text.toUpperCase().replace(/[.!?¿¡]/g, ''),
        `Hola, ${text}!!! 😡`,
      ])
      .filter((text) => !soundsLikeOptOut(text))
    expect(missed).toEqual([])
  })
})

describe('an end asked of something that is not named', () => {
  test.each([
    ['enough', 'another promo every single day'],
    ['take it off', 'this is a work phone'],
    ['remove her', 'she died in june and your reminders hurt'],
    ['ya no por favor', 'me despiertan sus avisos'],
    ['retírenlo', 'el número es de una menor de edad'],
    ['apaguem tudo', 'recebo até oferta de fralda'],
    ['pode desativar a minha', 'notificação no zap'],
  ])('%j sounds like an opt-out after %j, and neither does alone', (asked, matter) => {
    expect(soundsLikeOptOut(`${matter}. ${asked}`)).toBe(true)
    expect(soundsLikeOptOut(`the parcel, ${asked}`)).toBe(false)
    expect(soundsLikeOptOut(matter)).toBe(false)
  })
})

describe('what is ordinary', () => {
  test.each([
    'ya no me llego el pedido',
    'no quiero salsa',
    'para de hoy?',
    'quiero cancelar mi pedido',
    'can you stop by later',
    'no me llegan los mensajes',
    'ya no me escriben, ¿todo bien?',
    'quiero recibir mas ofertas',
    'no quiero dejar de recibir sus ofertas',
    'no dejen de escribirme',
    "don't stop texting me the deals",
    'nao recebi a mensagem',
    'where is the bus stop',
    'no me manden la factura todavía',
    'no me llamen, escríbanme por acá',
    'quiero dar de baja mi tarjeta',
    'me pueden poner en la lista de espera',
    'espero no molestar',
    'perdón por tantos mensajes',
    'con eso basta',
    'ya',
  ])('%j raises no suspicion', (text) => {
    expect(soundsLikeOptOut(text)).toBe(false)
  })

  test('no message of the corpus raises any', () => {
    expect(ORDINARY.length).toBeGreaterThan(1_000)
    expect(ORDINARY.filter((text) => soundsLikeOptOut(text))).toEqual([])
  })

  test.each(['', ' ', '😀', '__proto__', 'constructor', 'ꞏ', '\ud800', '\u200b'.repeat(1_000_000)])(
    '%.20j raises none',
    (text) => {
      expect(soundsLikeOptOut(text)).toBe(false)
    },
  )
})

// A group that is misspelled in a rule would be compared as a word, and never found.
describe.each<[string, readonly string[], WordGroups]>([
  [
    'Spanish and Portuguese',
    [
      ...SPANISH_AND_PORTUGUESE_RULES,
      ...SPANISH_AND_PORTUGUESE_ASKS,
      ...SPANISH_AND_PORTUGUESE_MATTERS,
      ...OTHERWISE_IN_SPANISH_AND_PORTUGUESE,
    ],
    SPANISH_AND_PORTUGUESE,
  ],
  [
    'English',
    [...ENGLISH_RULES, ...ENGLISH_ASKS, ...ENGLISH_MATTERS, ...OTHERWISE_IN_ENGLISH],
    ENGLISH,
  ],
])('the rules of %s', (_, rules, groups) => {
  const choices = rules.flatMap((rule) => rule.split(' ').flatMap((term) => term.split('|')))

  test('name groups that there are, and every group', () => {
    const named = choices
      .map((choice) => choice.replace(/\?$/, ''))
      .filter((choice) => /[A-Z]/.test(choice))
    expect(Object.keys(groups)).toEqual(expect.arrayContaining(named))
    expect(Object.keys(groups).filter((group) => !named.includes(group))).toEqual([])
  })

  test('are each there once, and an optional place stands alone', () => {
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([])
    const terms = rules.flatMap((rule) => rule.split(' '))
    expect(terms.filter((term) => term.slice(0, -1).includes('?'))).toEqual([])
  })
})
