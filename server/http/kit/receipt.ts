import type { Drawn } from './drawn.ts'

/** What stands below a receipt, with the link to make a QR code of. */
export const receipt = (drawn: Drawn): string => `${saidOn(drawn).join('\n')}\n${drawn.link}\n`

/** The same for a thermal printer: lines of so many columns, and no accents, which its code page may not have. */
export const thermalReceipt = (drawn: Drawn, columns: number): string => {
  const rule = '-'.repeat(columns)
  const lines = saidOn(drawn).flatMap((text) => inColumns(withoutAccents(text), columns))
  return `${[rule, ...lines.map((line) => centred(line, columns)), rule].join('\n')}\n`
}

const saidOn = ({ company, number, titles, words, texts }: Drawn): readonly string[] => [
  company,
  texts.official,
  number,
  texts.toGet(titles, words),
  texts.stop,
]

const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}¿¡]/gu, '')
    .replace(/[“”«»]/gu, '"')
    .replace(/’/gu, "'")

const inColumns = (text: string, columns: number): readonly string[] => {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/u).flatMap((each) => inParts(each, columns))) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (longer.length <= columns) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const inParts = (word: string, columns: number): readonly string[] => {
  const letters = Array.from(word)
  return Array.from({ length: Math.ceil(letters.length / columns) }, (_, at) =>
    letters.slice(at * columns, (at + 1) * columns).join(''),
  )
}

const centred = (line: string, columns: number): string =>
  `${' '.repeat(Math.floor((columns - line.length) / 2))}${line}`
