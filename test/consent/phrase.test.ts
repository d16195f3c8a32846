import { describe, expect, test } from 'vitest'
import { BREAK } from '../../consent/chat-spelling.ts'
import { inflect, leavingOut, phraseBook } from '../../consent/phrase.ts'

const GROUPS = {
  NO: ['no | not | por favor no'],
  SEND: ['mand* | text', 'write to'],
}

const isSaid = (rule: string, text: string): boolean => {
  const words = `${BREAK} ${text} ${BREAK}`.split(' ')
  const book = phraseBook([rule], GROUPS)
  return words.some((_, at) => book(words, at) > at)
}

describe('a rule', () => {
  test.each([
    ['no text', 'please no text me', true],
    ['no text', 'no more text', false],
    ['no|not text', 'not text', true],
    ['no more? text', 'no text', true],
    ['no more? text', 'no more text', true],
    ['no mand*', 'no mandarme', true],
    ['no mand*', 'no demand', false],
    ['no write_to me', 'no write to me', true],
    ['NO SEND', 'por favor no write to', true],
    ['NO SEND', 'write no', false],
    ['no .. text', 'no text', true],
    ['no .. text', 'no a b c text', true],
    ['no .. text', 'no a b c d text', false],
    ['no .. text', `no ${BREAK} text`, false],
    ['^ text', 'text me', true],
    ['^ text', 'me text', false],
    ['^ text', `me ${BREAK} text`, true],
    ['text $', 'no text', true],
    ['text $', 'text me', false],
    ['text $|me', 'text me', true],
    ['text $', 'text but', true],
    ['no text', '', false],
  ])('%j is said in %j: %s', (rule, text, said) => {
    expect(isSaid(rule, text)).toBe(said)
  })

  test('that may begin with anything is still found', () => {
    expect(isSaid('no? text', 'a text')).toBe(true)
    expect(isSaid('.. text', 'a text')).toBe(true)
    expect(isSaid('mand* no', 'a manden no')).toBe(true)
  })
})

test('a book gives the longest of its phrases', () => {
  const book = phraseBook(['no', 'no text', 'no text me'], GROUPS)
  expect(book(['no', 'text', 'me', 'x'], 0)).toBe(3)
  expect(book(['x'], 0)).toBe(0)
})

test('what is left out leaves a break', () => {
  const book = phraseBook(['not stop'], GROUPS)
  expect(leavingOut(book, ['do', 'not', 'stop', 'text', 'me'])).toEqual(['do', BREAK, 'text', 'me'])
  expect(leavingOut(book, [])).toEqual([])
})

test('every stem takes every ending', () => {
  expect(inflect('mand envi', 'e en')).toBe('mande | manden | envie | envien')
})
