import type { ApiKey } from '../ports.ts'
import { apiKeyOf } from './rows.ts'
import type { Db } from './schema.ts'

/** A key by its hash, or null. */
export const apiKeyNamed = async (db: Db, hash: string): Promise<ApiKey | null> => {
  const row = await db
    .selectFrom('api_keys')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ? apiKeyOf(row) : null
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
