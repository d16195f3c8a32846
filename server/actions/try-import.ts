import type { Deps, RefusedRow, StoredCompany } from '../ports.ts'
import type { AskedImport } from './import-list.ts'
import { isProblem } from './problem.ts'
import { readImportRows, refusedAs, type SentLine } from './read-import-row.ts'

const MOST_SHOWN = 1_000

/** What would come of an import, and the first of the rows that would be refused. */
export type TriedImport = {
  readonly rows: number
  readonly taken: number
  readonly refused: number
  readonly refusedRows: readonly RefusedRow[]
}

/** Reads an import as it would be read, and keeps nothing. */
export const tryImport = (deps: Deps, stored: StoredCompany, asked: AskedImport) => {
  const reading = { ...asked, import: asked.id, receivedAt: deps.now() }
  const refusedRows: RefusedRow[] = []
  let [rows, taken, refused] = [0, 0, 0]
  return {
    take: async (lines: readonly SentLine[]): Promise<null> => {
      for (const { row, as } of await readImportRows(deps, stored, reading, lines, rows)) {
        if (as === null) continue
        if (!isProblem(as)) {
          taken += 1
          continue
        }
        refused += 1
        if (refusedRows.length < MOST_SHOWN) refusedRows.push(refusedAs(row, as))
      }
      rows += lines.length
      return null
    },
    end: (): TriedImport => ({ rows, taken, refused, refusedRows }),
  }
}
