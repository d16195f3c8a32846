import * as v from 'valibot'
import { asIdentity } from '../../../contract/identity.ts'
import {
  EVIDENCE_COLUMN,
  IMPORT_COLUMNS,
  ImportRow,
  type ColumnMapping,
} from '../../../contract/imports.ts'
import { BATCH_PERSON_COLUMNS } from '../../../contract/may-send-batch.ts'
import { problem, type Problem } from '../../actions/problem.ts'
import type { SentRow } from '../../actions/read-import-row.ts'
import { cellsOf, delimiterOf } from '../batch/csv-line.ts'
import type { Line } from '../batch/lines.ts'
import { unguarded } from '../csv-cell.ts'
import { fieldOf } from '../read-body.ts'

/** Reads one line; null where it is empty. */
export type ReadRow = (line: string) => SentRow | Problem | null

/** A line of NDJSON as a row. */
export const readJsonRow: ReadRow = (line) => {
  if (line.trim() === '') return null
  try {
    return rowOf(JSON.parse(line))
  } catch {
    return problem('body-not-json')
  }
}

/** How the lines below a CSV's line of names are read. Of an unknown column nobody can tell what it would have changed. */
export const rowsUnder = (header: Line, mapping: ColumnMapping | undefined): ReadRow | Problem => {
  if (typeof header !== 'string') return header
  const delimiter = delimiterOf(header)
  const columns = mapped(cellsOf(header, delimiter) ?? [], mapping)
  if (!columns) return problem('import-header-not-valid')
  return (line) => {
    const cells = cellsOf(line, delimiter)
    if (!cells) return problem('body-not-valid')
    if (cells.every((cell) => cell === '')) return null
    if (cells.slice(columns.length).some((cell) => cell !== '')) return problem('body-not-valid')
    return rowIn(columns.map((column, nth) => [column, unguarded(cells[nth] ?? '')]))
  }
}

/** What each column is; null where it is left out. Null for all where a column is unknown, missing or there twice. */
const mapped = (
  names: readonly string[],
  mapping: ColumnMapping | undefined,
): readonly (string | null)[] | null => {
  const columns = names.map((name) => (mapping ? (mapping[name] ?? null) : columnNamed(name)))
  const used = columns.filter((column) => column !== null)
  const isWhole = mapping
    ? Object.keys(mapping).every((name) => names.includes(name))
    : !columns.includes(null)
  const isGood =
    isWhole &&
    new Set(used).size === used.length &&
    BATCH_PERSON_COLUMNS.some((column) => used.includes(column))
  return isGood ? columns : null
}

const columnNamed = (name: string): string | null => {
  if (EVIDENCE_COLUMN.test(name)) return name
  return IMPORT_COLUMNS.find((column) => column === name.toLowerCase()) ?? null
}

/** "Yes" and "no" as spreadsheets of our three languages have them. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['yes', 'yes'],
  ['sí', 'yes'],
  ['si', 'yes'],
  ['sim', 'yes'],
  ['no', 'no'],
  ['não', 'no'],
  ['nao', 'no'],
])

const EVIDENCE = 'evidence.'

const rowIn = (cells: readonly (readonly [string | null, string])[]): SentRow | Problem => {
  const said: { [column: string]: unknown } = {}
  const person: { [kind: string]: string } = {}
  const evidence: { [name: string]: string } = {}
  for (const [column, cell] of cells) {
    if (column === null || cell === '') continue
    if (column.startsWith(EVIDENCE)) evidence[column.slice(EVIDENCE.length)] = cell
    else if (BATCH_PERSON_COLUMNS.some((one) => one === column)) person[column] = cell
    else said[column] = valueOf(column, cell)
  }
  if (Object.keys(person).length !== 1) return problem('body-not-valid', { at: 'person' })
  return rowOf({ ...said, person, ...(Object.keys(evidence).length > 0 && { evidence }) })
}

const valueOf = (column: string, cell: string): string => {
  if (column === 'answer') return ANSWERS.get(cell.toLowerCase()) ?? cell
  return column === 'categories' ? cell.replace(/[,;|\s]+/gu, ' ') : cell
}

const rowOf = (sent: unknown): SentRow | Problem => {
  const read = v.safeParse(ImportRow, sent)
  if (!read.success) return problem('body-not-valid', { at: knownField(fieldOf(read.issues)) })
  return { ...read.output, person: asIdentity(read.output.person) }
}

/** The member of a row that is amiss. A name that is none of ours is not kept: nobody knows what it holds. */
const knownField = (path: string | undefined): string | undefined =>
  Object.keys(ImportRow.entries).find((name) => name === path?.split('.', 1)[0])
