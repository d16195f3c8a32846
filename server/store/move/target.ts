import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { Row, Table, Value } from './source.ts'

// What one statement takes: few enough bytes for both sides, and rows enough that the way there and back is nothing.
const MOST_ROWS = 2_000
const MOST_SIGNS = 4_000_000
const FETCHED = 2_000

/** The tables that PostgreSQL has, but for those that no row is moved of. */
export const tablesIn = async (db: Db): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = current_schema() and tablename <> 'rate_limits'
    order by tablename collate "C"`.execute(db)
  return rows.map(({ name }) => name)
}

/** The releases that it was brought to. */
export const releasesIn = async (db: Db): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Keeps everybody else out of the tables until the transaction ends; gives those that hold something. */
export const lockTables = async (db: Db, tables: readonly Table[]): Promise<readonly string[]> => {
  const names = sql.join(tables.map(({ name }) => sql.table(name)))
  await sql`lock table ${names} in access exclusive mode`.execute(db)
  const filled: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) filled.push(name)
  }
  return filled
}

/** What PostgreSQL calls the types of a table's columns, by their names. */
export const typesOf = async (db: Db, { name }: Table): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ column: string; type: string }>`
    select column_name as column, udt_name as type from information_schema.columns
    where table_schema = current_schema() and table_name = ${name}`.execute(db)
  return new Map(rows.map(({ column, type }) => [column, type]))
}

/** Writes rows into a table, many a statement; tells how many each time. */
export const writeRows = async (
  db: Db,
  table: Table,
  types: ReadonlyMap<string, string>,
  rows: Iterable<Row>,
  onRows: (count: number) => void,
): Promise<void> => {
  const { name, columns } = table
  let cells: string[][] = columns.map(() => [])
  let count = 0
  let signs = 0
  const flush = async (): Promise<void> => {
    if (count === 0) return
    // A list a column goes as one text: the driver takes twice as long to write an array (style, measured advice).
    const lists = columns.map(
      (column, nth) =>
        sql`${`{${cells[nth]?.join(',') ?? ''}}`}::${sql.raw(types.get(column) ?? 'text')}[]`,
    )
    await sql`insert into ${sql.table(name)} (${listed(columns)})
      select * from unnest(${sql.join(lists)})`.execute(db)
    onRows(count)
    cells = columns.map(() => [])
    count = 0
    signs = 0
  }
  for (const row of rows) {
    for (const [nth, column] of columns.entries()) {
      const cell = elementOf(row[column] ?? null)
      signs += cell.length
      cells[nth]?.push(cell)
    }
    count += 1
    if (count === MOST_ROWS || signs >= MOST_SIGNS) await flush()
  }
  await flush()
}

/** A value as the element of an array that is written as text. */
const elementOf = (value: Value): string => {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return `"${value.replaceAll(/["\\]/gu, String.raw`\$&`)}"`
  return String.raw`"\\x${value.toString('hex')}"`
}

/** All rows of a table in the order of its key, some at a time. Only inside a transaction. */
export const rowsIn = async function* (db: Db, { name, columns, key }: Table): AsyncGenerator<Row> {
  await sql`declare moved no scroll cursor for
    select ${listed(columns)} from ${sql.table(name)} order by ${listed(key)}`.execute(db)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(FETCHED)} from moved`.execute(db)
    if (rows.length === 0) break
    yield* rows
  }
  await sql`close moved`.execute(db)
}

const listed = (names: readonly string[]) => sql.join(names.map((each) => sql.ref(each)))
