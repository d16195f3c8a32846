import { randomBytes } from 'node:crypto'
import type { Engine } from './engine.ts'
import { KeyError, type Keyring } from './keyring.ts'
import { seal, unseal } from './seal.ts'
import type { Db } from './schema.ts'

const NAME = 'suppression'
const KEY_BYTES = 32

/**
 * The key of hashes that outlive a person's data: random, made once a database, never rotated (design section 6).
 * It is stored sealed by the server's key, so that opening it also tells whether that key is the right one.
 */
export const suppressionKey = async (engine: Engine, keyring: Keyring): Promise<Buffer> => {
  const key = keyring.derive('secrets')
  const place = ['secrets', NAME]
  const stored =
    (await find(engine.reads)) ??
    (await engine.write(async (db) => {
      const sealed = seal(key, place, randomBytes(KEY_BYTES))
      const row = { name: NAME, sealed, key_id: keyring.id }
      await db
        .insertInto('secrets')
        .values(row)
        .onConflict((it) => it.doNothing())
        .execute()
      // Another process may have been first.
      return find(db)
    }))
  if (!stored?.key_id.equals(keyring.id)) {
    throw new KeyError('QUIERO_KEY is not the key that this database was made with.')
  }
  return unseal(key, place, stored.sealed)
}

const find = (db: Db) =>
  db.selectFrom('secrets').select(['sealed', 'key_id']).where('name', '=', NAME).executeTakeFirst()
