/** What parts the cells of a CSV: whichever of these the first line has most of. */
const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const CELLS = {
  ',': /[ ]*(?:"([^"]*(?:""[^"]*)*)"[ ]*|([^",]*))(,|$)/uy,
  ';': /[ ]*(?:"([^"]*(?:""[^"]*)*)"[ ]*|([^";]*))(;|$)/uy,
  '\t': /[ ]*(?:"([^"]*(?:""[^"]*)*)"[ ]*|([^"\t]*))(\t|$)/uy,
} as const

/** What parts the cells, by the line that names the columns. */
export const delimiterOf = (header: string): Delimiter => {
  const counted = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counted.indexOf(Math.max(...counted))] ?? ','
}

/**
 * The cells of one line (RFC 4180), or null where its quotes are not as they should be. A line is a line, also
 * inside quotes: so one that is amiss spoils none of those after it.
 */
export const cellsOf = (line: string, delimiter: Delimiter): readonly string[] | null => {
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim())
  const cell = CELLS[delimiter]
  const cells: string[] = []
  cell.lastIndex = 0
  for (;;) {
    const found = cell.exec(line)
    if (!found) return null
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim())
    if (found[3] === '') return cells
  }
}
