import { sql } from 'kysely'
import type { EventId } from '../../consent/mark.ts'
import type { Submission } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import { prepare, slot } from './prepared.ts'
import { idBytes, submissionOf } from './rows.ts'
import type { Db, SubmissionTable } from './schema.ts'
import { isStorable } from './storable.ts'

type Named = { company: string; value: string }

const FOUND = {
  id: prepare<Named, SubmissionTable>(
    sql<SubmissionTable>`
      select * from submissions where company = ${slot('company')} and id = ${slot('value')}`,
  ),
  code: prepare<Named, SubmissionTable>(
    sql<SubmissionTable>`
      select * from submissions where company = ${slot('company')} and code = ${slot('value')}`,
  ),
} as const

/** A form handed in, by its id or by its code. */
export const submissionBy = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  by: 'id' | 'code',
  value: string,
): Promise<Submission | null> => {
  if (!isStorable(value)) return null
  const { rows } = await FOUND[by](db, { company, value })
  const [row] = rows
  return row
    ? submissionOf(row, row.page && seal.unseal('submissions', row.id, row.page).toString())
    : null
}

const keeping = prepare<SubmissionTable, unknown>(sql`
  insert into submissions (
    company, id, code, form, notice, language, categories, fingerprint, created_at, expires_at,
    confirmed_by, has_event, page, key_id
  ) values (
    ${slot('company')}, ${slot('id')}, ${slot('code')}, ${slot('form')}, ${slot('notice')},
    ${slot('language')}, ${slot('categories')}, ${slot('fingerprint')}, ${slot('created_at')},
    ${slot('expires_at')}, ${slot('confirmed_by')}, ${slot('has_event')}, ${slot('page')},
    ${slot('key_id')}
  )
  on conflict do nothing`)

/** Keeps a form that was handed in. False if its id or its code is taken. */
export const keepSubmission = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  submission: Submission,
): Promise<boolean> => {
  const { id, page } = submission
  const { numAffectedRows } = await keeping(db, {
    company,
    id,
    code: submission.code,
    form: submission.form,
    notice: submission.notice,
    language: submission.language,
    categories: JSON.stringify(submission.categories),
    fingerprint: submission.fingerprint,
    created_at: submission.createdAt,
    expires_at: submission.expiresAt,
    confirmed_by: submission.confirmedBy && idBytes(submission.confirmedBy),
    has_event: submission.hasEvent ? 1 : 0,
    page: page === null ? null : seal.seal('submissions', id, Buffer.from(page)),
    key_id: page === null ? null : seal.keyId,
  })
  return numAffectedRows === 1n
}

const confirming = prepare<{ company: string; id: string; by: Buffer }, unknown>(sql`
  update submissions set confirmed_by = ${slot('by')}, page = null, key_id = null
  where company = ${slot('company')} and id = ${slot('id')} and confirmed_by is null`)

/** Uses a submission up, whose page is the event's from then on. False if something had already, or if there is none. */
export const confirmSubmission = async (
  db: Db,
  company: string,
  id: string,
  by: EventId,
): Promise<boolean> => {
  const { numAffectedRows } = await confirming(db, { company, id, by: idBytes(by) })
  return numAffectedRows === 1n
}

/** Deletes what expired by then, was confirmed by nothing and has no event of its own. Gives how many there were. */
export const forgetSubmissions = async (
  db: Db,
  company: string,
  expiredBy: number,
  limit: number,
): Promise<number> => {
  const rows = await db
    .selectFrom('submissions')
    .select('id')
    .where('company', '=', company)
    .where('expires_at', '<=', expiredBy)
    .where(isUnsaid)
    .orderBy('expires_at')
    .limit(limit)
    .execute()
  if (rows.length === 0) return 0
  await db
    .deleteFrom('submissions')
    .where('company', '=', company)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    // Once more here: a message may have confirmed one between PostgreSQL's look and its deed.
    .where(isUnsaid)
    .execute()
  return rows.length
}

// In the words of the partial index, without parameters, or neither engine would use it.
const isUnsaid = sql<boolean>`has_event = 0 and confirmed_by is null`
