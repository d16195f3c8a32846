import { type Limiter, type Rates, USUAL_RATES } from '../limits.ts'
import type { Ids, LogKeys, Memory, Sealer } from '../ports.ts'
import type { Engine, OnTrouble } from './engine.ts'
import { type Heed, UNHEEDED } from './heed.ts'
import { idsOf } from './ids.ts'
import { keyringOf } from './keyring.ts'
import { limiterOn } from './limiter.ts'
import { logKeysOf } from './log-keys.ts'
import { memoryOn } from './memory.ts'
import { openPostgres } from './postgres.ts'
import { sealerOf } from './sealer.ts'
import { openSqlite } from './sqlite.ts'
import { suppressionKey } from './suppression-key.ts'

/** What a memory is opened with. */
export type Opening = {
  /** A `postgres://` address, or the path of a SQLite file, which is made if there is none. */
  readonly url: string
  /** The server's key, 32 bytes or more. */
  readonly key: Uint8Array
  readonly now: () => number
  /** Told of what goes wrong in the background, such as an idle connection that breaks. */
  readonly onTrouble?: OnTrouble
  /** Whoever is left out hears of nothing. */
  readonly heed?: Partial<Heed>
  /** How often each may come; null where nothing is limited. */
  readonly rates?: Rates | null
}

/** Opens the memory and brings its tables to this release. Throws a KeyError if the key is not the database's. */
export const openMemory = async (
  opening: Opening,
): Promise<{
  memory: Memory
  ids: Ids
  sealer: Sealer
  limiter: Limiter
  logKeys: LogKeys
}> => {
  const { key, now, rates = USUAL_RATES } = opening
  const heed = { ...UNHEEDED, ...opening.heed }
  const keyring = keyringOf(key)
  const engine = await openEngine(opening, heed)
  try {
    const lasting = await suppressionKey(engine, keyring)
    const ids = idsOf(lasting, now)
    const sealer = sealerOf(keyring)
    const limiter = limiterOn(engine.rates, sealer, rates)
    const memory = memoryOn(engine, keyring, lasting, now, heed)
    return { memory, ids, sealer, limiter, logKeys: logKeysOf(lasting) }
  } catch (error) {
    await engine.close()
    throw error
  }
}

const openEngine = ({ url, onTrouble = () => {} }: Opening, heed: Heed): Promise<Engine> =>
  /^postgres(?:ql)?:\/\//u.test(url) ? openPostgres(url, onTrouble) : openSqlite(url, heed)
