import { sql } from 'kysely'
import type { CompanyMemory, Memory } from '../ports.ts'
import { addApiKey, apiKeyNamed, keyUses } from './api-keys.ts'
import { companyIds } from './companies.ts'
import { companiesWithGrownLogs } from './checkpoints.ts'
import { companyCache } from './company-cache.ts'
import { companyMemory } from './company-memory.ts'
import { companySeal } from './company-seal.ts'
import type { Engine } from './engine.ts'
import type { Heed } from './heed.ts'
import { holdsOf } from './holds.ts'
import type { Keyring } from './keyring.ts'
import { ownerOfLink } from './links.ts'
import { companiesWithReplies } from './outbox.ts'
import { companiesWithPassings } from './passings.ts'
import { queueLengths } from './queue-lengths.ts'
import { recentlyRead } from './recently-read.ts'

// Enough for the companies that are busy at once; the keys of the others are derived again.
const MOST_COMPANIES = 1_000

/** Everything that is kept, on either engine. */
export const memoryOn = (
  engine: Engine,
  keyring: Keyring,
  lasting: Buffer,
  now: () => number,
  heed: Heed,
): Memory => {
  const cache = companyCache(engine.reads)
  const keys = recentlyRead((hash) => apiKeyNamed(engine.reads, hash))
  const holds = recentlyRead((company) => holdsOf(engine.reads, company, 'in-force'))
  const companies = new Map<string, CompanyMemory>()
  const uses = keyUses((work) => engine.write(work))
  return {
    company: (id) => cache.company(id),
    companyOfForm: async (form) => {
      const owner = await cache.ownerOfForm(form)
      return owner === null ? null : cache.company(owner)
    },
    companyOfLink: async (hash) => {
      const owner = await ownerOfLink(engine.reads, hash)
      return owner === null ? null : cache.company(owner)
    },
    companies: () => companyIds(engine.reads),
    companiesWithReplies: (by) => companiesWithReplies(engine.reads, by),
    queueLengths: () => queueLengths(engine.reads),
    check: async () => void (await sql`select 1`.execute(engine.reads)),
    scrub: () => engine.scrub(),
    companiesWithGrownLogs: (at) => companiesWithGrownLogs(engine.reads, at),
    companiesWithPassings: (by) => companiesWithPassings(engine.reads, by),
    apiKey: (hash) => keys.read(hash),
    addApiKey: async (key) => {
      await engine.write((db) => addApiKey(db, key))
      keys.forget(key.hash)
    },
    noteKeyUse: (hash, at) => uses.note(hash, at),
    of: (company) => {
      const known = companies.get(company)
      if (known) return known
      if (companies.size >= MOST_COMPANIES) companies.clear()
      const seal = companySeal(keyring, company, lasting)
      const memory = companyMemory({ engine, company, seal, cache, keys, holds, now, heed })
      companies.set(company, memory)
      return memory
    },
    close: async () => {
      await uses.settle()
      await engine.close()
    },
  }
}
