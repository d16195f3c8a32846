import Database from 'better-sqlite3'

/** How a replay went. */
export type Replayed = {
  readonly transactions: number
  readonly rows: number
  readonly seconds: number
  readonly cpuSeconds: number
}

/**
 * Writes all rows of one SQLite file into a new one with the same tables, table by table in the order of their keys,
 * with prepared statements and nothing else: what the same rows cost at least. They are parted into so many
 * transactions of equal length, each of which is on disk before the next; `most` breaks off after as many.
 */
export const replay = (from: string, to: string, parts: number, most = parts): Replayed => {
  const tables = tablesIn(from)
  const database = new Database(to)
  // As the product's own connection (server/store/sqlite-connection.ts).
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('secure_delete = ON')
  for (const sql of statementsIn(from)) database.exec(sql)
  const inserts = tables.map(({ name, rows }) => {
    const slots = Array.from({ length: rows[0]?.length ?? 0 }, () => '?').join(', ')
    return { rows, statement: database.prepare(`insert into "${name}" values (${slots})`) }
  })
  let count = 0
  const writePart = database.transaction((part: number) => {
    for (const { rows, statement } of inserts) {
      const some = partOf(rows, part, parts)
      for (const row of some) statement.run(row)
      count += some.length
    }
  })
  const begunAt = performance.now()
  const cpuBefore = process.cpuUsage()
  for (let part = 0; part < most; part += 1) writePart.immediate(part)
  const seconds = (performance.now() - begunAt) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  database.close()
  return { transactions: most, rows: count, seconds, cpuSeconds: (user + system) / 1_000_000 }
}

type Rows = readonly (readonly unknown[])[]

const partOf = (rows: Rows, part: number, parts: number): Rows =>
  rows.slice(
    Math.floor((rows.length * part) / parts),
    Math.floor((rows.length * (part + 1)) / parts),
  )

const OWN = "sql is not null and name not like 'sqlite_%'"

const statementsIn = (file: string): readonly string[] =>
  reading(file, (database) =>
    database.prepare<[], string>(`select sql from sqlite_schema where ${OWN}`).pluck().all(),
  )

const tablesIn = (file: string): readonly { readonly name: string; readonly rows: Rows }[] =>
  reading(file, (database) =>
    database
      .prepare<[], string>(`select name from sqlite_schema where type = 'table' and ${OWN}`)
      .pluck()
      .all()
      .map((name) => ({
        name,
        rows: database.prepare<[], readonly unknown[]>(`select * from "${name}"`).raw().all(),
      }))
      .filter(({ rows }) => rows.length > 0),
  )

const reading = <T>(file: string, read: (database: Database.Database) => T): T => {
  const database = new Database(file, { readonly: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}
