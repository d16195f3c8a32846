import { wordsOf } from './normalise.ts'

/**
 * What stops everything at a sender when it stands alone, by language (design R4, facts section 1): the
 * guidelines' own words first, then what carriers, providers and the FCC take.
 */
export const OPT_OUT_WORDS = {
  es: [
    'salir',
    'detener',
    'parar',
    'baja',
    'dar de baja',
    'darme de baja',
    'darse de baja',
    'dame de baja',
    'deme de baja',
    'denme de baja',
    'desuscribir',
    'desuscribirme',
    'desuscribirse',
    'desubscribir',
    'desubscribirme',
    'desinscribir',
    'desinscribirme',
    'cancelar suscripcion',
    'cancelar subscripcion',
  ],
  pt: [
    'sair',
    'parar',
    'remover',
    'descadastrar',
    'descadastre',
    'descadastro',
    'me descadastrar',
    'me descadastre',
    'desinscrever',
    'desinscrever me',
    'cancelar inscricao',
  ],
  en: [
    'stop',
    'stopall',
    'stop all',
    'unsubscribe',
    'unsubscribe me',
    'unsuscribe',
    'unsubcribe',
    'unsubscribed',
    'unsub',
    'quit',
    'revoke',
    'optout',
    'opt out',
    'remove',
  ],
  fr: ['arret', 'arrete', 'arrett', 'arreter'],
} as const

/** Opt-out words with a second meaning ("cancelar" my booking): taken only where the sender's `alsoStopOn` names them. */
export const AMBIGUOUS_WORDS = ['cancel', 'cancelar', 'end', 'no'] as const

const BUILT_IN = Object.values(OPT_OUT_WORDS).flatMap((words): readonly string[] => words)

// A word as it may be stretched: each letter at least as often as it is spelled, "stoooop" but not "arete"
// (an earring) for "arrete".
const stretched = (word: string): RegExp =>
  new RegExp(`^${word.replace(/(.)\1*/gu, (run) => `${run.charAt(0)}{${run.length},}`)}$`, 'u')

type Phrase = readonly RegExp[]
const phraseOf = (text: string): Phrase => lettersOf(wordsOf(text)).map(stretched)

// Digits that pass for letters. Only where a letter stands beside them: 0 alone is no "o".
const asLetters = (word: string): string =>
  /[a-z]/.test(word)
    ? word.replace(/[013457]/g, (digit) => 'oieast'.charAt('013457'.indexOf(digit)))
    : word

const lettersOf = (words: readonly string[]): readonly string[] =>
  words.map((word) => asLetters(word.replace('#', ''))).filter((word) => word !== '')

// "S T O P" is one word, and so is "stopstop".
const asOneWord = (words: readonly string[]): readonly string[] => {
  const spelledOut = words.length > 1 && words.every((word) => word.length === 1)
  const joined = spelledOut ? [words.join('')] : words
  return joined.map((word) => (word.length > 64 ? word : word.replace(/^(.{2,}?)\1+$/u, '$1')))
}

const BUILT_IN_PHRASES: readonly Phrase[] = BUILT_IN.map(phraseOf)

// Where the parcel is to be left, and not a stretched "stop".
const OTHER_WORDS: readonly string[] = ['stoop']

const isPhraseAt = (words: readonly string[], at: number, phrase: Phrase): boolean =>
  phrase.every((spelling, offset) => {
    const word = words[at + offset]
    return word !== undefined && spelling.test(word) && !OTHER_WORDS.includes(word)
  })

const longestAt = (words: readonly string[], at: number, phrases: readonly Phrase[]): number =>
  phrases.reduce(
    (longest, phrase) =>
      phrase.length > longest && isPhraseAt(words, at, phrase) ? phrase.length : longest,
    0,
  )

const areAll = (words: readonly string[], phrases: readonly Phrase[]): boolean => {
  let at = 0
  while (at < words.length) {
    const length = longestAt(words, at, phrases)
    if (length === 0) return false
    at += length
  }
  return at > 0
}

/**
 * Whether a text stops everything. Only when opt-out words are all there is of it: "please cancel my
 * order" is no STOP, and "stop stop STOP!!" is one (design R4).
 */
export const isOptOutWord = (text: string, alsoStopOn: readonly string[]): boolean => {
  const words = asOneWord(lettersOf(wordsOf(text)))
  return areAll(words, [...BUILT_IN_PHRASES, ...alsoStopOn.map(phraseOf)])
}

/**
 * Whether an opt-out word stands anywhere among these words: then they grant nothing (design R6). Words
 * with a second meaning do not count here, for "no WhatsApp" is Portuguese for "on WhatsApp".
 */
export const holdsOptOutWord = (words: readonly string[]): boolean => {
  const letters = lettersOf(words)
  return letters.some((_, at) => longestAt(letters, at, BUILT_IN_PHRASES) > 0)
}

/**
 * What follows when the words begin with an opt-out word as a hash command, `#stop offers`; null when
 * they do not.
 */
export const afterHashedOptOut = (
  words: readonly string[],
  alsoStopOn: readonly string[],
): readonly string[] | null => {
  if (words[0]?.startsWith('#') !== true) return null
  const phrases = [...BUILT_IN_PHRASES, ...alsoStopOn.map(phraseOf)]
  const length = longestAt(lettersOf(words), 0, phrases)
  return length === 0 ? null : words.slice(length)
}
