import type { LogMark } from '../ports.ts'
import type { Db } from './schema.ts'

/** Takes a log's mark until then; null while it is taken or left alone. The caller holds the lock of it. */
export const takeLog = async (
  db: Db,
  company: string,
  place: string,
  now: number,
  until: number,
): Promise<LogMark | null> => {
  const row = await db
    .selectFrom('log_marks')
    .select(['heard_up_to', 'failures', 'not_before'])
    .where('company', '=', company)
    .where('place', '=', place)
    .executeTakeFirst()
  if (row && row.not_before > now) return null
  const mark = {
    heardUpTo: row?.heard_up_to ?? null,
    failures: row?.failures ?? 0,
    notBefore: until,
  }
  await markLog(db, company, place, mark)
  return mark
}

/** Keeps a log's mark. */
export const markLog = async (
  db: Db,
  company: string,
  place: string,
  { heardUpTo, failures, notBefore }: LogMark,
): Promise<void> => {
  const values = { heard_up_to: heardUpTo, failures, not_before: notBefore }
  await db
    .insertInto('log_marks')
    .values({ company, place, ...values })
    .onConflict((it) => it.columns(['company', 'place']).doUpdateSet(values))
    .execute()
}
