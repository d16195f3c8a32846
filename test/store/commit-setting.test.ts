import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openPostgres } from '../../server/store/postgres.ts'
import { openDatabase } from '../support/databases.ts'
import { rawSql } from './raw-sql.ts'

// https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-SYNCHRONOUS-COMMIT
test.each([
  ['off', 'on'],
  ['local', 'on'],
  ['on', 'on'],
  ['remote_apply', 'remote_apply'],
])('a PostgreSQL set to synchronous_commit = %s commits to us with %s', async (set, used) => {
  const database = await openDatabase('postgres')
  const name = new URL(database.url).pathname.slice(1)
  await rawSql(database.url, `alter database ${name} set synchronous_commit = ${set}`)
  const engine = await openPostgres(database.url, () => {})
  const { rows } = await engine.write((db) =>
    sql<{ is: string }>`select current_setting('synchronous_commit') as is`.execute(db),
  )
  expect(rows).toEqual([{ is: used }])
  await engine.close()
  await database.drop()
})
