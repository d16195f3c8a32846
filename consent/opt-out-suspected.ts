import { BREAK, chatWords, spelledAlike } from './chat-spelling.ts'
import { areAlone, loneWords } from './lone-words.ts'
import { ENGLISH_RULES } from './opt-out-rules-en.ts'
import { SPANISH_AND_PORTUGUESE_RULES } from './opt-out-rules-es-pt.ts'
import { OPT_OUT_WORDS } from './opt-out-words.ts'
import { ENGLISH } from './opt-out-words-en.ts'
import { SPANISH_AND_PORTUGUESE } from './opt-out-words-es-pt.ts'
import { leavingOut, phraseBook } from './phrase.ts'

// What has the same words and means something else, often the contrary. It is not read.
const OTHERWISE = [
  phraseBook(
    [
      'NO ME? DONT_BOTHER|DONT_CALL|DONT_TALK hasta|ate|manana|amanha|hoy|hoje|todavia|ainda|tan',
      'NO ME? DONT_BOTHER|DONT_CALL|DONT_TALK al|por_correo|por_mail|a_la|a_los|en_casa|asi|aos|ao',
      'NO dejen|deje|dejes|deja|deixem|deixe|deixa|parem|pare|paren de|con|com',
      'NO WANT dejar|parar|deixar de',
      'NO ME REMOVE',
      'NO me den|des|de de baja',
      'NO WANT que? me? LEAVE|BE_STRUCK_OFF|REMOVE|REMOVE_ME|UNSUBSCRIBE',
      'FED_UP de TO_SEND|escribir|escribirles|escrever',
      'baja del|de|el|la|mi|un|una|mis|los|las|este|o|os del|el|la|mi? THING_STRUCK_OFF',
      'aun|todavia|ainda NO me SIGNED_UP',
      'lista|fila|listas de|da espera|deseos|compras|precios|regalos|invitados|desejos|precos',
      'perdon*|disculp*|desculp* .. tantos|tanta|tanto mensajes|mensagem|mensagens',
    ],
    SPANISH_AND_PORTUGUESE,
  ),
  phraseBook(
    [
      'not|never|can_not|could_not|wont stop|quit|remove|take|delete|unsubscribe',
      'not want|wish to be|get removed|unsubscribed|deleted|taken_off',
      'stop by|in|at|over|here|there|motion|light|sign|payment|off',
      'you|u|they never|do_not SEND|CONTACT|RECEIVE',
      'did i|you|it|they|we stop',
      'do|does you|it|they|we stop',
      'waiting|wait|wish|guest|shopping|price list',
      'sorry .. MESSAGES',
    ],
    ENGLISH,
  ),
]

const FILLERS: readonly string[] = [BREAK, 'ya', 'ja', 'y', 'e', 'and']

// What says it only when it is all that is said: "basta" may be the beginning of a complaint.
const ALONE = loneWords([
  ...Object.values(OPT_OUT_WORDS).flatMap((words): readonly string[] => words),
  ...['basta', 'pare', 'paren', 'parale', 'parenle', 'detente', 'detenganse', 'dejenme', 'salirme'],
  ...['no molestar', 'numero equivocado', 'bloqueado', 'bloqueada', 'bloqueados', 'denunciado'],
  ...['chega', 'parem', 'sai fora', 'nao perturbe', 'nao perturbar', 'numero errado'],
  ...[
    'enough',
    'enough already',
    'enough is enough',
    'cease',
    'discontinue',
    'wrong number',
    'you have the wrong number',
    'you got the wrong number',
  ],
  ...['block me', 'blocked', 'reported', 'report spam', 'spam'],
])

const IN_SPANISH_OR_PORTUGUESE = phraseBook(SPANISH_AND_PORTUGUESE_RULES, SPANISH_AND_PORTUGUESE)
const IN_ENGLISH = phraseBook(ENGLISH_RULES, ENGLISH)

/**
 * Whether a text sounds like an opt-out without being one: "ya no me escriban", "me tira do grupo",
 * "please stop messaging me". It grants nothing and lifts no block (design R5).
 */
export const soundsLikeOptOut = (text: string): boolean => {
  const said = chatWords(text)
  const words = OTHERWISE.reduce((kept, book) => leavingOut(book, kept), spelledAlike(said))
  return (
    areAlone(said.filter((word) => !FILLERS.includes(word)).join(' '), ALONE) ||
    words.some((_, at) => IN_SPANISH_OR_PORTUGUESE(words, at) > at || IN_ENGLISH(words, at) > at)
  )
}
