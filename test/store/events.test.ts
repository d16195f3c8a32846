import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsentEvent } from '../../consent/event.ts'
import { registersOf } from '../../consent/registers.ts'
import { ENGINES } from '../support/databases.ts'
import { begin, eventOf, NO, phone, YES, NOW } from './acts.ts'
import { storeOn } from './store-under-test.ts'

describe.each(ENGINES)('an event on %s', (engine) => {
  const store = storeOn(engine)

  test('is given back as it was stored, with its evidence', async () => {
    const company = store.company()
    const person = await begin(company, store.ids(), phone('+5215512345678'))
    const event = eventOf(store.ids(), person, YES)
    const evidence = { ip: '203.0.113.9', text: 'sí, quiero 🙂', userAgent: undefined }
    const isNew = await company.write((records) => records.append(event, evidence))
    expect(isNew).toBe(true)
    const recorded = await company.event(event.id)
    expect(recorded?.event).toEqual(event)
    expect(recorded?.evidence).toEqual({ ip: '203.0.113.9', text: 'sí, quiero 🙂' })
    expect(recorded?.leaf).toMatch(/^[0-9a-f]{64}$/u)
  })

  test('may have no evidence', async () => {
    const company = store.company()
    const event = eventOf(store.ids(), await begin(company, store.ids()), NO)
    await company.write((records) => records.append(event, null))
    expect((await company.event(event.id))?.evidence).toBeNull()
  })

  test('that nobody stored is null', async () => {
    expect(await store.company().event(store.ids().newEvent())).toBeNull()
  })

  test('that is known changes nothing, whatever comes under its name', async () => {
    const company = store.company()
    const person = await begin(company, store.ids(), phone('+5215512345678'))
    const event = eventOf(store.ids(), person, NO)
    await company.write((records) => records.append(event, { text: 'first' }))
    const asItIs = async () => {
      const recorded = await company.event(event.id)
      const { leaf, evidence } = recorded ?? {}
      return { leaf, evidence, event: recorded?.event, record: await company.recordOf(person) }
    }
    const before = await asItIs()
    const again: ConsentEvent = { ...event, act: YES }
    expect(await company.write((records) => records.append(again, { text: 'second' }))).toBe(false)
    expect(await asItIs()).toEqual(before)
  })

  test('is listed with those of everybody who is the same, oldest first', async () => {
    const company = store.company()
    const [a, b, c] = [store.ids().newPerson(), store.ids().newPerson(), store.ids().newPerson()]
    const events = [
      eventOf(store.ids(), a, YES, NOW - 2),
      eventOf(store.ids(), b, NO, NOW - 3),
      eventOf(store.ids(), a, NO, NOW - 1),
      eventOf(store.ids(), c, NO, NOW),
    ] as const
    await company.write(async (records) => {
      for (const event of events) await records.append(event, null)
      await records.tie(a, b, 'same')
      await records.tie(a, c, 'noes')
    })
    const listed = await company.eventsOf(a)
    expect(listed.map(({ event }) => event.id)).toEqual(
      [events[1], events[0], events[2]].map(({ id }) => id),
    )
    const ofOther = await company.eventsOf(b)
    expect(ofOther.map(({ event }) => event)).toEqual(listed.map(({ event }) => event))
  })

  test('raises the same registers whatever the order, and however often it comes', async () => {
    const company = store.company()
    const someEvents = fc.array(
      fc.record({
        act: fc.constantFrom(YES, NO, { ...NO, categories: ['offers'] }),
        // Few instants, so that equal ones are common: then the greater event id decides.
        at: fc.integer({ min: NOW, max: NOW + 2 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    const property = fc.asyncProperty(
      someEvents,
      fc.infiniteStream(fc.nat()),
      async (acts, order) => {
        const person = store.ids().newPerson()
        const events = acts.map(({ act, at }) => eventOf(store.ids(), person, act, at))
        const arrivals = [...events, ...events].toSorted(() => ((order.next().value ?? 0) % 3) - 1)
        for (const event of arrivals) await company.write((records) => records.append(event, null))
        const record = await company.recordOf(person)
        expect(record.registers).toEqual(registersOf(events))
        expect(record.falseLeaves).toEqual([])
      },
    )
    await fc.assert(property, { numRuns: 20 })
  })

  test('with more registers than one statement raises still raises them all', async () => {
    const company = store.company()
    const person = store.ids().newPerson()
    const categories = Array.from({ length: 120 }, (_, index) => `category-${index}`)
    const event = eventOf(store.ids(), person, {
      ...YES,
      categories: [...categories, 'category-7'],
    })
    await company.write((records) => records.append(event, null))
    expect((await company.recordOf(person)).registers).toEqual(registersOf([event]))
  })
})
