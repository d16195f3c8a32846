import { BREAK, chatWords, spelledAlike } from './chat-spelling.ts'
import { areAlone, loneWords } from './lone-words.ts'
import { OPT_OUT_WORDS } from './opt-out-words.ts'
import { leavingOut, phraseBook } from './phrase.ts'
import { OTHERWISE_IN_ENGLISH, OTHERWISE_IN_SPANISH_AND_PORTUGUESE } from './suspect-otherwise.ts'
import { ENGLISH_RULES } from './suspect-rules-en.ts'
import { SPANISH_AND_PORTUGUESE_RULES } from './suspect-rules-es-pt.ts'
import { ENGLISH } from './suspect-words-en.ts'
import { SPANISH_AND_PORTUGUESE } from './suspect-words-es-pt.ts'

// What says it only when it is all that is said: "basta" may be the beginning of a complaint.
const ALONE = loneWords([
  ...Object.values(OPT_OUT_WORDS).flatMap((words): readonly string[] => words),
  ...[
    'basta | pare | paren | parale | parenle | detente | detenganse | dejenme | salirme',
    'no molestar | numero equivocado | bloqueado | bloqueada | bloqueados | denunciado',
    'chega | parem | sai fora | nao perturbe | nao perturbar | numero errado',
    'enough | enough already | enough is enough | cease | discontinue | block me | blocked',
    'reported | report spam | spam | wrong number | you have the wrong number',
  ].flatMap((row) => row.split(' | ')),
])

const FILLERS: readonly string[] = [BREAK, 'ya', 'ja', 'y', 'e', 'and']

// Not read at all: "no dejen de escribirme", "the bus did not stop".
const OTHERWISE = [
  phraseBook(OTHERWISE_IN_SPANISH_AND_PORTUGUESE, SPANISH_AND_PORTUGUESE),
  phraseBook(OTHERWISE_IN_ENGLISH, ENGLISH),
]

const BOOKS = [
  phraseBook(SPANISH_AND_PORTUGUESE_RULES, SPANISH_AND_PORTUGUESE),
  phraseBook(ENGLISH_RULES, ENGLISH),
]

/**
 * Whether a text sounds like an opt-out without being one: "ya no me escriban", "me tira do grupo",
 * "please stop messaging me". It grants nothing and lifts no block (design R5).
 */
export const soundsLikeOptOut = (text: string): boolean => {
  const said = chatWords(text)
  if (areAlone(said.filter((word) => !FILLERS.includes(word)).join(' '), ALONE)) return true
  const words = OTHERWISE.reduce((kept, book) => leavingOut(book, kept), spelledAlike(said))
  return words.some((_, at) => BOOKS.some((book) => book(words, at) > at))
}
