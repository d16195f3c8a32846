import type { EventId } from '../../consent/mark.ts'
import type { Submission } from '../ports.ts'
import { idBytes, submissionOf } from './rows.ts'
import type { Db } from './schema.ts'
import { isStorable } from './storable.ts'

/** A form handed in, by its id or by its code. */
export const submissionBy = async (
  db: Db,
  company: string,
  by: 'id' | 'code',
  value: string,
): Promise<Submission | null> => {
  if (!isStorable(value)) return null
  const row = await db
    .selectFrom('submissions')
    .selectAll()
    .where('company', '=', company)
    .where(by, '=', value)
    .executeTakeFirst()
  return row ? submissionOf(row) : null
}

/** Keeps a form that was handed in. False if its id or its code is taken. */
export const keepSubmission = async (
  db: Db,
  company: string,
  submission: Submission,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('submissions')
    .values({
      company,
      id: submission.id,
      code: submission.code,
      form: submission.form,
      notice: submission.notice,
      language: submission.language,
      categories: JSON.stringify(submission.categories),
      fingerprint: submission.fingerprint,
      created_at: submission.createdAt,
      expires_at: submission.expiresAt,
      confirmed_by: submission.confirmedBy && idBytes(submission.confirmedBy),
    })
    .onConflict((it) => it.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Uses a submission up. False if something had already, or if there is none. */
export const confirmSubmission = async (
  db: Db,
  company: string,
  id: string,
  by: EventId,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('submissions')
    .set({ confirmed_by: idBytes(by) })
    .where('company', '=', company)
    .where('id', '=', id)
    .where('confirmed_by', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
