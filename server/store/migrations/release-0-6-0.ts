import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { EngineName } from '../engine.ts'

/** What the sixth release adds: what SQLite must know of the tables to look up a person and not a company. */
export const release060 = (engine: EngineName): Migration => ({
  up: async (db) => {
    if (engine === 'postgres') return
    // Makes the table of statistics, which has no other maker. All else that is said of it is below.
    await sql`analyze`.execute(db)
    await sql`delete from sqlite_stat1`.execute(db)
    for (const [table, index, rows] of ROWS_BY_COLUMN) {
      await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${rows.join(' ')})`.execute(
        db,
      )
    }
    await sql`analyze sqlite_schema`.execute(db)
  },
})

/**
 * Of each index how many rows it has, and how many of them share its first column, its first two, and so on. Without
 * this SQLite takes a company for ten rows, and reads all of it to find the identities of one person
 * (https://www.sqlite.org/fileformat2.html#stat1tab). Counts that never change keep its plans the same.
 */
const ROWS_BY_COLUMN = [
  ['identities', 'identities', [1_000_000, 1_000_000, 500_000, 1]],
  ['identities', 'identities_of_person', [1_000_000, 1_000_000, 2]],
  ['ties', 'ties', [10_000, 10_000, 2, 1]],
  ['events', 'events_of_person', [3_000_000, 3_000_000, 3]],
  ['events', 'sqlite_autoindex_events_1', [3_000_000, 3_000_000, 1]],
  ['events', 'events_in_order', [3_000_000, 3_000_000, 1]],
  ['registers', 'registers', [5_000_000, 5_000_000, 5, 1]],
  ['source_signals', 'sqlite_autoindex_source_signals_1', [3_000_000, 3_000_000, 1, 1]],
  ['source_signals', 'source_signals_in_time', [3_000_000, 3_000_000, 1]],
] as const
