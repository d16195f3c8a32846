import { BREAK, chatWords, spelledAlike } from './chat-spelling.ts'
import { areAlone, loneWords } from './lone-words.ts'
import { wordsOf } from './normalise.ts'
import { OPT_OUT_WORDS } from './opt-out-words.ts'
import { leavingOut, phraseBook, type PhraseBook } from './phrase.ts'
import { OTHERWISE_IN_ENGLISH, OTHERWISE_IN_SPANISH_AND_PORTUGUESE } from './suspect-otherwise.ts'
import { ENGLISH_ASKS, ENGLISH_MATTERS } from './suspect-hints-en.ts'
import {
  SPANISH_AND_PORTUGUESE_ASKS,
  SPANISH_AND_PORTUGUESE_MATTERS,
} from './suspect-hints-es-pt.ts'
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

// What says it only together: an end asked of something unnamed, and elsewhere in the text the messages.
const HINTS = [
  {
    asks: phraseBook(SPANISH_AND_PORTUGUESE_ASKS, SPANISH_AND_PORTUGUESE),
    matters: phraseBook(SPANISH_AND_PORTUGUESE_MATTERS, SPANISH_AND_PORTUGUESE),
  },
  {
    asks: phraseBook(ENGLISH_ASKS, ENGLISH),
    matters: phraseBook(ENGLISH_MATTERS, ENGLISH),
  },
]

// In a longer text the two need not belong together.
const LONGEST_HINT = 80

const holds = (words: readonly string[], book: PhraseBook): boolean =>
  words.some((_, at) => book(words, at) > at)

/**
 * Whether a text sounds like an opt-out without being one: "ya no me escriban", "me tira do grupo",
 * "please stop messaging me". It grants nothing and lifts no block (design R5).
 */
export const soundsLikeOptOut = (text: string): boolean => {
  const said = chatWords(text)
  const spoken = said.filter((word) => !FILLERS.includes(word)).join(' ')
  if (areAlone(wordsOf(spoken), ALONE)) return true
  const words = OTHERWISE.reduce((kept, book) => leavingOut(book, kept), spelledAlike(said))
  return (
    BOOKS.some((book) => holds(words, book)) ||
    (words.length <= LONGEST_HINT &&
      HINTS.some(({ asks, matters }) => holds(words, asks) && holds(words, matters)))
  )
}
