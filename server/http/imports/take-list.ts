import { setTimeout as sleep } from 'node:timers/promises'
import type { ColumnMapping } from '../../../contract/imports.ts'
import { isProblem, problem, type Problem } from '../../actions/problem.ts'
import type { SentLine } from '../../actions/read-import-row.ts'
import { BrokenOff } from '../batch/body.ts'
import { lineReader, type Line } from '../batch/lines.ts'
import { readJsonRow, rowsUnder, type ReadRow } from './rows.ts'

// So many share a transaction, unless others wait for it: rows that lie side by side are then written once.
const MOST_ROWS = 10_000
// Whoever sends slowly is not kept waiting for so many.
const PATIENCE_MS = 50

/** How the lines of an import are understood. */
export type ListReading = {
  readonly isCsv: boolean
  readonly columns: ColumnMapping | undefined
}

/** Who takes rows; what it answers ends the list. */
export type Taker = { take(lines: readonly SentLine[]): Promise<Problem | null> }

/** Hands all rows of a list on, as they come and no faster than they are taken. Ends in a BrokenOff where that ends. */
export const takeList = async (
  body: AsyncIterable<Buffer>,
  { isCsv, columns }: ListReading,
  begin: () => Promise<Taker>,
): Promise<void> => {
  const pieces = piecesOf(body, isCsv)
  try {
    const read = isCsv ? rowsBelow(await pieces.next(), columns) : readJsonRow
    const taker = await begin()
    for await (const lines of pieces) {
      const amiss = await taker.take(sentLines(lines, read))
      if (amiss) throw new BrokenOff(amiss)
    }
  } finally {
    await pieces.return(undefined)
  }
}

const rowsBelow = (
  first: IteratorResult<readonly Line[], unknown>,
  columns: ColumnMapping | undefined,
): ReadRow => {
  const [header = ''] = first.done === true ? [] : first.value
  const read = rowsUnder(header, columns)
  if (isProblem(read)) throw new BrokenOff(read)
  return read
}

const sentLines = (lines: readonly Line[], read: ReadRow): readonly SentLine[] =>
  lines.map((line) =>
    typeof line === 'string'
      ? { text: line, read: () => read(line) }
      : { text: line.problem, read: () => line },
  )

// What spreadsheets on Windows call Latin-1 has signs where Latin-1 has controls.
const latin1 = new TextDecoder('windows-1252')

/** The lines that have come, so many at a time, or as many as came in a while; the first of a CSV alone. */
const piecesOf = async function* (
  body: AsyncIterable<Buffer>,
  isCsv: boolean,
): AsyncGenerator<readonly Line[]> {
  const lines = linesOf(body, isCsv)
  const next = (): ReturnType<typeof lines.next> => {
    const coming = lines.next()
    // It may fail while what came before is still being taken; it is told of when its turn comes.
    coming.catch(() => {})
    return coming
  }
  try {
    let coming = next()
    let waiting: Line[] = []
    let isFirst = isCsv
    for (;;) {
      const come = await (waiting.length > 0 ? soon(coming) : coming)
      if (come === 'later' || come.done === true) {
        if (waiting.length > 0) yield waiting
        if (come !== 'later') return
        waiting = []
        continue
      }
      coming = next()
      waiting.push(...come.value)
      if (isFirst) yield waiting.splice(0, 1)
      isFirst = false
      while (waiting.length >= MOST_ROWS) yield waiting.splice(0, MOST_ROWS)
    }
  } finally {
    // Not awaited: it ends only when the bytes do that are waited for.
    lines.return(undefined).catch(() => {})
  }
}

const soon = async <T>(coming: Promise<T>): Promise<T | 'later'> => {
  const over = new AbortController()
  const { signal } = over
  const later = sleep(PATIENCE_MS, 'later' as const, { signal }).catch(() => 'later' as const)
  return Promise.race([coming, later]).finally(() => over.abort())
}

const linesOf = async function* (
  body: AsyncIterable<Buffer>,
  isCsv: boolean,
): AsyncGenerator<readonly Line[]> {
  const reader = lineReader((line) => (isCsv ? latin1.decode(line) : problem('body-not-json')))
  for await (const bytes of body) {
    const lines = reader.push(bytes)
    if (lines.length > 0) yield lines
  }
  const last = reader.end()
  if (last.length > 0) yield last
}
