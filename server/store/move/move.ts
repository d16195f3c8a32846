import { Kysely, PostgresDialect, sql } from 'kysely'
import { migrate, RELEASES } from '../migrations/migrate.ts'
import { openPool } from '../postgres-pool.ts'
import type { Db, Schema } from '../schema.ts'
import { compared, type Comparison } from './compare.ts'
import { openSource, type Source, type Table } from './source.ts'
import { lockTables, releasesIn, rowsIn, tablesIn, typesOf, writeRows } from './target.ts'

/** Why nothing was moved. */
export class MoveError extends Error {
  override readonly name = 'MoveError'
}

/** What is moved where. */
export type Move = {
  /** The path of a SQLite file. */
  readonly from: string
  /** A `postgres://` address. */
  readonly to: string
  /** Told what is being done and to how many rows in all, as it begins; what it gives is told of each step. */
  readonly onPart: (part: 'copied' | 'checked', rows: number) => (more: number) => void
}

/**
 * Copies a SQLite file into an empty PostgreSQL database, in one transaction: all of it, compared row by row, or
 * nothing. Sealed rows go as they are, for the same server key. Until it ends nobody writes to the file.
 */
export const move = (moving: Move): Promise<readonly Comparison[]> =>
  withBoth(moving, true, async (source, db) => {
    await prepare(source, db)
    const comparisons = await inOneTransaction(db, async (transaction) => {
      const filled = await lockTables(transaction, source.tables)
      if (filled.length > 0) {
        throw new MoveError(`The database is not empty: ${filled.join(', ')}. Move into a new one.`)
      }
      await copy(source, transaction, moving)
      const found = await compare(source, transaction, moving)
      if (!found.every(isSame)) throw new MoveError(`The copy is not the same: ${told(found)}.`)
      return found
    })
    // What nobody has counted yet is looked up by guesses.
    await sql`analyze`.execute(db)
    return comparisons
  })

/** Compares a SQLite file with what it was moved into, and changes nothing. */
export const compareMoved = (moving: Move): Promise<readonly Comparison[]> =>
  withBoth(moving, false, async (source, db) => {
    await prepare(source, db)
    return inOneTransaction(db, (transaction) => compare(source, transaction, moving))
  })

/** Whether nothing differs. */
export const isSame = ({ missing, differing, extra }: Comparison): boolean =>
  missing + differing + extra === 0

/** Which tables differ, and in how many rows. */
export const told = (comparisons: readonly Comparison[]): string =>
  comparisons
    .filter((one) => !isSame(one))
    .map(
      ({ table, missing, differing, extra }) =>
        `${table} (${differing} rows differ, ${missing} are missing, ${extra} too many)`,
    )
    .join(', ')

const withBoth = async <T>(
  { from, to }: Move,
  isHeld: boolean,
  work: (source: Source, db: Db) => Promise<T>,
): Promise<T> => {
  const source = await openSource(from, isHeld)
  const db: Db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: openPool(to, 1, () => {}) }),
  })
  try {
    return await work(source, db)
  } finally {
    await db.destroy()
    source.close()
  }
}

/** Both must be of this release; a database with nothing in it is brought to it. */
const prepare = async (source: Source, db: Db): Promise<void> => {
  if (!isThisRelease(source.releases)) {
    throw new MoveError(
      `The file is of another release (${source.releases.at(-1) ?? 'none'}). Start this one on it first.`,
    )
  }
  if ((await tablesIn(db)).length === 0) await migrate(db, 'postgres')
  const tables = await tablesIn(db)
  if (!tables.includes('kysely_migration')) {
    throw new MoveError('The database has tables of somebody else. Move into a new one.')
  }
  const releases = await releasesIn(db)
  if (!isThisRelease(releases)) {
    throw new MoveError(
      `The database is of another release (${releases.at(-1) ?? 'none'}). Move into a new one.`,
    )
  }
  const missing = source.tables.filter(({ name }) => !tables.includes(name))
  if (missing.length > 0) throw new MoveError('The database has not all of the tables.')
}

const isThisRelease = (releases: readonly string[]): boolean =>
  releases.length === RELEASES.length && RELEASES.every((name) => releases.includes(name))

const copy = async (source: Source, db: Db, { onPart }: Move): Promise<void> => {
  const onRows = onPart('copied', rowsOf(source.tables))
  for (const table of source.tables) {
    const types = await typesOf(db, table)
    if (types.size !== table.columns.length || !table.columns.every((name) => types.has(name))) {
      throw new MoveError(`The table ${table.name} has other columns in the database.`)
    }
    await writeRows(db, table, types, source.rowsOf(table), onRows)
  }
}

const compare = async (
  source: Source,
  db: Db,
  { onPart }: Move,
): Promise<readonly Comparison[]> => {
  const onRows = onPart('checked', rowsOf(source.tables))
  const comparisons: Comparison[] = []
  for (const table of source.tables) {
    comparisons.push(await compared(table, source.rowsOf(table), rowsIn(db, table), onRows))
  }
  return comparisons
}

const rowsOf = (tables: readonly Table[]): number => tables.reduce((sum, { rows }) => sum + rows, 0)

const inOneTransaction = <T>(db: Db, work: (transaction: Db) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').execute(work)
