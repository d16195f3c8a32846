import { alsoAlone, areAlone, loneWords, type LoneWords, loneWordsFirst } from './lone-words.ts'
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

/** Opt-out words with a second meaning ("cancelar" my booking): taken where the sender's `alsoStopOn` says. */
export const AMBIGUOUS_WORDS = ['cancel', 'cancelar', 'end', 'no'] as const

const LONGEST = 3
const BUILT_IN = loneWords(
  Object.values(OPT_OUT_WORDS).flatMap((words): readonly string[] => words),
)

const withOwn = (alsoStopOn: readonly string[]): LoneWords =>
  alsoStopOn.length === 0 ? BUILT_IN : alsoAlone(BUILT_IN, alsoStopOn)

/**
 * Whether a text stops everything. Only when opt-out words are all there is of it: "please cancel my
 * order" is no STOP, and "stop stop STOP!!" is one (design R4).
 */
export const isOptOutWord = (text: string, alsoStopOn: readonly string[]): boolean =>
  areOptOutWords(wordsOf(text), alsoStopOn)

/** The same of a text's normalised words. */
export const areOptOutWords = (words: readonly string[], alsoStopOn: readonly string[]): boolean =>
  areAlone(words, withOwn(alsoStopOn))

/**
 * Whether an opt-out word stands anywhere among these words: then they grant nothing (design R6). Words
 * with a second meaning do not count here, for "no WhatsApp" is Portuguese for "on WhatsApp".
 */
export const holdsOptOutWord = (words: readonly string[]): boolean =>
  words.some((_, at) => loneWordsFirst(words.slice(at, at + LONGEST), BUILT_IN) > 0)

/** What follows an opt-out word written as a command, `#stop offers`; null when the words begin with none. */
export const afterHashedOptOut = (
  words: readonly string[],
  alsoStopOn: readonly string[],
): readonly string[] | null => {
  if (words[0]?.startsWith('#') !== true) return null
  const length = loneWordsFirst(words, withOwn(alsoStopOn))
  return length === 0 ? null : words.slice(length)
}
