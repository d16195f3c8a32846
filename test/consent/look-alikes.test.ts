import { expect, test } from 'vitest'
import { looksLike } from '../../consent/look-alikes.ts'

test.each([
  ['С', 'c'],
  ['р', 'p'],
  ['Ρ', 'p'],
  ['Η', 'h'],
  ['η', 'n'],
  ['ᴘ', 'p'],
  ['ø', 'o'],
  ['Ꮪ', 's'],
  ['ꓔ', 't'],
  ['Տ', 's'],
  ['🅐', 'a'],
  ['🆉', 'z'],
])('%s passes for %s', (character, letter) => {
  expect(looksLike(character)).toBe(letter)
})

test.each(['a', 'Q', '7', '#', ' ', '😀', '🇧', '漢', '\ud800', ''])(
  '%j passes for nothing else',
  (character) => {
    expect(looksLike(character)).toBe(character)
  },
)
