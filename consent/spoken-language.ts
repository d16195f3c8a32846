import type { Language } from './company.ts'
import { wordsOf } from './normalise.ts'

/** The language that most people of a number's country read; a keyword says nothing of its own. */
export const languageSpokenAt = (phone: string | null): Language | null => {
  if (phone === null) return null
  if (/^\+(?:55|351|244|258)/u.test(phone)) return 'pt'
  return /^\+(?:34|5[0-9])/u.test(phone) ? 'es' : null
}

/**
 * Normalised words that only one of our languages has. STOP, HELP and INFO are written in all of them, so they tell
 * nothing; nor do words that Spanish and Portuguese share.
 */
const TELLING: Readonly<Record<Language, readonly string[]>> = {
  es: (
    'salir detener baja darme darse dame deme denme desuscribir desuscribirme desinscribirme suscripcion ayuda ' +
    'ya y el los las un una mis mi muchas gracias escriban escribas escribirme escribanme mandarme mandenme ' +
    'mensajes recibir dejen dejar quiero quisiera hola el ustedes usted no me mas porque pero con del al'
  ).split(' '),
  pt: (
    'sair remover descadastrar descadastre descadastro desinscrever inscricao ajuda nao eu voce voces mensagens ' +
    'receber parem pare quero gostaria mais minha meu por obrigado obrigada mandem mande escrevam oi ola porque ' +
    'mas com do da dos das ao e o os um uma isso'
  ).split(' '),
  en: (
    'unsubscribe unsub quit revoke optout opt out remove stopall please the me my i you your messages messaging ' +
    'texting want do not dont don t no more any these from this list hello hi'
  ).split(' '),
}

/** The language that a text's words tell, or null where they tell none or two. */
export const languageOfWords = (text: string): Language | null => {
  // A keyword is the company's word, in whatever language it has it.
  const words = wordsOf(text).filter((word) => !word.startsWith('#'))
  const counted = LANGUAGES_OF_WORDS.map((language) => ({
    language,
    count: words.filter((word) => TELLING[language].includes(word)).length,
  }))
  const most = Math.max(...counted.map(({ count }) => count))
  const [first, second] = counted.filter(({ count }) => count === most && count > 0)
  return first && !second ? first.language : null
}

const LANGUAGES_OF_WORDS = ['es', 'pt', 'en'] as const satisfies readonly Language[]

/** The first of the languages that a person may read which the company speaks, else the company's first. */
export const languageToSpeak = (
  spoken: readonly Language[],
  wished: readonly (Language | null)[],
): Language =>
  wished.find((language) => language !== null && spoken.includes(language)) ?? spoken[0] ?? 'en'
