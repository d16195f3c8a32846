import { asciiDigits } from './line.ts'
import type { PhoneProblem } from './phone-problem.ts'

/** What a person typed, down to its digits, and whether it says its country. */
export type TypedPhone = { readonly digits: string; readonly isInternational: boolean }

/** What is read at all, so that ten kilobytes of digits cost nothing. */
const LONGEST_TEXT = 200

/** No number with every prefix that people dial reaches this, so it is not worth asking the library. */
const LONGEST_NUMBER = 32

/**
 * The digits in what was typed or pasted: `tel:`, brackets, dashes, invisible marks and the digits of
 * other scripts are understood. Letters, HTML and extensions are refused: nothing is fished out of a text.
 */
export const typedPhone = (typed: string): TypedPhone | PhoneProblem => {
  if (typed.length > LONGEST_TEXT) return { problem: 'phone-too-long' }
  // NFKC makes full-width signs, non-breaking spaces and hyphens ordinary ones.
  const text = asciiDigits(typed.normalize('NFKC'))
    .replace(/[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replace(/^(?:tel|whatsapp):/iu, '')
    .replace(/[().\-\u2010-\u2015\u2212/]/gu, '')
  if (text === '') return { problem: 'phone-empty' }
  if (!/^\+?\d*$/u.test(text)) return { problem: 'phone-not-digits' }
  if (text.length > LONGEST_NUMBER) return { problem: 'phone-too-long' }
  return {
    // 00 is what most of the world dials for the plus; some write both.
    digits: text.replace(/^\+?(?:00)?/u, ''),
    isInternational: /^(?:\+|00)/u.test(text),
  }
}
