import { setImmediate as nextTurn } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { numbered, prepareEach, slot } from './prepared.ts'
import type { Db, Schema } from './schema.ts'

// Each length is a statement of its own; beyond some fifty rows a longer one gains nothing. Between two of them whatever
// else waits has its turn.
const MOST_AT_ONCE = 50

type Columns<Row> = readonly (keyof Row & string)[]

type ByName = { readonly [name: string]: unknown }

/** The slots of so many rows of one company, in brackets each. */
const slotsOf = (columns: readonly string[], count: number): RawBuilder<unknown> =>
  sql.join(
    Array.from({ length: count }, (_, nth) => {
      const values = columns.map((column) => slot(`${column}_${nth}`))
      return sql`(${sql.join([slot('company'), ...values])})`
    }),
  )

const valuesOf = <Row>(company: string, columns: Columns<Row>, rows: readonly Row[]): ByName => {
  const values: { [name: string]: unknown } = { company }
  for (const [nth, row] of rows.entries()) {
    for (const column of columns) values[`${column}_${nth}`] = row[column]
  }
  return values
}

/** Inserts rows of one company, many in one statement. */
export const insertMany = <Row>(table: keyof Schema, columns: Columns<Row>, conflict = sql``) => {
  const names = sql.join(['company', ...columns].map((column) => sql.ref(column)))
  const inserting = prepareEach(
    (count) =>
      sql`insert into ${sql.table(table)} (${names}) values ${slotsOf(columns, count)} ${conflict}`,
  )
  return async (db: Db, company: string, rows: Iterable<Row>): Promise<void> => {
    for (const some of pieces(rows)) {
      await inserting(some.length)(db, valuesOf(company, columns, some))
      await nextTurn()
    }
  }
}

const pieces = function* <T>(all: Iterable<T>): Generator<readonly T[]> {
  let some: T[] = []
  for (const one of all) {
    some.push(one)
    if (some.length < MOST_AT_ONCE) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** Looks many things up, in statements whose list has a slot for each: `sealed0`, `sealed1` … */
export const selectMany =
  <Row>(
    name: string,
    asking: (count: number) => (db: Db, values: ByName) => Promise<{ readonly rows: Row[] }>,
  ) =>
  async (db: Db, fixed: ByName, asked: readonly unknown[]): Promise<readonly Row[]> => {
    const found: Row[] = []
    for (const some of pieces(asked)) {
      const { rows } = await asking(some.length)(db, { ...fixed, ...numbered(name, some) })
      found.push(...rows)
      await nextTurn()
    }
    return found
  }
