import Database from 'better-sqlite3'
import { Client } from 'pg'
import type { EngineName } from './databases.ts'

/** How many rows each table of a database holds. How often somebody came is not among what is kept. */
export const rowsOf = (engine: EngineName, url: string): Promise<Record<string, number>> =>
  engine === 'sqlite' ? sqliteRows(url) : postgresRows(url)

const sqliteRows = async (path: string): Promise<Record<string, number>> => {
  const database = new Database(path, { readonly: true })
  const tables = database
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
    )
    .all()
  const rows = tables.map(({ name }): [string, number] => [
    name,
    database.prepare<[], { n: number }>(`select count(*) as n from "${name}"`).get()?.n ?? 0,
  ])
  database.close()
  return Object.fromEntries(rows)
}

const postgresRows = async (url: string): Promise<Record<string, number>> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_limits'",
  )
  const rows: [string, number][] = []
  for (const { name } of tables) {
    const { rows: counted } = await client.query<{ n: string }>(
      `select count(*) as n from "${name}"`,
    )
    rows.push([name, Number(counted[0]?.n)])
  }
  await client.end()
  return Object.fromEntries(rows)
}
