import { sql } from 'kysely'
import type { ApiKey } from '../ports.ts'
import { prepare, slot } from './prepared.ts'
import { apiKeyOf } from './rows.ts'
import type { ApiKeyTable, Db } from './schema.ts'

// Asked with every request of a client backend.
const named = prepare<{ hash: string }, ApiKeyTable>(
  sql<ApiKeyTable>`select * from api_keys where hash = ${slot('hash')}`,
)

/** A key by its hash, or null. */
export const apiKeyNamed = async (db: Db, hash: string): Promise<ApiKey | null> => {
  const { rows } = await named(db, { hash })
  return rows[0] ? apiKeyOf(rows[0]) : null
}

/** Keeps a key. The same key again changes its name and scopes, never whose it is. */
export const addApiKey = async (db: Db, key: ApiKey): Promise<void> => {
  const { hash, company, name } = key
  const scopes = JSON.stringify(key.scopes)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('api_keys')
    .values({ hash, company, name, scopes, created_at: key.createdAt })
    .onConflict((it) =>
      it.column('hash').doUpdateSet({ name, scopes }).where('api_keys.company', '=', company),
    )
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new Error('this API key is another company’s')
}
