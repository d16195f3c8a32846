import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Engine } from './engine.ts'
import { groupCommit } from './group-commit.ts'
import type { Heed } from './heed.ts'
import { migrate } from './migrations/migrate.ts'
import { cachingStatements, connectSqlite, kyselyOn } from './sqlite-connection.ts'
import { journalScrubber } from './sqlite-scrub.ts'
import { sqliteSnapshot } from './sqlite-snapshot.ts'
import { sqliteWriter } from './sqlite-writer.ts'
import { whenFree } from './when-free.ts'

/** Opens a SQLite file: one connection that writes, one that reads what is committed beside it. */
export const openSqlite = async (path: string, heed: Heed): Promise<Engine> => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const writing = await whenFree(() => connectSqlite(path))
  const reading = await whenFree(() => connectSqlite(path))
  reading.pragma('query_only = ON')
  const close = () => {
    reading.close()
    writing.close()
  }
  const writer = sqliteWriter(writing)
  try {
    await writer.begin()
    await migrate(
      kyselyOn((sql) => writing.prepare(sql)),
      'sqlite',
    )
    writer.commit()
  } catch (error) {
    close()
    throw error
  }
  // From here on a busy database is waited for in JavaScript, where it holds up nothing else.
  writing.pragma('busy_timeout = 0')
  const group = groupCommit(writer, heed)
  const statements = cachingStatements(reading)
  const journal = journalScrubber(path)
  return {
    name: 'sqlite',
    reads: kyselyOn((sql) => statements.prepare(sql)),
    write: (work) => group.write(work),
    isAwaited: () => group.isAwaited(),
    lock: async () => {},
    lockAll: async () => {},
    rates: null,
    snapshot: async () => sqliteSnapshot(path),
    scrub: () => journal.scrub(),
    close: async () => {
      journal.close()
      await group.close()
      close()
    },
  }
}
