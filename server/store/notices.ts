import { sql } from 'kysely'
import type { Notice } from '../../consent/notice.ts'
import { prepare, slot } from './prepared.ts'
import { noticeOf } from './rows.ts'
import type { Db, Schema } from './schema.ts'
import { isStorable } from './storable.ts'

// Those of some dozen forms in every language; of the others each is read when it is asked for.
const MOST_REMEMBERED = 200

/** What this process knows to be on disk of a company's notices. */
export type KnownNotices = ReturnType<typeof knownNotices>

/** A company's notices. One that is on disk never changes, so it is read once, and never kept again. */
export const knownNotices = (db: Db, company: string) => {
  const known = new Map<string, Notice>()
  const add = (hash: string, notice: Notice): void => {
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(hash, notice)
  }
  return {
    has: (hash: string): boolean => known.has(hash),
    /** Remembers one that is on disk. */
    add,
    named: async (hash: string): Promise<Notice | null> => {
      const remembered = known.get(hash)
      if (remembered) return remembered
      const notice = await noticeNamed(db, company, hash)
      if (notice) add(hash, notice)
      return notice
    },
  }
}

/** A notice by the hash that names it, or null. */
export const noticeNamed = async (
  db: Db,
  company: string,
  hash: string,
): Promise<Notice | null> => {
  if (!isStorable(hash)) return null
  const row = await db
    .selectFrom('notices')
    .select('document')
    .where('company', '=', company)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ? noticeOf(row.document) : null
}

/** The hashes of all of a company's notices, the newest first. */
export const noticeHashes = async (db: Db, company: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('notices')
    .select('hash')
    .where('company', '=', company)
    .orderBy('at', 'desc')
    .execute()
  return rows.map(({ hash }) => hash)
}

const keeping = prepare<Schema['notices'], unknown>(sql`
  insert into notices (company, hash, document, at)
  values (${slot('company')}, ${slot('hash')}, ${slot('document')}, ${slot('at')})
  on conflict (company, hash) do nothing`)

/** Keeps a notice. It never changes, so one that is there already is the same. */
export const keepNotice = async (
  db: Db,
  company: string,
  hash: string,
  notice: Notice,
  at: number,
): Promise<void> => {
  await keeping(db, { company, hash, document: JSON.stringify(notice), at })
}
