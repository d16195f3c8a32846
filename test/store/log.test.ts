import { describe, expect, test, vi } from 'vitest'
import type { PersonId } from '../../consent/mark.ts'
import type { CompanyMemory } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { eventOf, NO, YES, freshCompany, NOW } from './acts.ts'
import { storeOn } from './store-under-test.ts'

describe.each(ENGINES)('a company’s log on %s', (engine) => {
  const store = storeOn(engine)

  test('gives every event the next position, from 0 and without gaps, in each company', async () => {
    for (const company of [store.company(), store.company()]) {
      const person = store.ids().newPerson()
      for (const at of [NOW, NOW + 1, NOW + 2]) {
        await company.write(async (records) => {
          await records.append(eventOf(store.ids(), person, YES, at), null)
        })
      }
      expect(await positions(company, person)).toEqual([0, 1, 2])
    }
  })

  test('gives no position to what was taken back, and none twice to what came again', async () => {
    const company = store.company()
    const person = store.ids().newPerson()
    const kept = [0, 1, 2, 3].map((index) => eventOf(store.ids(), person, NO, NOW + index))
    const writes = kept.flatMap((event) => [
      company.write(async (records) => {
        await records.append(eventOf(store.ids(), person, YES), null)
        throw new Error('on purpose')
      }),
      company.write((records) => records.append(event, null)),
      company.write((records) => records.append(event, null)),
    ])
    await Promise.allSettled(writes)
    const given = await positions(company, person)
    expect(new Set(given)).toEqual(new Set([0, 1, 2, 3]))
    await company.write((records) =>
      records.append(eventOf(store.ids(), person, NO, NOW + 9), null),
    )
    expect((await positions(company, person)).at(-1)).toBe(4)
  })

  test('has no gap when two processes write at once, and no position ever changes', async () => {
    const id = freshCompany()
    const here = store.memory().of(id)
    const there = (await store.open()).memory.of(id)
    const person = store.ids().newPerson()
    const seen = new Map<string, number>()
    const look = async (): Promise<void> => {
      for (const { event, position } of await here.eventsOf(person)) {
        if (position === null) continue
        expect(seen.get(event.id) ?? position).toBe(position)
        seen.set(event.id, position)
      }
    }
    const writes = Array.from({ length: 300 }, (_, index) =>
      (index % 2 === 0 ? here : there).write((records) =>
        // Not in the order of their times, as from providers whose clocks differ.
        records.append(eventOf(store.ids(), person, YES, NOW + ((index * 7) % 300)), null),
      ),
    )
    for (let from = 0; from < writes.length; from += 20) {
      await Promise.all(writes.slice(from, from + 20))
      await look()
    }
    const given = await positions(here, person)
    expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, at) => at))
    await look()
  })
})

/** The positions of a person's events, once all have one. The sequencer has a second. */
const positions = (company: CompanyMemory, person: PersonId): Promise<readonly number[]> =>
  vi.waitFor(
    async () => {
      const given = (await company.eventsOf(person)).map(({ position }) => position)
      if (given.includes(null)) throw new Error('not yet')
      return given.map(Number)
    },
    { timeout: 5_000, interval: 20 },
  )
