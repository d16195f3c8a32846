import { existsSync } from 'node:fs'
import { Client } from 'pg'
import { RELEASES } from './migrations/migrate.ts'
import { lookAtSqlite } from './sqlite-connection.ts'

/** How a database stands beside this program. */
export type ReleaseSeen = {
  /** Releases that the next start brings it to. */
  readonly missing: readonly string[]
  /** Releases that this program has never heard of. */
  readonly unknown: readonly string[]
  /** What the database's own clock shows, in milliseconds; null where it has none. */
  readonly clock: number | null
}

const CONNECT_WITHIN_MS = 5_000

const NAMES = 'select name from kysely_migration'

/** Looks at a database and changes nothing; null where nothing has been kept in it yet. Throws where it cannot be reached. */
export const lookAtRelease = (url: string): Promise<ReleaseSeen | null> =>
  /^postgres(?:ql)?:\/\//u.test(url) ? lookAtPostgres(url) : lookAtFile(url)

const lookAtFile = async (path: string): Promise<ReleaseSeen | null> => {
  if (!existsSync(path)) return null
  const database = lookAtSqlite(path)
  try {
    const tables = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'")
    if (!tables.get()) return null
    const rows = database.prepare<[], { name: string }>(NAMES).all()
    return { ...compared(rows), clock: null }
  } finally {
    database.close()
  }
}

const lookAtPostgres = async (url: string): Promise<ReleaseSeen | null> => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: CONNECT_WITHIN_MS,
    application_name: 'quiero doctor',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const known = await client.query("select to_regclass('kysely_migration') is not null as here")
    if (!known.rows[0]?.here) return null
    const { rows } = await client.query<{ name: string }>(NAMES)
    const clock = await client.query<{ ms: string }>(
      'select floor(extract(epoch from clock_timestamp()) * 1000)::text as ms',
    )
    return { ...compared(rows), clock: Number(clock.rows[0]?.ms) }
  } finally {
    await client.end()
  }
}

const compared = (rows: readonly { readonly name: string }[]): Omit<ReleaseSeen, 'clock'> => {
  const done = rows.map(({ name }) => name)
  return {
    missing: RELEASES.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !RELEASES.includes(name)),
  }
}
