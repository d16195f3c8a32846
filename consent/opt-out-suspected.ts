import { BREAK, chatWords, spelledAlike } from './chat-spelling.ts'
import { ENGLISH_RULES } from './opt-out-rules-en.ts'
import { SPANISH_AND_PORTUGUESE_RULES } from './opt-out-rules-es-pt.ts'
import { isOptOutWord } from './opt-out-words.ts'
import { ENGLISH } from './opt-out-words-en.ts'
import { SPANISH_AND_PORTUGUESE } from './opt-out-words-es-pt.ts'
import { leavingOut, phraseBook } from './phrase.ts'

// What has the same words and means something else, often the contrary. It is not read.
const OTHERWISE = phraseBook(
  [
    'NO ME? DONT_BOTHER|DONT_CALL hasta|ate|manana|amanha|hoy|hoje|todavia|ainda|al_correo|por_correo|por_mail|al_mail|al_otro|tan',
    'no|nao dejen|deje|dejes|deja|deixem|deixe|deixa|parem|pare|paren de|con|com',
    'no|nao WANT dejar|parar|deixar de',
    'lista|fila|listas de|da espera|deseos|compras|precios|regalos|invitados|desejos|precos',
    'perdon*|disculp*|desculp*|sorry .. tantos|tanta|tanto|many|all|the mensajes|mensagem|mensagens|messages',
    'not|never|can_not|could_not|wont stop|quit',
    'waiting|wait|wish|guest|shopping|price list',
  ],
  SPANISH_AND_PORTUGUESE,
)

const FILLERS: readonly string[] = [BREAK, 'ya', 'ja', 'y', 'e']

// What says it only when it is all that is said: "basta" may be the beginning of a complaint.
const ALONE = [
  'basta',
  'chega',
  'pare',
  'paren',
  'parale',
  'parenle',
  'parem',
  'detente',
  'detenganse',
  'dejenme',
  'salirme',
  'sai fora',
  'bloqueado',
  'bloqueados',
  'bloqueada',
  'denunciado',
  'numero equivocado',
  'numero errado',
  'enough',
  'enough already',
  'enough is enough',
  'cease',
  'discontinue',
  'block',
  'block me',
  'blocked',
  'reported',
  'report spam',
  'mute',
  'no more',
  'wrong number',
]

const IN_SPANISH_OR_PORTUGUESE = phraseBook(SPANISH_AND_PORTUGUESE_RULES, SPANISH_AND_PORTUGUESE)
const IN_ENGLISH = phraseBook(ENGLISH_RULES, ENGLISH)

/**
 * Whether a text sounds like an opt-out without being one: "ya no me escriban", "me tira do grupo",
 * "please stop messaging me". It grants nothing and lifts no block (design R5).
 */
export const soundsLikeOptOut = (text: string): boolean => {
  const said = chatWords(text)
  const words = leavingOut(OTHERWISE, spelledAlike(said))
  return (
    isOptOutWord(said.filter((word) => !FILLERS.includes(word)).join(' '), ALONE) ||
    words.some((_, at) => IN_SPANISH_OR_PORTUGUESE(words, at) > at || IN_ENGLISH(words, at) > at)
  )
}
