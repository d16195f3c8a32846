import type { ExportFormat } from '../../../contract/exports.ts'
import { csvCell } from '../csv-cell.ts'

/** Lines with the same fields, page by page. */
export type Table = {
  readonly columns: readonly string[]
  readonly pages: AsyncIterable<Iterable<Row>>
}

/** A line by the names of its fields. */
export type Row = { readonly [column: string]: unknown }

/** How a table is called in an answer. */
export const TYPES = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const satisfies Record<ExportFormat, string>

// About what a socket takes at once, and a millisecond's work.
const PIECE = 64 * 1024

/** A table as text, in pieces as large as a socket takes, however long its pages are. */
export const written = async function* (
  { columns, pages }: Table,
  format: ExportFormat,
): AsyncGenerator<string> {
  const lineOf = format === 'csv' ? csvLine(columns) : ndjsonLine
  let text = format === 'csv' ? `${columns.join(',')}\r\n` : ''
  for await (const page of pages) {
    for (const row of page) {
      text += lineOf(row)
      if (text.length < PIECE) continue
      yield text
      text = ''
      // Whatever else waits has its turn.
      await new Promise(setImmediate)
    }
  }
  if (text !== '') yield text
}

const ndjsonLine = (row: Row): string => `${JSON.stringify(row)}\n`

const csvLine =
  (columns: readonly string[]) =>
  (row: Row): string =>
    `${columns.map((column) => csvCell(row[column])).join(',')}\r\n`
