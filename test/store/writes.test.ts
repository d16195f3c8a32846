import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Records } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { begin, eventOf, findOrBegin, NO, phone, YES, NOW } from './acts.ts'
import { storeOn } from './store-under-test.ts'

describe.each(ENGINES)('a write on %s', (engine) => {
  const store = storeOn(engine)

  test('gives back what its work came to', async () => {
    expect(await store.company().write(async () => 42)).toBe(42)
  })

  test('that fails leaves nothing behind, and throws what went wrong', async () => {
    const company = store.company()
    const person = store.ids().newPerson()
    const event = eventOf(store.ids(), person, NO)
    const failing = company.write(async (records) => {
      await records.bind(phone('+525512345678'), person, NOW)
      await records.append(event, null)
      throw new RangeError('on purpose')
    })
    await expect(failing).rejects.toThrow(new RangeError('on purpose'))
    expect(await company.whoIs(phone('+525512345678'))).toMatchObject({ person: null })
    expect(await company.event(event.id)).toBeNull()
    expect((await company.recordOf(person)).registers.size).toBe(0)
  })

  test('that fails takes none of those with it that share its transaction', async () => {
    const company = store.company()
    const person = await begin(company, store.ids(), phone('+525512345678'))
    const events = Array.from({ length: 40 }, () => eventOf(store.ids(), person, YES))
    const writes = events.map((event, index) =>
      company.write(async (records) => {
        await records.append(event, null)
        if (index % 4 === 0) throw new Error(`on purpose: ${index}`)
        return index
      }),
    )
    const ends = await Promise.allSettled(writes)
    expect(ends.map(({ status }) => status)).toEqual(
      events.map((_, index) => (index % 4 === 0 ? 'rejected' : 'fulfilled')),
    )
    const stored = new Set((await company.recordOf(person)).events.map(({ id }) => id))
    expect(events.map(({ id }) => stored.has(id))).toEqual(
      events.map((_, index) => index % 4 !== 0),
    )
  })

  test('whose statement the database refuses fails alone', async () => {
    const company = store.company()
    const person = await begin(company, store.ids(), phone('+525512345678'))
    const half = 1.5
    const refused = company.write((records) => records.bind(phone('+525512345678'), person, half))
    const event = eventOf(store.ids(), person, NO)
    const kept = company.write((records) => records.append(event, null))
    await expect(refused).rejects.toThrow(/INTEGER|bigint/u)
    expect(await kept).toBe(true)
    expect(await company.event(event.id)).not.toBeNull()
  })

  test('is not seen by reads before it is committed, and keeps none of them waiting', async () => {
    const company = store.company()
    const person = store.ids().newPerson()
    const half = Promise.withResolvers<void>()
    const rest = Promise.withResolvers<void>()
    const write = company.write(async (records) => {
      await records.bind(phone('+525512345678'), person, NOW)
      half.resolve()
      await rest.promise
    })
    await half.promise
    expect(await company.whoIs(phone('+525512345678'))).toMatchObject({ person: null })
    rest.resolve()
    await write
    expect(await company.whoIs(phone('+525512345678'))).toMatchObject({ person })
  })

  test('is read by the next one, and by everybody as soon as it is told', async () => {
    const company = store.company()
    for (let round = 0; round < 20; round += 1) {
      const number = phone(`+5255123456${10 + round}`)
      const person = await company.write((records) => findOrBegin(records, store.ids(), number))
      expect((await company.whoIs(number)).person).toBe(person)
      expect(await company.write((records) => findOrBegin(records, store.ids(), number))).toBe(
        person,
      )
    }
  })

  test('that is over writes no more, though its work forgot to wait', async () => {
    const company = store.company()
    const person = store.ids().newPerson()
    const late: { records: Records | null } = { records: null }
    await company.write(async (records) => {
      late.records = records
    })
    const another = company.write(async () => sleep(20))
    await expect(late.records?.bind(phone('+525512345678'), person, NOW)).rejects.toThrow(
      /is over|already committed/u,
    )
    await another
    expect(await company.whoIs(phone('+525512345678'))).toMatchObject({ person: null })
  })

  test('to a closed memory is refused', async () => {
    const { memory } = await store.open()
    const inTime = memory.of('closing').write(async () => 'in time')
    await sleep(1)
    await Promise.all([inTime, memory.close()])
    await expect(memory.of('closing').write(async () => 'late')).rejects.toThrow(
      /closed|destroyed/u,
    )
  })
})
