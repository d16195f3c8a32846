import Database from 'better-sqlite3'
import { DummyDriver, Kysely, SqliteDialect, type SqliteStatement } from 'kysely'
import { DirectExecutor, runDirectly } from './direct-executor.ts'
import { runAtOnceOn } from './prepared.ts'
import type { Db, Schema } from './schema.ts'

const BUSY_TIMEOUT_MS = 5_000
// What a batch of writes touches stays in memory until it is committed, and goes into the file some batches later:
// most of it is the same pages again. In KiB, and in pages of 4 KiB. For reads it is enough for all pages but the leaves
// of some millions of people.
const CACHED_KIB = 16 * 1024
const LOGGED_PAGES = 4_000
const MAPPED_BYTES = 256 * 1024 * 1024
const MOST_STATEMENTS = 500

/** Opens a database file. What a caller was told is on disk survives a power cut. */
export const connectSqlite = (path: string): Database.Database => {
  const database = new Database(path, { timeout: BUSY_TIMEOUT_MS })
  try {
    database.pragma('journal_mode = WAL')
    // After WAL and in words: better-sqlite3 else runs NORMAL there, though the read-back says 2 (style, trap 12).
    database.pragma('synchronous = FULL')
    database.pragma('secure_delete = ON')
    database.pragma('foreign_keys = ON')
    // Else what a statement may have to take back is written to a file beside, page by page.
    database.pragma('temp_store = MEMORY')
    database.pragma(`cache_size = -${CACHED_KIB}`)
    database.pragma(`wal_autocheckpoint = ${LOGGED_PAGES}`)
    database.pragma(`mmap_size = ${MAPPED_BYTES}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens a database file that is there already, to look at it and nothing else. */
export const lookAtSqlite = (path: string): Database.Database => {
  const database = new Database(path, { readonly: true, timeout: BUSY_TIMEOUT_MS })
  // What is mapped would count as this process's memory: a list may look at all of the file.
  database.pragma('mmap_size = 0')
  database.pragma(`cache_size = -${CACHED_KIB}`)
  return database
}

/** The same statement for the same text: preparing one costs more than running it. */
export const cachingStatements = (database: Database.Database) => {
  const statements = new Map<string, Database.Statement>()
  return {
    prepare: (sql: string): Database.Statement => {
      const known = statements.get(sql)
      if (known) return known
      if (statements.size >= MOST_STATEMENTS) statements.clear()
      const statement = database.prepare(sql)
      statements.set(sql, statement)
      return statement
    },
  }
}

type Prepare = (sql: string) => SqliteStatement

/** Kysely on statements that are prepared elsewhere. It never closes what it runs on. */
export const kyselyOn = (prepare: Prepare): Db =>
  runAtOnceOn(
    new Kysely<Schema>({ ...UNUSED, executor: new DirectExecutor(prepare) }),
    (text, values) => runDirectly(prepare, text, values),
  )

// What Kysely has a driver for is done by the executor and by whoever opens the connection.
const DIALECT = new SqliteDialect({
  database: {
    close: () => {},
    prepare: () => {
      throw new Error('it is the executor that runs statements')
    },
  },
})
const UNUSED = { config: { dialect: DIALECT }, dialect: DIALECT, driver: new DummyDriver() }
