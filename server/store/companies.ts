import { createHash } from 'node:crypto'
import { canonicalJson } from '../../consent/canonical.ts'
import type { Company } from '../../consent/company.ts'
import type { StoredCompany } from '../ports.ts'
import { companyOf } from './rows.ts'
import type { Db } from './schema.ts'
import { isStorable } from './storable.ts'

/** A company as it stands, or null if it has no document yet. */
export const companyNamed = async (db: Db, id: string): Promise<StoredCompany | null> => {
  if (!isStorable(id)) return null
  const row = await db
    .selectFrom('companies')
    .selectAll()
    .where('id', '=', id)
    .where('version', '>', 0)
    .executeTakeFirst()
  return row ? companyOf(row) : null
}

/** Every company that has a document. */
export const companyIds = async (db: Db): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('companies')
    .select('id')
    .where('version', '>', 0)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whose a form is. It stays its company's for ever: pages embed it for years. */
export const ownerOfForm = async (db: Db, form: string): Promise<string | null> => {
  if (!isStorable(form)) return null
  const row = await db
    .selectFrom('forms')
    .select('company')
    .where('form', '=', form)
    .executeTakeFirst()
  return row?.company ?? null
}

/** Stores a document as its company's next version; null, and nothing stored, if a form of it is another's. */
export const putCompany = async (db: Db, company: Company, at: number): Promise<number | null> => {
  if (!(await takeForms(db, company))) return null
  const document = JSON.stringify(company)
  const { version } = await db
    .insertInto('companies')
    .values({ id: company.id, version: 1, document, secrets: '[]', created_at: at })
    .onConflict((it) =>
      it.column('id').doUpdateSet((eb) => ({ document, version: eb('companies.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  const hash = createHash('sha256').update(canonicalJson(company)).digest()
  await db
    .insertInto('company_documents')
    .values({ company: company.id, version, document, hash, at })
    .execute()
  return version
}

const takeForms = async (db: Db, { id: company, forms }: Company): Promise<boolean> => {
  const wanted = [...new Set(forms.map(({ id }) => id))].toSorted()
  if (wanted.length === 0) return true
  // Inserting first makes a transaction that wants the same form wait for this one; sorted, against deadlocks.
  const taken = await db
    .insertInto('forms')
    .values(wanted.map((form) => ({ form, company })))
    .onConflict((it) => it.column('form').doNothing())
    .returning('form')
    .execute()
  const owners = await db
    .selectFrom('forms')
    .select('company')
    .where('form', 'in', wanted)
    .execute()
  if (owners.every((owner) => owner.company === company)) return true
  const mine = taken.map(({ form }) => form)
  if (mine.length > 0) await db.deleteFrom('forms').where('form', 'in', mine).execute()
  return false
}

/** Sets which environment variables a company's document may name, even before it has one. */
export const allowSecrets = async (
  db: Db,
  company: string,
  secrets: readonly string[],
  at: number,
): Promise<void> => {
  const names = JSON.stringify(secrets)
  await db
    .insertInto('companies')
    .values({ id: company, version: 0, document: 'null', secrets: names, created_at: at })
    .onConflict((it) => it.column('id').doUpdateSet({ secrets: names }))
    .execute()
}
