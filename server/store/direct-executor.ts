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
    return run<Row>(this.#prepare, query)
  }
}

const COMPILER = new SqliteQueryCompiler()
const ADAPTER = new SqliteAdapter()

/** For what asks for a connection all the same, as migrations do. */
const connectionOn = (prepare: Prepare): DatabaseConnection => ({
  executeQuery: async (query) => run(prepare, query),
  streamQuery: () => {
    throw new Error('nothing is streamed from SQLite')
  },
})

const run = <Row>(prepare: Prepare, { sql, parameters }: CompiledQuery): QueryResult<Row> => {
  const statement = prepare(sql)
  if (statement.reader) return { rows: rowsOf<Row>(statement.all(parameters)) }
  const { changes } = statement.run(parameters)
  return { rows: [], numAffectedRows: BigInt(changes) }
}
