import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rawSql } from '../store/raw-sql.ts'
import type { EngineName } from './databases.ts'

/** Everything a thief of the files or of the connection would read. */
export const lootOf = async (engine: EngineName, url: string): Promise<Buffer> => {
  if (engine === 'sqlite') {
    const folder = dirname(url)
    return Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))))
  }
  const tables = await rawSql(
    url,
    `select table_name from information_schema.tables where table_schema = 'public'`,
  )
  const rows = await Promise.all(
    tables.map((table) => rawSql(url, `select * from ${Object.values(table).join('')}`)),
  )
  const values = rows.flat().flatMap((row): unknown[] => Object.values(row))
  return Buffer.concat(
    values.map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(`${String(value)} `))),
  )
}
