import Database from 'better-sqlite3'
import { whenFree } from '../when-free.ts'

/** What a cell can hold on either engine. */
export type Value = string | number | Buffer | null

/** A row by the names of its columns. */
export type Row = { readonly [column: string]: Value }

/** A table as both engines have it. The key is in its order. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
  readonly rows: number
}

/** A SQLite file whose rows are read. */
export type Source = {
  readonly tables: readonly Table[]
  /** The releases that it was brought to. */
  readonly releases: readonly string[]
  /** All rows of a table in the order of its key. */
  rowsOf(table: Table): IterableIterator<Row>
  close(): void
}

/** Opens a SQLite file that must be there. `held`: until it is closed nobody writes to it. */
export const openSource = async (path: string, isHeld: boolean): Promise<Source> => {
  const database = new Database(path, { fileMustExist: true, readonly: !isHeld })
  try {
    await whenFree(() => database.exec(isHeld ? 'begin immediate' : 'begin'))
    const named = database
      .prepare<[], string>(
        `select name from sqlite_master where type = 'table'
         and name not like 'sqlite%' and name not like 'kysely%' order by name`,
      )
      .pluck()
    return {
      tables: named.all().map((name) => tableIn(database, name)),
      releases: database
        .prepare<[], string>('select name from kysely_migration order by name')
        .pluck()
        .all(),
      rowsOf: ({ name, columns, key }) =>
        database
          .prepare<[], Row>(
            `select ${listed(columns)} from ${quoted(name)} order by ${listed(key)}`,
          )
          .iterate(),
      close: () => {
        database.close()
      },
    }
  } catch (error) {
    database.close()
    throw error
  }
}

type ColumnRow = { readonly name: string; readonly pk: number }

const tableIn = (database: Database.Database, name: string): Table => {
  const columns = database
    .prepare<[string], ColumnRow>('select name, pk from pragma_table_info(?) order by cid')
    .all(name)
  const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
  const counted = database.prepare<[], number>(`select count(*) from ${quoted(name)}`).pluck()
  return {
    name,
    columns: columns.map((column) => column.name),
    key: key.map((column) => column.name),
    rows: counted.get() ?? 0,
  }
}

const quoted = (name: string): string => `"${name}"`

const listed = (names: readonly string[]): string => names.map(quoted).join(', ')
