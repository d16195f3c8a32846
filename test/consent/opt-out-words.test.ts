import { describe, expect, test } from 'vitest'
import {
  afterHashedOptOut,
  AMBIGUOUS_WORDS,
  holdsOptOutWord,
  isOptOutWord,
  OPT_OUT_WORDS,
} from '../../consent/opt-out-words.ts'
import { ORDINARY } from './corpora.ts'

const WORDS = Object.values(OPT_OUT_WORDS).flatMap((words): readonly string[] => words)

const mapped = (word: string, from: string, to: readonly string[]): string =>
  Array.from(word, (letter) => to[from.indexOf(letter)] ?? letter).join('')

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const letters = (first: number): readonly string[] =>
  Array.from(LETTERS, (_, at) => String.fromCodePoint(first + at))

// Every way in which a word is dressed that the eye reads over.
const DRESSES: readonly (readonly [string, (word: string) => string])[] = [
  ['in capitals', (word) => word.toUpperCase()],
  ['with a capital', (word) => word.charAt(0).toUpperCase() + word.slice(1)],
  ['with a full stop', (word) => `${word}.`],
  ['with exclamation marks', (word) => `¡¡${word}!!`],
  ['with question marks', (word) => `¿${word}?`],
  ['in quotes', (word) => `“${word}”`],
  ['in brackets', (word) => `[${word}]`],
  ['in bold', (word) => `*${word}*`],
  ['in italics', (word) => `_${word}_`],
  ['struck through', (word) => `~${word}~`],
  ['as code', (word) => `\`\`\`${word}\`\`\``],
  ['as a quotation', (word) => `> ${word}`],
  ['as an item', (word) => `• ${word}`],
  ['with emoji', (word) => `🛑 ${word} 🙏🏽`],
  ['with a flag', (word) => `${word} 🇧🇷`],
  ['on a line of its own', (word) => `\n\n  ${word}\r\n`],
  ['with no-break spaces', (word) => `\u00a0${word.replace(/ /g, '\u00a0')}\u202f`],
  ['with zero-width spaces', (word) => Array.from(word).join('\u200b')],
  ['with bidi marks', (word) => `\u202e${word}\u202c\u200f`],
  ['with soft hyphens', (word) => Array.from(word).join('\u00ad')],
  ['with accents', (word) => word.replace(/[aeiou]/g, (vowel) => `${vowel}\u0301`)],
  ['with a stroke through each letter', (word) => word.replace(/\p{L}/gu, '$&\u0336')],
  ['in full width', (word) => mapped(word, LETTERS, letters(0xff41))],
  ['in mathematical bold', (word) => mapped(word, LETTERS, letters(0x1d41a))],
  ['in script', (word) => mapped(word, LETTERS, letters(0x1d4d0))],
  ['in circles', (word) => mapped(word, LETTERS, letters(0x24d0))],
  ['in black squares', (word) => mapped(word, LETTERS, letters(0x1f170))],
  ['with Cyrillic vowels', (word) => mapped(word, 'aeopcxy', Array.from('аеорсху'))],
  ['with Greek letters', (word) => mapped(word, 'aeiotv', Array.from('αειοτν'))],
  ['in small capitals', (word) => mapped(word, 'abcdeilmnoprstu', Array.from('ᴀʙᴄᴅᴇɪʟᴍɴᴏᴘʀꜱᴛᴜ'))],
  ['twice', (word) => `${word} ${word}`],
  ['three times', (word) => `${word}, ${word.toUpperCase()}! ${word}`],
  ['with a hash', (word) => `#${word}`],
  ['with a last letter held', (word) => `${word}${word.slice(-1).repeat(4)}`],
]

describe.each(DRESSES)('an opt-out word %s', (_, dress) => {
  test.each(WORDS.map((word) => [dress(word)]))('%j stops everything', (text) => {
    expect(isOptOutWord(text, [])).toBe(true)
  })
})

const DRESSED = [
  'S T O P',
  's.t.o.p',
  'S-T-O-P',
  'stoooop',
  'STOPP',
  'st0p',
  'stop stop STOP!!',
  'stopstop',
  'Salir, baja',
  'stop salir sair',
  'OPT-OUT',
  'opt_out',
  'Unsubscribe',
  'ARRÊT',
  'DARME DE BAJA.',
  'Stop\nStop',
]

const ORDINARY_SENTENCES = [
  'bus stop',
  'quiero salir a comer',
  '#stop x',
  'stop by later',
  'please cancel my order',
  'STOP PLEASE',
  'one stop shop',
  'la talla baja',
  'baja el precio',
  'no quiero parar',
  'parar de fumar',
  'onde posso sair?',
  'remove the onions',
  'stopper',
  'salido',
  'arete',
  'stoop',
  '',
  ' ',
  '#',
  '🛑',
  '0',
  'no',
  'cancel',
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
]

describe('an opt-out word alone', () => {
  test.each(DRESSED)('%j stops everything', (text) => {
    expect(isOptOutWord(text, [])).toBe(true)
  })

  test('is found among a megabyte of nothing', () => {
    const nothing = '\u200b'.repeat(1_000_000)
    expect(isOptOutWord(`${nothing}S${nothing}TOP`, [])).toBe(true)
  })

  test.each(ORDINARY_SENTENCES)('%j stops nothing', (text) => {
    expect(isOptOutWord(text, [])).toBe(false)
  })

  test('is never an ordinary message', () => {
    expect(ORDINARY.filter((text) => isOptOutWord(text, []))).toEqual([])
  })
})

describe('a word with a second meaning', () => {
  test.each(AMBIGUOUS_WORDS.map((word) => [word]))('%s stops nothing by itself', (word) => {
    expect(isOptOutWord(word, [])).toBe(false)
  })

  test.each(AMBIGUOUS_WORDS.map((word) => [word]))(
    '%s stops where the sender takes it, and alone only',
    (word) => {
      expect(isOptOutWord(`*${word.toUpperCase()}!*`, [word])).toBe(true)
      expect(isOptOutWord(`${word} my order`, [word])).toBe(false)
    },
  )

  test('one that is switched on switches on no other', () => {
    expect(isOptOutWord('cancel', ['cancelar'])).toBe(false)
    expect(isOptOutWord('não', ['no'])).toBe(false)
  })

  test.each(['', ' ', '#', '***'])('the word %j in a document takes nothing', (word) => {
    expect(isOptOutWord('', [word])).toBe(false)
    expect(isOptOutWord('hola', [word])).toBe(false)
  })
})

describe('an opt-out word among others', () => {
  test.each([
    [['quiero', 'parar'], true],
    [['por', 'favor', 'dar', 'de', 'baja'], true],
    [['ofertas', '#stop'], true],
    [['opt', 'out'], true],
    [['ofertas', 'de', 'cafe'], false],
    [['no', 'whatsapp'], false],
    [[], false],
  ])('%j holds one: %s', (words, holds) => {
    expect(holdsOptOutWord(words)).toBe(holds)
  })

  test.each([
    [['#stop'], []],
    [['#stop', 'ofertas'], ['ofertas']],
    [
      ['#baja', 'x', 'y'],
      ['x', 'y'],
    ],
    [['#dar', 'de', 'baja', 'x'], ['x']],
    [['stop', 'ofertas'], null],
    [['#cancelar'], null],
    [['#stopper'], null],
    [[], null],
  ])('what follows the command in %j is %j', (words, rest) => {
    expect(afterHashedOptOut(words, [])).toEqual(rest)
  })

  test('a command may be a word that the sender takes', () => {
    expect(afterHashedOptOut(['#cancelar', 'x'], ['cancelar'])).toEqual(['x'])
  })
})
