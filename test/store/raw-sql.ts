import Database from 'better-sqlite3'
import { Client } from 'pg'

/** Runs SQL past the store, as somebody who has stolen the database or meddles with it. */
export const rawSql = async (url: string, statement: string): Promise<readonly object[]> => {
  if (url.startsWith('postgres:')) {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<object>(statement)).rows
    } finally {
      await client.end()
    }
  }
  const database = new Database(url)
  try {
    const prepared = database.prepare<unknown[], object>(statement)
    if (prepared.reader) return prepared.all()
    prepared.run()
    return []
  } finally {
    database.close()
  }
}
