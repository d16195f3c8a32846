/*
 * A spreadsheet takes a cell for a formula that begins with one of = + - @, in full width too, or with a tab or an
 * end of line before it (owasp.org/www-community/attacks/CSV_Injection): so such a cell gets an apostrophe in front,
 * and every number, which begins with +. Where a spreadsheet parts cells by semicolons or tabs whatever we say, a
 * cell begins after each of those as well. What has such a beginning after apostrophes of its own gets one more, so
 * that taking one away gives back exactly what was there.
 */
const BEGINNING = `(?<=^|[;\\t\\r\\n])`
const FORMULA = `(?=['\\s]*[=+\\-@＝＋－＠]|'*[\\t\\r\\n])`

const UNGUARDED = new RegExp(`${BEGINNING}${FORMULA}`, 'gu')
const GUARDED = new RegExp(`${BEGINNING}'${FORMULA}`, 'gu')

/** A cell that no spreadsheet takes for a formula. */
export const guarded = (cell: string): string => cell.replace(UNGUARDED, "'")

/** What a cell said before it was guarded; any other cell as it is. */
export const unguarded = (cell: string): string => cell.replace(GUARDED, '')

/** A value as a cell of a CSV whose cells are parted by commas (RFC 4180). A list's words are parted by spaces. */
export const csvCell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = guarded(textOf(value))
  return /[",;'\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.join(' ')
  // JSON may spell a semicolon otherwise, so that it parts no cells, and has no tab and no end of line.
  return JSON.stringify(value).replaceAll(';', String.raw`\u003b`)
}
