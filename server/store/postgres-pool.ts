import { Pool, type PoolClient, TypeOverrides, types } from 'pg'
import type { OnTrouble } from './engine.ts'

const MOST_NAMED = 300
const CONNECT_TIMEOUT_MS = 10_000

/** A pool whose connections give numbers for bigint and prepare what they are asked. */
export const openPool = (url: string, max: number, onTrouble: OnTrouble) => {
  const numbers = new TypeOverrides()
  // Every whole number that is stored is below 2^53.
  numbers.setTypeParser(types.builtins.INT8, Number)
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'quiero',
    types: numbers,
  })
  // The pool replaces a connection that breaks. Its own listener is not there while one is lent out, and an
  // error that nobody listens to would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      // A connection that is cut while it says goodbye is no trouble.
      if (!pool.ending) onTrouble(error)
    })
  })
  const naming = namedStatements()
  const ready = new WeakSet<PoolClient>()
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    if (!ready.has(client)) {
      await client.query(COMMIT_TO_DISK).catch((error: Error) => {
        // Whoever does not give a broken connection back has one less for ever.
        client.release(error)
        throw error
      })
      ready.add(client)
    }
    return naming(client)
  }
  return { options: pool.options, connect, end: () => pool.end() }
}

// What a caller was told is on disk. A server set to more than that (remote_apply) is left as it is.
const COMMIT_TO_DISK = `select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') in ('off', 'local')`

/**
 * Gives each text a name, so that PostgreSQL parses and plans it once a connection: twice the rate of a
 * point query (style, measured advice). Texts beyond the first few hundred go without.
 */
const namedStatements = () => {
  const names = new Map<string, string>()
  const clients = new WeakMap<PoolClient, PoolClient>()
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < MOST_NAMED) names.set(text, `quiero_${names.size}`)
    return names.get(text)
  }
  return (client: PoolClient): PoolClient => {
    const known = clients.get(client)
    if (known) return known
    const query = (text: string, values: readonly unknown[]) => {
      const name = values.length > 0 ? nameOf(text) : undefined
      return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
    }
    const named = new Proxy(client, {
      get: (_, property) => {
        if (property === 'query') return query
        const value: unknown = Reflect.get(client, property)
        return typeof value === 'function' ? value.bind(client) : value
      },
    })
    clients.set(client, named)
    return named
  }
}
