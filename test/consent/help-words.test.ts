import { expect, test } from 'vitest'
import { isHelpWord } from '../../consent/help-words.ts'
import { wordsOf } from '../../consent/normalise.ts'

test.each(['HELP', 'help?', 'Ayuda', '#ajuda', 'INFO', '#info'])('%j asks for help', (text) => {
  expect(isHelpWord(wordsOf(text))).toBe(true)
})

test.each(['help me', 'quiero info', 'ayuda con mi pedido', '', '#'])('%j does not', (text) => {
  expect(isHelpWord(wordsOf(text))).toBe(false)
})
