import { BREAK, fold } from './chat-spelling.ts'

/** Words that may stand for one another, rows of `a | b c | stem*`, under the name that rules call them by. */
export type WordGroups = { readonly [name: string]: readonly string[] }

/** Where the longest phrase that begins at this word ends, or this word itself if none does. */
export type PhraseBook = (words: readonly string[], at: number) => number

type Spelling = readonly string[]

/** One place of a rule: what may stand there. */
type Place = {
  readonly byFirstWord: ReadonlyMap<string, readonly Spelling[]>
  readonly byStem: readonly Spelling[]
  readonly clauseBegins: boolean
  readonly clauseEnds: boolean
  readonly anything: boolean
  readonly nothing: boolean
}

// A clause ends at a break, and before what only gives its reason.
const CLAUSE_ENDS: readonly string[] =
  `${BREAK} porque pero y e sino senao ni nem pues but and or since if`.split(' ').map(fold)

const spellingsOf = (choice: string, groups: WordGroups): readonly Spelling[] =>
  (groups[choice] ?? [choice.replace(/_/g, ' ')])
    .flatMap((row) => row.split(' | '))
    .map((words) => words.split(' ').map(fold))

type Rule = readonly Place[]

const isStem = (spelling: Spelling): boolean => spelling[0]?.endsWith('*') === true

const placeOf = (term: string, groups: WordGroups): Place => {
  const nothing = term.endsWith('?')
  const choices = (nothing ? term.slice(0, -1) : term).split('|')
  const spellings = choices
    .filter((choice) => /[a-z]/i.test(choice))
    .flatMap((choice) => spellingsOf(choice, groups))
  const byFirstWord = new Map<string, Spelling[]>()
  for (const spelling of spellings) {
    const [first = ''] = spelling
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), spelling])
  }
  return {
    byFirstWord,
    byStem: spellings.filter(isStem),
    clauseBegins: choices.includes('^'),
    clauseEnds: choices.includes('$'),
    anything: choices.includes('..'),
    nothing,
  }
}

const isWord = (word: string | undefined, spelled: string): boolean =>
  spelled.endsWith('*') ? word?.startsWith(spelled.slice(0, -1)) === true : word === spelled

const stands = (words: readonly string[], at: number, spelling: Spelling): boolean =>
  spelling.every((spelled, offset) => isWord(words[at + offset], spelled))

// "anything" is up to three words of one clause.
const skips = (words: readonly string[], at: number): readonly number[] => {
  const ahead = words.slice(at, at + 3)
  const within = ahead.includes(BREAK) ? ahead.indexOf(BREAK) : ahead.length
  return Array.from({ length: within + 1 }, (_, skipped) => at + skipped)
}

const NONE: readonly Spelling[] = []

// Whether a place may be passed without a word: it may be missing, or it is the end of a clause.
const needsNoWord = (place: Place, word: string): boolean =>
  place.nothing || (place.clauseEnds && CLAUSE_ENDS.includes(word))

// Where one may stand after this place, having come to it at a word. Loops, for this runs for each rule
// at each word of each message.
const after = (place: Place, words: readonly string[], at: number): readonly number[] => {
  if (place.anything) return skips(words, at)
  const word = words[at] ?? BREAK
  const ends: number[] = needsNoWord(place, word) ? [at] : []
  if (place.clauseBegins && word === BREAK) ends.push(at + 1)
  for (const spellings of [place.byFirstWord.get(word) ?? NONE, place.byStem]) {
    for (const spelling of spellings) {
      if (stands(words, at, spelling)) ends.push(at + spelling.length)
    }
  }
  return ends
}

// Rules that begin alike are walked once: most say NO or STOP first, and few go on as the message does.
type Step = { readonly place: Place; readonly next: Map<Place, Step>; ends: boolean }

const stepsOf = (rules: readonly Rule[]): readonly Step[] => {
  const first = new Map<Place, Step>()
  for (const rule of rules) {
    let steps = first
    for (const [nth, place] of rule.entries()) {
      const step = steps.get(place) ?? { place, next: new Map<Place, Step>(), ends: false }
      if (nth === rule.length - 1) step.ends = true
      steps.set(place, step)
      steps = step.next
    }
  }
  return [...first.values()]
}

const longestFrom = (
  steps: Iterable<Step>,
  words: readonly string[],
  from: readonly number[],
): number => {
  let longest = 0
  for (const step of steps) {
    let reached = from.flatMap((at) => after(step.place, words, at))
    if (reached.length === 0) continue
    if (reached.length > 1) reached = Array.from(new Set(reached))
    if (step.ends) longest = Math.max(longest, ...reached)
    if (step.next.size > 0) {
      longest = Math.max(longest, longestFrom(step.next.values(), words, reached))
    }
  }
  return longest
}

// The words that a rule can begin with; null when it can begin with any.
const beginningsOf = (rule: Rule): readonly string[] | null => {
  const beginnings: string[] = []
  for (const place of rule) {
    if (place.anything || place.byStem.length > 0) return null
    beginnings.push(...place.byFirstWord.keys())
    if (place.clauseBegins) beginnings.push(BREAK)
    if (place.clauseEnds) beginnings.push(...CLAUSE_ENDS)
    if (!place.nothing) return beginnings
  }
  return null
}

const indexOf = (rules: readonly Rule[]): ReadonlyMap<string | null, readonly Step[]> => {
  const index = new Map<string | null, Rule[]>()
  for (const rule of rules) {
    for (const beginning of new Set(beginningsOf(rule) ?? [null])) {
      const others = index.get(beginning)
      if (others === undefined) index.set(beginning, [rule])
      else others.push(rule)
    }
  }
  return new Map([...index].map(([beginning, those]) => [beginning, stepsOf(those)]))
}

/**
 * The phrases that rules describe. In a rule `a|b_c` is one of two, `a?` may be missing, `stem*` has any
 * ending, `..` is up to three words of any kind, `GROUP` is one of a group, and `^` and `$` are the
 * beginning and the end of a clause.
 */
export const phraseBook = (rules: readonly string[], groups: WordGroups): PhraseBook => {
  const places = new Map<string, Place>()
  const placeFor = (term: string): Place => {
    const place = places.get(term) ?? placeOf(term, groups)
    places.set(term, place)
    return place
  }
  const index = indexOf(rules.map((rule) => rule.split(' ').map(placeFor)))
  const beginningAnyhow = index.get(null) ?? []
  return (words, at) => {
    const from = [at]
    return Math.max(
      at,
      longestFrom(index.get(words[at] ?? BREAK) ?? [], words, from),
      longestFrom(beginningAnyhow, words, from),
    )
  }
}

/** The words with a break for each phrase of a book. */
export const leavingOut = (book: PhraseBook, words: readonly string[]): readonly string[] => {
  const kept: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const end = book(words, at)
    kept.push(end > at ? BREAK : (words[at] ?? BREAK))
    if (end > at) at = end - 1
  }
  return kept
}

/** Every stem with every ending: `inflect('mand envi', 'e en')` is `mande | manden | envie | envien`. */
export const inflect = (stems: string, endings: string): string =>
  stems
    .split(' ')
    .flatMap((stem) => endings.split(' ').map((ending) => stem + ending))
    .join(' | ')
