import { sql } from 'kysely'
import type { ApiKey } from '../ports.ts'
import { prepare, slot } from './prepared.ts'
import { apiKeyOf } from './rows.ts'
import type { ApiKeyTable, Db } from './schema.ts'

// Asked with every request of a client backend.
const named = prepare<{ hash: string }, ApiKeyTable>(
  sql<ApiKeyTable>`select * from api_keys where hash = ${slot('hash')}`,
)

const HOUR = 60 * 60 * 1000
const MOST_LISTED = 1_000

/** A key by its hash, or null. */
export const apiKeyNamed = async (db: Db, hash: string): Promise<ApiKey | null> => {
  const { rows } = await named(db, { hash })
  return rows[0] ? apiKeyOf(rows[0]) : null
}

/** A company's keys, the newest first, those that have ended too. */
export const apiKeysOf = async (db: Db, company: string): Promise<readonly ApiKey[]> => {
  const rows = await db
    .selectFrom('api_keys')
    .selectAll()
    .where('company', '=', company)
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(apiKeyOf)
}

/** The one of a company's keys whose hash begins so, or null. */
export const apiKeyWith = async (
  db: Db,
  company: string,
  hashStart: string,
): Promise<ApiKey | null> => {
  const row = await db
    .selectFrom('api_keys')
    .selectAll()
    .where('company', '=', company)
    .where('hash', '>=', hashStart)
    // Hashes are hexadecimal: the letter after the last of theirs ends the range.
    .where('hash', '<', `${hashStart}g`)
    .executeTakeFirst()
  return row ? apiKeyOf(row) : null
}

/** Keeps a key. The same key again changes its name and scopes, never whose it is. */
export const addApiKey = async (db: Db, key: ApiKey): Promise<void> => {
  const { hash, company, name, prefix } = key
  const scopes = JSON.stringify(key.scopes)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('api_keys')
    .values({
      hash,
      company,
      name,
      scopes,
      prefix,
      created_at: key.createdAt,
      ends_at: key.endsAt,
      last_used_at: key.lastUsedAt,
    })
    .onConflict((it) =>
      it.column('hash').doUpdateSet({ name, scopes }).where('api_keys.company', '=', company),
    )
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new Error('this API key is another company’s')
}

/** Lets one of a company's keys end; false if there is none that would go on longer. */
export const endApiKey = async (
  db: Db,
  company: string,
  hash: string,
  at: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('api_keys')
    .set({ ends_at: at })
    .where('company', '=', company)
    .where('hash', '=', hash)
    .where((it) => it.or([it('ends_at', 'is', null), it('ends_at', '>', at)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes that keys are used, each once an hour, beside the requests that they came with. */
export const keyUses = (write: (work: (db: Db) => Promise<unknown>) => Promise<unknown>) => {
  const noted = new Map<string, number>()
  const pending = new Set<Promise<unknown>>()

  const note = async (hash: string, at: number): Promise<void> => {
    // Until the first note is on disk every request still reads the old one.
    if (at - (noted.get(hash) ?? 0) < HOUR) return
    noted.set(hash, at)
    const writing = write((db) => setLastUse(db, hash, at))
    pending.add(writing)
    try {
      await writing
    } catch (error) {
      noted.delete(hash)
      throw error
    } finally {
      pending.delete(writing)
    }
  }

  return {
    note,
    /** Waits for the notes that are being written. */
    settle: async (): Promise<void> => {
      await Promise.allSettled(pending)
    },
  }
}

const setLastUse = async (db: Db, hash: string, at: number): Promise<void> => {
  await db
    .updateTable('api_keys')
    .set({ last_used_at: at })
    .where('hash', '=', hash)
    // Another process may have noted it already.
    .where((it) => it.or([it('last_used_at', 'is', null), it('last_used_at', '<=', at - HOUR)]))
    .execute()
}
