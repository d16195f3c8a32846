import type BetterSqlite3 from 'better-sqlite3'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Part, Writer } from './group-commit.ts'
import { cachingStatements, kyselyOn } from './sqlite-connection.ts'
import { whenFree } from './when-free.ts'

const NEIGHBOUR_MS = 2_000
const GAP_MS = 2

/** The connection that writes: `BEGIN IMMEDIATE`, so that it never has to upgrade a read (style, trap 13). */
export const sqliteWriter = (database: BetterSqlite3.Database): Writer => {
  const statements = cachingStatements(database)
  const leaveGap = gapForNeighbours(database)
  const run = (sql: string): void => {
    statements.prepare(sql).run()
  }
  const share = (): Part => {
    let isOver = false
    const db = kyselyOn((sql) => {
      if (isOver) throw new Error('the transaction of this work is over')
      return statements.prepare(sql)
    })
    const end = () => {
      isOver = true
    }
    return { db, keep: end, undo: end }
  }
  const savepoint = (): Part => {
    const { db, keep, undo } = share()
    run('savepoint work')
    return {
      db,
      keep: () => {
        keep()
        run('release work')
      },
      undo: () => {
        undo()
        run('rollback to work')
        run('release work')
      },
    }
  }
  return {
    begin: async () => {
      await leaveGap()
      await whenFree(() => run('begin immediate'))
    },
    share,
    savepoint,
    commit: () => run('commit'),
    rollback: () => {
      try {
        if (database.inTransaction) run('rollback')
      } catch {
        // The callers have heard the first error. If this one lasts, the next BEGIN fails and says so.
      }
    },
  }
}

/**
 * SQLite's lock keeps no queue: a process that begins again the moment it has committed would keep another
 * one out for long. So while another process writes, this one leaves a gap before each transaction.
 */
const gapForNeighbours = (database: BetterSqlite3.Database): (() => Promise<void>) => {
  let version: unknown = null
  let seenAt = -Infinity
  return async () => {
    // The number changes when another connection has committed, and not when this one has.
    const current = database.pragma('data_version', { simple: true })
    if (version !== null && current !== version) seenAt = performance.now()
    version = current
    if (performance.now() - seenAt < NEIGHBOUR_MS) await sleep(GAP_MS)
  }
}
