import type { ImportMemory, ImportProgress, KeptImport, Lease, RefusedRow } from '../ports.ts'
import type { Db, ImportTable } from './schema.ts'

const MOST_LISTED = 100
// Each has five values, and a statement takes some thirty thousand.
const REFUSED_AT_ONCE = 500

/** What one company has imported. */
export const importMemory = (db: Db, company: string): ImportMemory => ({
  import: async (id) => {
    const row = await rowOf(db, company, id)
    return row ? importOf(row) : null
  },
  imports: async () => {
    const rows = await db
      .selectFrom('imports')
      .selectAll()
      .where('company', '=', company)
      .orderBy('begun_at', 'desc')
      .orderBy('id')
      .limit(MOST_LISTED)
      .execute()
    return rows.map(importOf)
  },
  refusedRows: (id, after, limit) =>
    db
      .selectFrom('refused_rows')
      .select(['row', 'problem', 'at'])
      .where('company', '=', company)
      .where('import', '=', id)
      .where('row', '>', after)
      .orderBy('row')
      .limit(limit)
      .execute(),
})

/** Takes an import for oneself, and begins it if there is none. The caller holds the lock of its name. */
export const claimImport = async (
  db: Db,
  company: string,
  id: string,
  options: string,
  { mark, until }: Lease,
  now: number,
): Promise<KeptImport | 'in-use' | 'differs'> => {
  const known = await rowOf(db, company, id)
  if (known && known.options !== options) return 'differs'
  if (known && known.lease !== null && known.lease_until > now) return 'in-use'
  const leased = { lease: mark, lease_until: until }
  if (known) {
    await changing(db, company, id).set(leased).execute()
    return importOf({ ...known, ...leased })
  }
  const counts = { rows: 0, taken: 0, repeated: 0, refused: 0, digest: '' }
  const times = { begun_at: now, changed_at: now, done_at: null }
  const begun = { company, id, options, ...times, ...leased, ...counts }
  await db.insertInto('imports').values(begun).execute()
  return importOf(begun)
}

/** Holds an import for another while. False if somebody else has it. */
export const holdImport = async (
  db: Db,
  company: string,
  id: string,
  { mark, until }: Lease,
): Promise<boolean> => {
  const { numUpdatedRows } = await changing(db, company, id)
    .where('lease', '=', mark)
    .set({ lease_until: until })
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps how far an import has been read, and the rows that were refused since. */
export const keepProgress = async (
  db: Db,
  company: string,
  id: string,
  { rows, taken, repeated, refused, digest }: ImportProgress,
  refusedRows: readonly RefusedRow[],
  now: number,
): Promise<void> => {
  await changing(db, company, id)
    .set({ rows, taken, repeated, refused, digest, changed_at: now })
    .execute()
  for (let from = 0; from < refusedRows.length; from += REFUSED_AT_ONCE) {
    const some = refusedRows.slice(from, from + REFUSED_AT_ONCE)
    await db
      .insertInto('refused_rows')
      .values(some.map((row) => ({ company, import: id, ...row })))
      .execute()
  }
}

/** Leaves an import to others, or ends it. */
export const releaseImport = async (
  db: Db,
  company: string,
  id: string,
  mark: string,
  doneAt: number | null,
): Promise<void> => {
  await changing(db, company, id)
    .where('lease', '=', mark)
    .set({ lease: null, lease_until: 0, ...(doneAt !== null && { done_at: doneAt }) })
    .execute()
}

/** Deletes what is kept of refused rows of imports that nothing has been done to since then. */
export const forgetRefusedRows = async (
  db: Db,
  company: string,
  unchangedSince: number,
): Promise<void> => {
  const old = db
    .selectFrom('imports')
    .select('id')
    .where('company', '=', company)
    .where('changed_at', '<=', unchangedSince)
  await db
    .deleteFrom('refused_rows')
    .where('company', '=', company)
    .where('import', 'in', old)
    .execute()
}

const rowOf = (db: Db, company: string, id: string): Promise<ImportTable | undefined> =>
  db
    .selectFrom('imports')
    .selectAll()
    .where('company', '=', company)
    .where('id', '=', id)
    .executeTakeFirst()

const changing = (db: Db, company: string, id: string) =>
  db.updateTable('imports').where('company', '=', company).where('id', '=', id)

const importOf = (row: ImportTable): KeptImport => ({
  id: row.id,
  begunAt: row.begun_at,
  changedAt: row.changed_at,
  doneAt: row.done_at,
  leaseUntil: row.lease_until,
  rows: row.rows,
  taken: row.taken,
  repeated: row.repeated,
  refused: row.refused,
  digest: row.digest,
})
