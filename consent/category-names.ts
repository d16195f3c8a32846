import { type Category, LANGUAGES } from './company.ts'
import { wordsOf } from './normalise.ts'

// "ofertas, pedidos y novedades", "offers and orders"; a comma and an & are gone by then.
const JOINERS: readonly string[] = ['y', 'e', 'and']

type Name = readonly string[]

const namesOf = (category: Category): readonly Name[] =>
  [category.id, ...LANGUAGES.map((language) => category.title[language] ?? '')]
    .map(wordsOf)
    .filter((name) => name.length > 0)

const isAt = (words: readonly string[], at: number, name: Name): boolean =>
  name.every((word, offset) => words[at + offset] === word)

const longest = (names: readonly Name[]): Name | null =>
  names.reduce<Name | null>(
    (best, name) => (best === null || name.length > best.length ? name : best),
    null,
  )

// Which names follow one another from the first word to the last. Asked from the end, so that "offers
// and news" is found whether that is one title or two; where it can be both, it is one.
const readingOf = (words: readonly string[], names: readonly Name[]): readonly Name[] | null => {
  const from: (readonly Name[] | null)[] = []
  from[words.length] = []
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const fitting = names.filter((name) => isAt(words, at, name) && from[at + name.length])
    const name = longest(fitting)
    const rest = name === null ? null : (from[at + name.length] ?? null)
    const joined = JOINERS.includes(words[at] ?? '') ? (from[at + 1] ?? null) : null
    from[at] = name !== null && rest !== null ? [name, ...rest] : joined
  }
  return from[0] ?? null
}

// Nobody names this many categories; a longer text is not taken apart.
const MOST_WORDS = 100

/**
 * The categories that these normalised words name, by id or by title in any language, in the document's
 * order. Null unless every word is understood and a category is named (design R6). A name that two
 * categories bear means both.
 */
export const categoriesNamed = (
  words: readonly string[],
  categories: readonly Category[],
): readonly string[] | null => {
  const bare = words.map((word) => word.replace('#', '')).filter((word) => word !== '')
  if (bare.length > MOST_WORDS) return null
  const said = (readingOf(bare, categories.flatMap(namesOf)) ?? []).map((name) => name.join(' '))
  const named = categories.filter((category) =>
    namesOf(category).some((name) => said.includes(name.join(' '))),
  )
  return named.length === 0 ? null : named.map(({ id }) => id)
}
