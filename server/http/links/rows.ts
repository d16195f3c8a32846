import * as v from 'valibot'
import { asIdentity } from '../../../contract/identity.ts'
import {
  LINK_ANSWER_COLUMNS,
  LINK_COLUMNS,
  LINK_PERSON_COLUMNS,
  type LinkAnswer,
  type LinkColumn,
  type LinkDefaults,
  MakeLink,
  USUAL_DAYS,
} from '../../../contract/links.ts'
import type { AskedLink } from '../../actions/make-link.ts'
import { problem, type Problem } from '../../actions/problem.ts'
import { cellsOf, delimiterOf } from '../batch/csv-line.ts'
import type { Line } from '../batch/lines.ts'
import { csvCell, unguarded } from '../csv-cell.ts'
import { fieldOf } from '../read-body.ts'

/** What holds for each line that says nothing else. */
export type Defaults = v.InferOutput<typeof LinkDefaults>

type ReadLine = (line: string) => AskedLink | Problem

/** How the lines of a list are read and answered. */
export type Rows = {
  readonly type: string
  /** The line before all answers, if there is one. */
  readonly head: string
  /** What a line is that is not UTF-8. */
  decode(line: Buffer): Line
  /** Reads the line with the columns' names, where the first is that; else null. */
  readonly header: ((line: Line) => ReadLine | Problem) | null
  readonly read: ReadLine
  write(answer: LinkAnswer): string
}

/** A link as it is asked for, once it is read. */
export const askedLink = ({ person, validForDays, ...asked }: MakeLink): AskedLink => ({
  ...asked,
  person: asIdentity(person),
  validForDays: validForDays ?? USUAL_DAYS,
})

/** One JSON object a line. */
export const ndjsonRows = (defaults: Defaults): Rows => ({
  type: 'application/x-ndjson; charset=utf-8',
  head: '',
  decode: () => problem('body-not-json'),
  header: null,
  read: (line) => {
    try {
      const asked: unknown = JSON.parse(line)
      return typeof asked === 'object' ? askedIn({ ...defaults, ...asked }) : askedIn(asked)
    } catch {
      return problem('body-not-json')
    }
  },
  write: (answer) => `${JSON.stringify(answer)}\n`,
})

/** Cells under the names of columns, as spreadsheets write and read them. */
export const csvRows = (defaults: Defaults): Rows => ({
  type: 'text/csv; charset=utf-8; header=present',
  head: `${LINK_ANSWER_COLUMNS.join(',')}\r\n`,
  decode: (line) => latin1.decode(line),
  header: (line) => (typeof line === 'string' ? readingUnder(line, defaults) : line),
  read: () => problem('link-header-not-valid'),
  write: (answer) => {
    const cells: { readonly [column: string]: unknown } = answer
    return `${LINK_ANSWER_COLUMNS.map((column) => csvCell(cells[column])).join(',')}\r\n`
  },
})

// What spreadsheets on Windows call Latin-1 has signs where Latin-1 has controls.
const latin1 = new TextDecoder('windows-1252')

const askedIn = (asked: unknown): AskedLink | Problem => {
  const read = v.safeParse(MakeLink, asked)
  return read.success
    ? askedLink(read.output)
    : problem('body-not-valid', { at: fieldOf(read.issues) })
}

/** How the lines below a header are read. Of an unknown column nobody can tell what it would have changed. */
const readingUnder = (header: string, defaults: Defaults): ReadLine | Problem => {
  const delimiter = delimiterOf(header)
  const names = cellsOf(header, delimiter) ?? []
  const isValid =
    names.every((name) => LINK_COLUMNS.some((column) => column === name)) &&
    new Set(names).size === names.length &&
    LINK_PERSON_COLUMNS.some((column) => names.includes(column))
  if (!isValid) return problem('link-header-not-valid')
  return (line) => {
    const cells = cellsOf(line, delimiter)
    if (!cells || cells.slice(names.length).some((cell) => cell !== '')) {
      return problem('body-not-valid')
    }
    return askedInCells((column) => unguarded(cells[names.indexOf(column)] ?? ''), defaults)
  }
}

const askedInCells = (
  cellOf: (column: LinkColumn) => string,
  defaults: Defaults,
): AskedLink | Problem => {
  const filled = LINK_PERSON_COLUMNS.filter((column) => cellOf(column) !== '')
  const [known, ...more] = filled.length > 1 ? filled.filter((one) => one !== 'external') : filled
  if (known === undefined || more.length > 0) return problem('body-not-valid', { at: 'person' })
  const days = cellOf('validForDays')
  const texts = (['form', 'channel', 'campaign', 'language'] as const).flatMap((column) =>
    cellOf(column) === '' ? [] : [[column, cellOf(column)]],
  )
  return askedIn({
    ...defaults,
    ...Object.fromEntries(texts),
    person: { [known]: cellOf(known) },
    ...(filled.length > 1 && { external: cellOf('external') }),
    ...(days !== '' && { validForDays: Number(days) }),
  })
}
