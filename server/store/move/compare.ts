import type { Row, Table, Value } from './source.ts'

/** How the rows of a table differ from those of its copy. */
export type Comparison = {
  readonly table: string
  readonly rows: number
  readonly missing: number
  readonly differing: number
  readonly extra: number
}

/** Compares a table with its copy, row by row and value by value; both come in the order of the key. */
export const compared = async (
  { name, columns, key }: Table,
  source: Iterator<Row>,
  copy: AsyncIterator<Row>,
  onRows: (count: number) => void,
): Promise<Comparison> => {
  let [rows, missing, differing, extra] = [0, 0, 0, 0]
  let theirs = await copy.next()
  for (let ours = source.next(); ours.done !== true; ours = source.next()) {
    rows += 1
    onRows(1)
    while (theirs.done !== true && orderOf(theirs.value, ours.value, key) < 0) {
      extra += 1
      theirs = await copy.next()
    }
    if (theirs.done === true || orderOf(theirs.value, ours.value, key) > 0) {
      missing += 1
      continue
    }
    if (orderOf(theirs.value, ours.value, columns) !== 0) differing += 1
    theirs = await copy.next()
  }
  for (; theirs.done !== true; theirs = await copy.next()) extra += 1
  return { table: name, rows, missing, differing, extra }
}

/** Which of two rows comes first by some columns, as both engines order them: 0 where they are the same. */
const orderOf = (a: Row, b: Row, columns: readonly string[]): number => {
  for (const column of columns) {
    const order = orderOfValues(a[column] ?? null, b[column] ?? null)
    if (order !== 0) return order
  }
  return 0
}

const orderOfValues = (a: Value, b: Value): number => {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return Buffer.compare(bytesOf(a), bytesOf(b))
}

const bytesOf = (value: string | number | Buffer): Buffer =>
  Buffer.isBuffer(value) ? value : Buffer.from(String(value))
