import type Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { groupCommit, type Writer } from '../../server/store/group-commit.ts'
import type { Db } from '../../server/store/schema.ts'
import { connectSqlite } from '../../server/store/sqlite-connection.ts'
import { sqliteWriter } from '../../server/store/sqlite-writer.ts'

const child = (id: number) => (db: Db) => sql`insert into children values (${id}, null)`.execute(db)

describe('a COMMIT that several works share', () => {
  let folder = ''
  let database: Database.Database
  let commits = 0
  let writer: Writer

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quiero-commit-'))
    database = connectSqlite(join(folder, 'test.db'))
    database.exec(`
      create table parents (id integer primary key);
      create table children (
        id integer primary key,
        parent integer references parents (id) deferrable initially deferred
      );
    `)
    commits = 0
    const real = sqliteWriter(database)
    writer = {
      ...real,
      commit: () => {
        real.commit()
        commits += 1
      },
    }
  })

  afterEach(() => {
    database.close()
    rmSync(folder, { recursive: true })
  })

  const children = () => database.prepare('select id from children order by id').pluck().all()

  test('is one for all that arrive together, and more only when they are many', async () => {
    const { write } = groupCommit(writer)
    const works = Array.from({ length: 100 }, (_, id) =>
      write((db) => sql`insert into children values (${id}, null)`.execute(db)),
    )
    await Promise.all(works)
    expect(children()).toHaveLength(100)
    expect(commits).toBe(2)
  })

  test('comes before any of them is told', async () => {
    const { write } = groupCommit(writer)
    const told: number[] = []
    const works = [1, 2].map(async (id) => {
      await write((db) => sql`insert into children values (${id}, null)`.execute(db))
      told.push(commits)
    })
    const failing = write(async () => {
      throw new Error('on purpose')
    }).catch(() => told.push(commits))
    await Promise.all([...works, failing])
    expect(told).toEqual([1, 1, 1])
  })

  test('has nothing of a work that failed half-way, and all of the others', async () => {
    const { write } = groupCommit(writer)
    const works = [
      write(child(1)),
      write(async (db) => {
        await child(2)(db)
        throw new Error('on purpose')
      }),
      write(child(3)),
    ]
    const ends = await Promise.allSettled(works)
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(children()).toEqual([1, 3])
    expect(commits).toBe(1)
  })

  test('is closed to a work that is over, whether it shares it or may be taken back', async () => {
    const { write } = groupCommit(writer)
    let kept: Db | null = null
    const keep = async (db: Db) => {
      kept = db
    }
    const late = () => kept && sql`insert into children values (5, null)`.execute(kept)
    await write(keep)
    await expect(write(async () => late())).rejects.toThrow('is over')
    await Promise.allSettled([
      write(keep),
      write(async () => {
        throw new Error('on purpose')
      }),
    ])
    await expect(write(async () => late())).rejects.toThrow('is over')
    expect(children()).toEqual([])
  })

  test('that fails has failed for all of them, and leaves the writer usable', async () => {
    const shared: number[] = []
    const { write } = groupCommit(writer, { onShared: (count) => void shared.push(count) })
    const works = [
      write((db) => sql`insert into children values (1, null)`.execute(db)),
      // Deferred, so that only the COMMIT finds out that there is no such parent.
      write((db) => sql`insert into children values (2, 99)`.execute(db)),
      write(async () => 3),
    ]
    const ends = await Promise.allSettled(works)
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(children()).toEqual([])
    await write((db) => sql`insert into children values (4, null)`.execute(db))
    expect(children()).toEqual([4])
    expect(shared).toEqual([1])
  })

  test('whose transaction the database itself took back has failed for all of them', async () => {
    const { write } = groupCommit(writer)
    const works = [
      write((db) => sql`insert into children values (1, null)`.execute(db)),
      write((db) => sql`insert or rollback into children values (1, null)`.execute(db)),
      write((db) => sql`insert into children values (3, null)`.execute(db)),
    ]
    const ends = await Promise.allSettled(works)
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(children()).toEqual([])
  })
})
