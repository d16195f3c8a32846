import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import type { Service } from './service.ts'

/** A file of a database, as a thief would find it. */
export type StoredFile = { readonly path: string; readonly bytes: Buffer }

/** Every file of a service's database. PostgreSQL writes what it still holds in memory first. */
export const storedFiles = async (service: Service): Promise<readonly StoredFile[]> => {
  if (service.engine === 'sqlite') return filesIn(service.folder)
  const folder = await withClient(service, async (client) => {
    await client.query('checkpoint')
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory ?? ''
  })
  // PostgreSQL's own settings name this machine, and nobody else.
  return (await filesIn(folder)).filter(({ path }) => !path.endsWith('.conf'))
}

const filesIn = async (folder: string): Promise<readonly StoredFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((it) => join(it.parentPath, it.name))
  const files = await Promise.all(paths.map(readIfThere))
  return files.flatMap((file) => file ?? [])
}

/** A file that is removed while we look, as logs of a database are, cannot be stolen any more. */
const readIfThere = async (path: string): Promise<StoredFile | null> =>
  readFile(path).then(
    (bytes) => ({ path, bytes }),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )

/** Writes bytes into the database as they are, to see that they are found there. */
export const plant = async (service: Service, values: readonly Buffer[]): Promise<void> => {
  if (service.engine === 'sqlite') {
    const database = new Database(service.database)
    database.exec('create table planted (value blob)')
    const insert = database.prepare('insert into planted values (?)')
    database.transaction(() => {
      for (const value of values) insert.run(value)
    })()
    database.close()
    return
  }
  await withClient(service, async (client) => {
    await client.query('create table planted (value bytea)')
    await client.query('insert into planted select unnest($1::bytea[])', [values])
  })
}

const withClient = async <T>(
  service: Service,
  work: (client: Client) => Promise<T>,
): Promise<T> => {
  const client = new Client({ connectionString: service.database })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
