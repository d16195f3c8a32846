import { looksLike } from './look-alikes.ts'

// Nobody asks for anything in a longer text; what an e-mail brings beyond it is not read.
const LONGEST_TEXT = 8_192

// Zero-width characters, bidi marks, variation selectors, soft hyphens, accents typed apart and halves
// of characters. They go first: a megabyte of them is then one pass, and NFKD sees no long row of accents.
const UNSEEN = /(?!\s)[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Cs}\p{M}]+/gu

// Signs that NFKD would turn into letters or into a space and an accent.
const SIGNS = /[™℠℡ℹ©®]/g
const APOSTROPHE = /(\p{L})['’‘ʼ´`′＇](?=\p{L})/gu

const beginning = (text: string): string =>
  text.length <= LONGEST_TEXT
    ? text
    : text.slice(0, Math.max(text.lastIndexOf(' ', LONGEST_TEXT), LONGEST_TEXT / 2))

/**
 * What a text says once its dress is taken off: small Latin letters, digits and `#` before a word, with
 * single spaces between. Case, accents, invisible characters, look-alike letters, WhatsApp's `*markup*`,
 * punctuation and emoji make no difference (design R4).
 */
export const normalise = (text: string): string => {
  const plain = beginning(text.replace(UNSEEN, '').replace(/\s+/g, ' '))
    .replace(SIGNS, ' ')
    .replace(APOSTROPHE, '$1')
    .normalize('NFKD')
    .slice(0, LONGEST_TEXT)
    .replace(/[\p{M}\p{Cf}]+/gu, '')
  return Array.from(plain, looksLike)
    .join('')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .replace(/(?:# ?)+/g, ' #')
    .replace(/ +/g, ' ')
    .replace(/ #$/, '')
    .trim()
}

/** The words of a text, normalised; none when nothing is left of it. */
export const wordsOf = (text: string): readonly string[] => {
  const plain = normalise(text)
  return plain === '' ? [] : plain.split(' ')
}
