import { expect, test } from 'vitest'
import { wordsOf } from '../../consent/normalise.ts'
import { isResumeWord } from '../../consent/resume-words.ts'

test.each([
  '#start',
  '#VOLVER',
  '#Recibir.',
  '#voltar 🙂',
  '# receber',
  '＃ｒｅｃｅｂｅｒ',
  'START',
  '*start*',
  'Unstop!',
])('%j asks for messages again', (text) => {
  expect(isResumeWord(wordsOf(text))).toBe(true)
})

test.each([
  'volver',
  'recibir',
  'voltar',
  'receber',
  '#start ofertas',
  'start now',
  'restart',
  '',
  '#',
])('%j does not', (text) => {
  expect(isResumeWord(wordsOf(text))).toBe(false)
})
