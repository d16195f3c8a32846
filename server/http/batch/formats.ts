import * as v from 'valibot'
import { asIdentity } from '../../../contract/identity.ts'
import {
  BATCH_ANSWER_COLUMNS,
  BATCH_COLUMNS,
  BATCH_PERSON_COLUMNS,
  type BatchAnswer,
  type BatchColumn,
} from '../../../contract/may-send-batch.ts'
import { AskMaySend } from '../../../contract/may-send.ts'
import type { MaySendQuestion } from '../../actions/ask-may-send.ts'
import { problem, type Problem } from '../../actions/problem.ts'
import { unguarded } from '../csv-cell.ts'
import { fieldOf } from '../read-body.ts'
import { cellsOf, delimiterOf } from './csv-line.ts'
import type { Line } from './lines.ts'

/** How questions and answers are written, a line each. */
export type Format = {
  readonly type: string
  /** The line before all answers, if there is one. */
  readonly head: string
  /** What a line is that is not UTF-8. */
  decode(line: Buffer): Line
  /** How the lines of one list are read, by its first line where that tells. */
  reader(): { readonly takesHeader: boolean; header(line: Line): Problem | null; read: ReadLine }
  write(answer: BatchAnswer): string
}

type ReadLine = (line: string) => MaySendQuestion | Problem

/** One JSON object a line. */
export const NDJSON: Format = {
  type: 'application/x-ndjson; charset=utf-8',
  head: '',
  decode: () => problem('body-not-json'),
  reader: () => ({ takesHeader: false, header: () => null, read: readJson }),
  write: (answer) => `${JSON.stringify(answer)}\n`,
}

/** Cells under the names of columns, as spreadsheets write and read them. */
export const CSV: Format = {
  type: 'text/csv; charset=utf-8; header=present',
  head: `${BATCH_ANSWER_COLUMNS.join(',')}\r\n`,
  decode: (line) => latin1.decode(line),
  reader: () => {
    let read: ReadLine | null = null
    return {
      takesHeader: true,
      header: (line) => {
        const reading = typeof line === 'string' ? readingUnder(line) : line
        if ('problem' in reading) return reading
        read = reading
        return null
      },
      read: (line) => (read ? read(line) : problem('batch-header-not-valid')),
    }
  },
  // Nothing that was sent comes back, and no word of ours begins as a formula does: there is nothing to quote.
  write: (answer) => {
    const cells: { readonly [column: string]: string | number | boolean | null } = answer
    return `${BATCH_ANSWER_COLUMNS.map((column) => cells[column] ?? '').join(',')}\r\n`
  },
}

// What spreadsheets on Windows call Latin-1 has signs where Latin-1 has controls.
const latin1 = new TextDecoder('windows-1252')

const readJson: ReadLine = (line) => {
  // An error is dear, and a file may be all empty lines.
  if (line === '') return problem('body-not-json')
  try {
    return questionOf(JSON.parse(line))
  } catch {
    return problem('body-not-json')
  }
}

const questionOf = (asked: unknown): MaySendQuestion | Problem => {
  const read = v.safeParse(AskMaySend, asked)
  if (!read.success) return problem('body-not-valid', { at: fieldOf(read.issues) })
  return { ...read.output, person: asIdentity(read.output.person) }
}

/** How the lines below a header are read. Of an unknown column nobody can tell what it would have changed. */
const readingUnder = (header: string): ReadLine | Problem => {
  const delimiter = delimiterOf(header)
  const names = cellsOf(header, delimiter)?.map((name) => name.toLowerCase()) ?? []
  const isValid =
    names.every(isColumn) &&
    new Set(names).size === names.length &&
    BATCH_PERSON_COLUMNS.some((column) => names.includes(column)) &&
    ['sender', 'category'].every((column) => names.includes(column))
  if (!isValid) return problem('batch-header-not-valid')
  return (line) => {
    const cells = cellsOf(line, delimiter)
    if (!cells || cells.slice(names.length).some((cell) => cell !== '')) {
      return problem('body-not-valid')
    }
    return questionIn((column) => unguarded(cells[names.indexOf(column)] ?? ''))
  }
}

const isColumn = (name: string): boolean => BATCH_COLUMNS.some((column) => column === name)

const questionIn = (cellOf: (column: BatchColumn) => string): MaySendQuestion | Problem => {
  const [known, ...more] = BATCH_PERSON_COLUMNS.filter((column) => cellOf(column) !== '')
  if (known === undefined || more.length > 0) return problem('body-not-valid', { at: 'person' })
  const template = cellOf('template')
  return questionOf({
    person: { [known]: cellOf(known) },
    sender: cellOf('sender'),
    category: cellOf('category'),
    ...(template !== '' && { template }),
  })
}
