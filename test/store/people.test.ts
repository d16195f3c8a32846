import { describe, expect, test } from 'vitest'
import type { Identity } from '../../consent/identity.ts'
import type { PersonId } from '../../consent/mark.ts'
import type { CompanyMemory } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { begin, eventOf, NO, phone, YES, NOW } from './acts.ts'
import { storeOn } from './store-under-test.ts'

const GRANTED = 'granted/main/offers/witnessed'
const HALTED = 'halted/main'

describe.each(ENGINES)('a person on %s', (engine) => {
  const store = storeOn(engine)
  const act = async (company: CompanyMemory, person: PersonId, kind: 'yes' | 'no') => {
    const event = eventOf(store.ids(), person, kind === 'yes' ? YES : NO)
    await company.write((records) => records.append(event, null))
  }
  test('whom nobody knows has no name and no registers', async () => {
    const company = store.company()
    const nobody = { person: null, registers: new Map() }
    expect(await company.whoIs(phone('+5215512345678'))).toEqual(nobody)
    expect(await company.whoIs(phone('+5491155551234'))).toEqual(nobody)
    expect(await company.whoIs({ kind: 'email', value: 'ana@example.com' })).toEqual(nobody)
    expect(await company.person(store.ids().newPerson())).toBeNull()
  })

  test('is found by every identity, and known by all of them', async () => {
    const company = store.company()
    const identities: readonly Identity[] = [
      phone('+525512345678'),
      phone('12345'),
      phone('a number that fits no block of sixteen bytes'),
      { kind: 'bsuid', value: 'MX.1234567890' },
      { kind: 'email', value: 'ana@example.com' },
      { kind: 'external', value: 'customer 17' },
    ]
    const person = await begin(company, store.ids(), ...identities)
    await act(company, person, 'no')
    for (const identity of identities) {
      const known = await company.whoIs(identity)
      expect(known.person).toBe(person)
      expect([...known.registers.keys()]).toEqual([HALTED])
      expect(known).toEqual(await company.person(person))
    }
    const knownBy = await company.identitiesOf(person)
    expect(new Set(knownBy)).toEqual(new Set(identities))
    expect(knownBy).toHaveLength(identities.length)
  })

  test('keeps the earliest time of an identity, and loses it to whom it comes to later', async () => {
    const company = store.company()
    const number = phone('+525512345678')
    const [before, after] = [store.ids().newPerson(), store.ids().newPerson()]
    const acquaintance = () => company.write((records) => records.acquaintance(number))
    expect(await acquaintance()).toBeNull()
    await company.write((records) => records.bind(number, before, NOW))
    await company.write((records) => records.bind(number, before, NOW + 5))
    expect(await acquaintance()).toEqual({ person: before, since: NOW, knownBy: [number] })
    await company.write((records) => records.bind(number, after, NOW + 9))
    expect(await acquaintance()).toEqual({ person: after, since: NOW + 9, knownBy: [number] })
    expect(await company.identitiesOf(before)).toEqual([])
  })

  test('counts wholly for who is the same, by any way of such ties', async () => {
    const company = store.company()
    const numbers = ['+525512345678', '+525512345679', '+525512345670'].map(phone)
    const people = await Promise.all(numbers.map((number) => begin(company, store.ids(), number)))
    const [a, b, c] = people
    if (!a || !b || !c) throw new Error('three people')
    await act(company, a, 'yes')
    await act(company, c, 'no')
    await company.write(async (records) => {
      await records.tie(a, b, 'same')
      await records.tie(c, b, 'same')
      await records.tie(a, a, 'same')
    })
    for (const [index, number] of numbers.entries()) {
      const known = await company.whoIs(number)
      expect(known.person).toBe(people[index])
      expect(new Set(known.registers.keys())).toEqual(new Set([GRANTED, HALTED]))
    }
    const acquaintance = await company.write((records) =>
      records.acquaintance(phone('+525512345678')),
    )
    expect(acquaintance?.person).toBe(a)
    expect(new Set(acquaintance?.knownBy)).toEqual(new Set(numbers))
  })

  test('counts only with the noes where any tie on the way says so', async () => {
    const company = store.company()
    const number = phone('+525512345678')
    const [a, b, c] = [
      await begin(company, store.ids(), number),
      await begin(company, store.ids(), phone('+525512345679')),
      await begin(company, store.ids(), phone('+525512345670')),
    ]
    await company.write(async (records) => {
      await records.tie(a, b, 'noes')
      await records.tie(b, c, 'same')
    })
    await act(company, b, 'yes')
    await act(company, c, 'yes')
    expect(await registersAs(company, number)).toEqual([])
    await act(company, c, 'no')
    expect(await registersAs(company, number)).toEqual([HALTED])
    expect([...((await company.person(a))?.registers.keys() ?? [])]).toEqual([HALTED])
    const acquaintance = await company.write((records) => records.acquaintance(number))
    expect(acquaintance?.knownBy).toEqual([number])
  })

  test('is tied by the last bond', async () => {
    const company = store.company()
    const number = phone('+525512345678')
    const a = await begin(company, store.ids(), number)
    const b = await begin(company, store.ids(), phone('+525512345679'))
    await act(company, b, 'yes')
    await company.write((records) => records.tie(a, b, 'noes'))
    expect(await registersAs(company, number)).toEqual([])
    await company.write((records) => records.tie(b, a, 'same'))
    expect(await registersAs(company, number)).toEqual([GRANTED])
  })

  test('in Argentina is heard for a no under the other spelling, never for a yes', async () => {
    const company = store.company()
    const mobile = phone('+5491155551234')
    const landline = phone('+541155551234')
    const person = await begin(company, store.ids(), mobile)
    await act(company, person, 'yes')
    await act(company, person, 'no')
    expect(await company.whoIs(landline)).toMatchObject({ person: null })
    expect(await registersAs(company, landline)).toEqual([HALTED])
    const other = await begin(company, store.ids(), landline)
    expect(await company.whoIs(landline)).toMatchObject({ person: other })
    expect(await registersAs(company, landline)).toEqual([HALTED])
    expect(new Set(await registersAs(company, mobile))).toEqual(new Set([GRANTED, HALTED]))
  })

  test('is heard under the other spelling of any number, however one asks', async () => {
    const company = store.company()
    const email: Identity = { kind: 'email', value: 'ana@example.com' }
    const other = await begin(company, store.ids(), phone('+541155551234'))
    const first = await begin(company, store.ids(), phone('+525512345678'), email)
    const second = await begin(company, store.ids(), phone('+5491155551234'))
    await company.write((records) => records.tie(first, second, 'same'))
    await act(company, other, 'yes')
    await act(company, other, 'no')
    expect(await registersAs(company, email)).toEqual([HALTED])
    expect(await registersAs(company, phone('+525512345678'))).toEqual([HALTED])
    expect([...((await company.person(first))?.registers.keys() ?? [])]).toEqual([HALTED])
  })

  test('is heard under the other spelling of a number that they were not asked by', async () => {
    const company = store.company()
    const email: Identity = { kind: 'email', value: 'ana@example.com' }
    const other = await begin(company, store.ids(), phone('+541155551234'))
    // No tie to anybody: only the second number leads to the other spelling.
    await begin(company, store.ids(), phone('+525512345678'), phone('+5491155551234'), email)
    await act(company, other, 'no')
    expect(await registersAs(company, email)).toEqual([HALTED])
    expect(await registersAs(company, phone('+525512345678'))).toEqual([HALTED])
  })

  test('is listed once, in the order of the ids, a page at a time', async () => {
    const company = store.company()
    const people: PersonId[] = []
    for (let index = 0; index < 5; index += 1) {
      const person = await begin(company, store.ids(), phone(`+52551234567${index}`))
      await act(company, person, 'yes')
      await act(company, person, 'no')
      people.push(person)
    }
    // One with events and no identity any more.
    const heir = store.ids().newPerson()
    await company.write((records) => records.bind(phone('+525512345670'), heir, NOW))
    const all = [...people, heir].toSorted()
    const pages = [await company.persons(null, 4), await company.persons(all[3] ?? null, 4)]
    expect(pages).toEqual([all.slice(0, 4), all.slice(4)])
  })

  test('of one company is nobody to another', async () => {
    const [ours, theirs] = [store.company(), store.company()]
    const number = phone('+525512345678')
    const person = await begin(ours, store.ids(), number)
    const event = eventOf(store.ids(), person, NO)
    await ours.write((records) => records.append(event, { text: 'stop' }))
    expect(await theirs.whoIs(number)).toEqual({ person: null, registers: new Map() })
    expect(await theirs.person(person)).toBeNull()
    expect(await theirs.event(event.id)).toBeNull()
    expect(await theirs.eventsOf(person)).toEqual([])
    expect(await theirs.identitiesOf(person)).toEqual([])
    expect(await theirs.persons(null, 10)).toEqual([])
    expect((await theirs.recordOf(person)).events).toEqual([])
    // The same names may be used there, for other people.
    const same = await begin(theirs, store.ids(), number)
    expect(await theirs.write((records) => records.append({ ...event, person: same }, null))).toBe(
      true,
    )
    expect((await ours.whoIs(number)).person).toBe(person)
    expect((await ours.event(event.id))?.evidence).toEqual({ text: 'stop' })
  })
})

const registersAs = async (company: CompanyMemory, identity: Identity) => [
  ...(await company.whoIs(identity)).registers.keys(),
]
