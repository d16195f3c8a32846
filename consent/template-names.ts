import { normalise } from './normalise.ts'

const LETTER = String.raw`[\p{L}\p{N}]`

/** The name as a word of its own: "Sol" is not in "solo". */
const asWord = (name: string): RegExp => {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
  return new RegExp(`(?<!${LETTER})${escaped}(?!${LETTER})`, 'giu')
}

/** A text without the names of the business, which says nothing of what the text is about. */
export const withoutNames = (text: string, names: readonly string[]): string =>
  names.reduce(
    (rest, name) => (name.trim() === '' ? rest : rest.replace(asWord(name.trim()), ' ')),
    text,
  )

/** Whether a text names the business, whatever the case, the accents and the dress of it. */
export const namesBusiness = (text: string, names: readonly string[]): boolean => {
  const said = ` ${normalise(text.replace(/['’]s\b/gu, ' '))} `
  return names.map(normalise).some((name) => name !== '' && said.includes(` ${name} `))
}
