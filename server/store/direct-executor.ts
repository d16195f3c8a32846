import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type QueryResult,
  SqliteAdapter,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely'
import { rowsOf } from './rows.ts'

type Prepare = (sql: string) => SqliteStatement

/**
 * Runs SQLite's statements where they are called. Kysely's own executor asks for a connection first, which takes a
 * dozen turns of the event loop for what is over in one; here there is but one connection, and nobody waits for it.
 */
export class DirectExecutor extends DefaultQueryExecutor {
  readonly #prepare: Prepare

  constructor(prepare: Prepare) {
    super(COMPILER, ADAPTER, { provideConnection: (consumer) => consumer(connectionOn(prepare)) })
    this.#prepare = prepare
  }

  override async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return runDirectly<Row>(this.#prepare, query.sql, query.parameters)
  }
}

const COMPILER = new SqliteQueryCompiler()
const ADAPTER = new SqliteAdapter()

/** For what asks for a connection all the same, as migrations do. */
const connectionOn = (prepare: Prepare): DatabaseConnection => ({
  executeQuery: async ({ sql, parameters }) => runDirectly(prepare, sql, parameters),
  streamQuery: () => {
    throw new Error('nothing is streamed from SQLite')
  },
})

/** Runs one statement, which is prepared elsewhere. */
export const runDirectly = <Row>(
  prepare: Prepare,
  text: string,
  values: readonly unknown[],
): QueryResult<Row> => {
  const statement = prepare(text)
  if (statement.reader) return { rows: rowsOf<Row>(statement.all(values)) }
  const { changes } = statement.run(values)
  return { rows: [], numAffectedRows: BigInt(changes) }
}
