import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { REFUSED_COLUMNS, type RefusedRowShown } from '../../../contract/imports.ts'
import type { CompanyMemory } from '../../ports.ts'
import { csvCell } from '../csv-cell.ts'
import type { HttpDeps } from '../deps.ts'
import { shownRefusal } from './shown.ts'

const AT_ONCE = 1_000

/** Every refused row of an import, a line each, as fast as it is read: NDJSON, or CSV for whoever asks for that. */
export const refusedReport = (
  c: Context,
  deps: HttpDeps,
  memory: CompanyMemory,
  id: string,
): Response => {
  const isCsv = /\btext\/csv\b/iu.test(c.req.header('accept') ?? '')
  const lineOf = isCsv ? csvLine : jsonLine
  c.header(
    'Content-Type',
    isCsv ? 'text/csv; charset=utf-8; header=present' : 'application/x-ndjson; charset=utf-8',
  )
  c.header('Cache-Control', 'no-store')
  return stream(
    c,
    async (reader) => {
      if (isCsv) await reader.write(`${REFUSED_COLUMNS.join(',')}\r\n`)
      for (let after = 0; !reader.aborted;) {
        const rows = await memory.refusedRows(id, after, AT_ONCE)
        await reader.write(rows.map((row) => lineOf(shownRefusal(row))).join(''))
        after = rows.at(-1)?.row ?? after
        if (rows.length < AT_ONCE) return
      }
    },
    async (error) => deps.report('telling refused rows', error),
  )
}

const jsonLine = (row: RefusedRowShown): string => `${JSON.stringify(row)}\n`

const csvLine = (row: RefusedRowShown): string =>
  `${REFUSED_COLUMNS.map((column) => csvCell(row[column])).join(',')}\r\n`
