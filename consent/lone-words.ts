import { wordsOf } from './normalise.ts'

/** Words or short phrases that mean something when they stand alone, ready to be compared, by their first letter. */
export type LoneWords = ReadonlyMap<string, readonly Phrase[]>

type Phrase = readonly RegExp[]

// Digits that pass for letters, where a letter stands beside them: 0 alone is no "o".
const asLetters = (word: string): string =>
  /[a-z]/.test(word)
    ? word.replace(/[013457]/g, (digit) => 'oieast'.charAt('013457'.indexOf(digit)))
    : word

const lettersOf = (words: readonly string[]): readonly string[] =>
  words.map((word) => asLetters(word.replace('#', ''))).filter((word) => word !== '')

// A word as it may be stretched: each letter at least as often as it is spelled, "stoooop" but not "arete"
// (an earring) for "arrete".
const stretched = (word: string): RegExp =>
  new RegExp(`^${word.replace(/(.)\1*/gu, (run) => `${run.charAt(0)}{${run.length},}`)}$`, 'u')

// Where a parcel is to be left, and not a stretched "stop".
const OTHER_WORDS: readonly string[] = ['stoop']

// "S T O P" is one word, and so is "stopstop".
const asOneWord = (words: readonly string[]): readonly string[] => {
  const isSpelledOut = words.length > 1 && words.every((word) => word.length === 1)
  const joined = isSpelledOut ? [words.join('')] : words
  return joined.map((word) => (word.length > 64 ? word : word.replace(/^(.{2,}?)\1+$/u, '$1')))
}

const isAt = (words: readonly string[], at: number, phrase: Phrase): boolean =>
  phrase.every((spelling, offset) => {
    const word = words[at + offset]
    return word !== undefined && spelling.test(word) && !OTHER_WORDS.includes(word)
  })

const NONE: readonly Phrase[] = []

const longestAt = (words: readonly string[], at: number, lone: LoneWords): number =>
  (lone.get(words[at]?.charAt(0) ?? '') ?? NONE).reduce(
    (longest, phrase) =>
      phrase.length > longest && isAt(words, at, phrase) ? phrase.length : longest,
    0,
  )

/** Words and phrases as `LoneWords`. */
export const loneWords = (phrases: readonly string[]): LoneWords => alsoAlone(new Map(), phrases)

/** The same, with more words and phrases. */
export const alsoAlone = (those: LoneWords, phrases: readonly string[]): LoneWords => {
  const lone = new Map(those)
  for (const phrase of phrases) {
    const letters = lettersOf(wordsOf(phrase))
    const first = letters[0]?.charAt(0) ?? ''
    lone.set(first, [...(lone.get(first) ?? []), letters.map(stretched)])
  }
  return lone
}

/** Whether these normalised words are all such: once or repeated, stretched, spelled out, with digits for letters. */
export const areAlone = (normalised: readonly string[], lone: LoneWords): boolean => {
  const words = asOneWord(lettersOf(normalised))
  let at = 0
  while (at < words.length) {
    const length = longestAt(words, at, lone)
    if (length === 0) return false
    at += length
  }
  return at > 0
}

/** How many of these normalised words are one of them, from the first on; 0 when none begins there. */
export const loneWordsFirst = (words: readonly string[], lone: LoneWords): number =>
  longestAt(lettersOf(words), 0, lone)
