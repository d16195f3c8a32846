import { setImmediate as nextTurn } from 'node:timers/promises'
import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import { numbered } from './prepared.ts'
import type { Db, Schema } from './schema.ts'

// Each length is a statement of its own; beyond some fifty rows a longer one gains nothing. Between two of them whatever
// else waits has its turn.
const MOST_AT_ONCE = 50

type Columns<Row> = readonly (keyof Row & string)[]

type ByName = { readonly [name: string]: unknown }

/** Inserts rows of one company, many in one statement. */
export const insertMany = <Row>(table: keyof Schema, columns: Columns<Row>, conflict = sql``) => {
  const names = sql.join(['company', ...columns].map((column) => sql.ref(column)))
  const inserting = remembered((count) => {
    const row = sql`(${sql.join(['company', ...columns])})`
    const rows = sql.join(Array.from({ length: count }, () => row))
    return sql`insert into ${sql.table(table)} (${names}) values ${rows} ${conflict}`
  })
  return async (db: Db, company: string, rows: Iterable<Row>): Promise<void> => {
    for (const some of pieces(rows)) {
      const parameters: unknown[] = []
      for (const row of some) {
        parameters.push(company)
        for (const column of columns) parameters.push(row[column])
      }
      await db.executeQuery({ ...inserting(db, some.length), parameters })
      await nextTurn()
    }
  }
}

/** Compiles a statement of each length once an engine. Its values go by their order: they are too many for names. */
const remembered = (textFor: (count: number) => RawBuilder<unknown>) => {
  const compiled = new Map<unknown, Map<number, CompiledQuery>>()
  return (db: Db, count: number): CompiledQuery => {
    const engine = db.getExecutor().adapter.constructor
    const known = compiled.get(engine) ?? new Map<number, CompiledQuery>()
    compiled.set(engine, known)
    const query = known.get(count) ?? textFor(count).compile(db)
    known.set(count, query)
    return query
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
