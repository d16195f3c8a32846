import type { Notice } from '../../consent/notice.ts'
import { noticeOf } from './rows.ts'
import type { Db } from './schema.ts'
import { isStorable } from './storable.ts'

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

/** Keeps a notice. It never changes, so one that is there already is the same. */
export const keepNotice = async (
  db: Db,
  company: string,
  hash: string,
  notice: Notice,
  at: number,
): Promise<void> => {
  await db
    .insertInto('notices')
    .values({ company, hash, document: JSON.stringify(notice), at })
    .onConflict((it) => it.columns(['company', 'hash']).doNothing())
    .execute()
}
