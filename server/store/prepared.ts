import type { CompiledQuery, QueryResult, RawBuilder } from 'kysely'
import type { Db } from './schema.ts'

/** A statement that is compiled once an engine and run with other values each time. */
export type Prepared<Values, Row> = (db: Db, values: Values) => Promise<QueryResult<Row>>

type ByName = { readonly [name: string]: unknown }

class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** The place in a prepared statement where the value of that name goes. */
export const slot = (name: string): unknown => new Slot(name)

/** Runs a statement at once, as an engine in this process can. */
export type RunAtOnce = <Row>(text: string, values: readonly unknown[]) => QueryResult<Row>

const runsAtOnce = new WeakMap<Db, RunAtOnce>()

/** Lets prepared statements pass Kysely by on their way to a database: its own way there takes longer than they do. */
export const runAtOnceOn = (db: Db, run: RunAtOnce): Db => {
  runsAtOnce.set(db, run)
  return db
}

/** Prepares a statement. Building and compiling one costs five times what running it does (style, measured advice). */
export const prepare = <Values extends ByName, Row>(
  text: RawBuilder<Row>,
): Prepared<Values, Row> => {
  const compiled = new Map<unknown, CompiledQuery<Row>>()
  return async (db, values) => {
    const engine = db.getExecutor().adapter.constructor
    const query = compiled.get(engine) ?? text.compile(db)
    compiled.set(engine, query)
    const parameters = query.parameters.map((value) =>
      value instanceof Slot ? values[value.name] : value,
    )
    const run = runsAtOnce.get(db)
    return run ? run(query.sql, parameters) : db.executeQuery({ ...query, parameters })
  }
}

/** As many slots as a list has values: `name0`, `name1` … */
export const slots = (name: string, count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, index) => slot(`${name}${index}`))

/** The values of such slots. */
export const numbered = (name: string, values: readonly unknown[]): ByName =>
  Object.fromEntries(values.map((value, index) => [`${name}${index}`, value]))

/** Prepares a statement for each length of its list, when it is first needed. */
export const prepareEach = <Row>(
  textFor: (count: number) => RawBuilder<Row>,
): ((count: number) => Prepared<ByName, Row>) => {
  const statements = new Map<number, Prepared<ByName, Row>>()
  return (count) => {
    const statement = statements.get(count) ?? prepare<ByName, Row>(textFor(count))
    statements.set(count, statement)
    return statement
  }
}
