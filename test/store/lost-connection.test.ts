import { describe, expect, test, vi } from 'vitest'
import { eventOf, findOrBegin, NO, NOTICE, phone } from './acts.ts'
import { rawSql } from './raw-sql.ts'
import { storeOn } from './store-under-test.ts'

describe('a PostgreSQL that goes away and comes back', () => {
  const store = storeOn('postgres', { mayHaveTrouble: true })
  const cutAll = () =>
    rawSql(
      store.url(),
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )

  test('is not noticed by a write that begins', async () => {
    const company = store.company()
    for (let round = 0; round < 5; round += 1) {
      await cutAll()
      const number = phone(`+52551234567${round}`)
      const person = await company.write((records) => findOrBegin(records, store.ids(), number))
      await vi.waitFor(async () => expect((await company.whoIs(number)).person).toBe(person))
    }
  })

  test('is not noticed by a write that had not got to its COMMIT: it runs again', async () => {
    const company = store.company()
    const number = phone('+525512345678')
    let runs = 0
    const event = await company.write(async (records) => {
      runs += 1
      const person = await findOrBegin(records, store.ids(), number)
      if (runs === 1) await cutAll()
      const no = eventOf(store.ids(), person, NO)
      await records.append(no, null)
      return no
    })
    expect(runs).toBe(2)
    await vi.waitFor(async () => {
      const known = await company.whoIs(number)
      expect(known.person).toBe(event.person)
      expect((await company.eventsOf(event.person)).map((one) => one.event.id)).toEqual([event.id])
      expect(await company.persons(null, 10)).toHaveLength(1)
    })
  })

  test('may cut connections as fast as they are made, and all is well once it stops', async () => {
    const company = store.company()
    const number = phone('+525512345678')
    const cutting = new AbortController()
    const ask = async (): Promise<void> => {
      while (!cutting.signal.aborted) await company.whoIs(number).catch(() => {})
    }
    const asking = Array.from({ length: 16 }, ask)
    for (let round = 0; round < 60; round += 1) await cutAll()
    cutting.abort()
    await Promise.all(asking)
    const answers = await Promise.all(Array.from({ length: 16 }, () => company.whoIs(number)))
    expect(answers.map(({ person }) => person)).toEqual(answers.map(() => null))
  })

  test('in the midst of a COMMIT is told to the caller, who alone knows whether to ask again', async () => {
    const company = store.company()
    // A deferred trigger runs inside COMMIT.
    await rawSql(
      store.url(),
      `create function cut() returns trigger language plpgsql as
       $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`,
    )
    await rawSql(
      store.url(),
      `create constraint trigger cut after insert on notices
       deferrable initially deferred for each row execute function cut()`,
    )
    let runs = 0
    const write = company.write(async (records) => {
      runs += 1
      await records.keepNotice('hash', NOTICE)
    })
    await expect(write).rejects.toThrow(/terminat/u)
    expect(runs).toBe(1)
    await rawSql(store.url(), 'drop trigger cut on notices')
  })

  test('does not stop the log: what was committed gets its position', async () => {
    const company = store.company()
    const event = eventOf(store.ids(), store.ids().newPerson(), NO)
    await company.write((records) => records.append(event, null))
    await cutAll()
    await vi.waitFor(async () => expect((await company.event(event.id))?.position).toBe(0), {
      timeout: 5_000,
    })
  })
})
