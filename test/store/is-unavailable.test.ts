import Database from 'better-sqlite3'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { isUnavailable } from '../../server/store/is-unavailable.ts'

const failing = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing failed')
}

test('a database without room, or that is not there, is unavailable', async () => {
  const database = new Database(':memory:')
  database.exec('create table t (a)')
  database.pragma('max_page_count = 2')
  const full = await failing(() => database.exec('insert into t values (zeroblob(100000))'))
  database.close()
  expect(isUnavailable(full)).toBe(true)
  const client = new Client({ connectionString: 'postgres://x@localhost/x?host=/nowhere-at-all' })
  expect(isUnavailable(await failing(() => client.connect()))).toBe(true)
})

test('a statement that makes no sense is a fault of ours', async () => {
  const database = new Database(':memory:')
  expect(isUnavailable(await failing(() => database.exec('select from')))).toBe(false)
  database.close()
  expect(isUnavailable(new TypeError('undefined is not a function'))).toBe(false)
})
