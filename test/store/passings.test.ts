import { describe, expect, test } from 'vitest'
import type { CompanyMemory, Passing } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { freshCompany, NOW } from './acts.ts'
import { rawSql } from './raw-sql.ts'
import { storeOn } from './store-under-test.ts'

const MINUTE = 60_000

const queue = (company: CompanyMemory, ...passings: readonly Passing[]) =>
  company.write(async (records) => {
    for (const one of passings) await records.queuePassing(one)
  })

const claim = (company: CompanyMemory) =>
  company.write((records) => records.claimPassings({ mark: 'me', until: NOW + MINUTE }, NOW, 10))

describe.each(ENGINES)('a message that is passed on, on %s,', (engine) => {
  const store = storeOn(engine)

  const passing = (at: number): Passing => ({
    event: store.ids().newEvent(),
    person: store.ids().newPerson(),
    sender: 'main',
    at,
    receivedAt: at,
    message: {
      phone: null,
      bsuid: 'BR.1',
      text: 'hola',
      payload: null,
      attachments: [],
      replyTo: null,
      meaning: 'other',
    },
  })

  test('is given up where it cannot be opened, and keeps nothing else waiting', async () => {
    const name = freshCompany()
    const company = store.memory().of(name)
    const [spoilt, whole] = [passing(NOW - 2), passing(NOW - 1)]
    await queue(company, spoilt, whole)
    const wrong = engine === 'sqlite' ? "x'00'" : "'\\x00'::bytea"
    await rawSql(
      store.url(),
      `update passings set body = ${wrong} where company = '${name}' and received_at = ${NOW - 2}`,
    )
    expect((await claim(company)).map(({ event }) => event)).toEqual([whole.event])
    const rows = await rawSql(
      store.url(),
      `select reason, body from passings where company = '${name}' and ended_at is not null`,
    )
    expect(rows).toEqual([{ reason: 'not_readable', body: null }])
  })

  test('is found by its company from when it is due until it is taken', async () => {
    const name = freshCompany()
    const company = store.memory().of(name)
    const isFound = async (by: number) =>
      (await store.memory().companiesWithPassings(by)).includes(name)
    expect(await isFound(NOW)).toBe(false)
    await queue(company, passing(NOW))
    expect([await isFound(NOW - 1), await isFound(NOW)]).toEqual([false, true])
    const [claimed] = await claim(company)
    if (!claimed) throw new Error('nothing was claimed')
    expect([await isFound(NOW), await isFound(NOW + MINUTE)]).toEqual([false, true])
    await company.write((records) => records.endPassing(claimed, null))
    expect(await isFound(NOW + MINUTE)).toBe(false)
  })
})
