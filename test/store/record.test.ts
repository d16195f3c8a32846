import { describe, expect, test } from 'vitest'
import { registersOf } from '../../consent/registers.ts'
import { ENGINES } from '../support/databases.ts'
import { eventOf, NO, NOW, YES } from './acts.ts'
import { rawSql } from './raw-sql.ts'
import { storeOn } from './store-under-test.ts'

describe.each(ENGINES)('the record of a person on %s', (engine) => {
  const store = storeOn(engine)
  const literal = (hex: string) => (engine === 'sqlite' ? `x'${hex}'` : `'\\x${hex}'`)

  const withTwoEvents = async () => {
    const company = store.company()
    const person = store.ids().newPerson()
    const events = [
      eventOf(store.ids(), person, YES, NOW),
      eventOf(store.ids(), person, NO, NOW + 1),
    ] as const
    await company.write(async (records) => {
      for (const event of events) await records.append(event, { text: 'the words' })
    })
    const tamper = (assignment: string) =>
      rawSql(
        store.url(),
        `update events set ${assignment} where id = ${literal(events[0].id.slice(4))}`,
      )
    return { company, person, events, tamper }
  }

  test('has its events and registers, nothing joined, and no false leaf', async () => {
    const { company, person, events } = await withTwoEvents()
    await company.write((records) => records.tie(person, store.ids().newPerson(), 'same'))
    expect(await company.recordOf(person)).toEqual({
      events,
      registers: registersOf(events),
      falseLeaves: [],
    })
  })

  test.each([
    ['the act', `act = replace(act, 'offers', 'orders')`],
    ['the time', `moment = replace(moment, '${NOW}', '${NOW - 1}')`],
    ['the received time beside it', `received_at = ${NOW - 1}`],
    ['the kind beside it', `kind = 'message'`],
    ['the evidence’s absence', `evidence = null`],
    ['the evidence', `evidence = salt`],
    ['the salt', `salt = leaf`],
    ['the leaf', `leaf = salt`],
    ['the company’s JSON', `act = 'not JSON'`],
    ['the moment’s JSON', `moment = 'null'`],
  ])('names the event where somebody changed %s', async (_, assignment) => {
    const { company, person, events, tamper } = await withTwoEvents()
    await tamper(assignment)
    expect((await company.recordOf(person)).falseLeaves).toEqual([events[0].id])
  })

  test('names no event whose salt and evidence were erased', async () => {
    const { company, person, tamper } = await withTwoEvents()
    await tamper('salt = null, evidence = null')
    expect((await company.recordOf(person)).falseLeaves).toEqual([])
  })

  test('shows registers as they lie, and has them replaced by rebuilt ones', async () => {
    const { company, person, events } = await withTwoEvents()
    await rawSql(
      store.url(),
      `update registers set at = ${NOW + 9} where person = ${literal(person.slice(4))}`,
    )
    await rawSql(
      store.url(),
      `insert into registers select company, person, 'stopped/main', at, event from registers
       where person = ${literal(person.slice(4))} and register = 'halted/main'`,
    )
    const rebuilt = registersOf(events)
    expect((await company.recordOf(person)).registers).not.toEqual(rebuilt)
    await company.write((records) => records.setRegisters(person, rebuilt))
    expect((await company.recordOf(person)).registers).toEqual(rebuilt)
  })

  test('loses no no that came while it was rebuilt', async () => {
    const { company, person, events } = await withTwoEvents()
    const late = eventOf(store.ids(), person, { ...NO, categories: ['offers'] }, NOW + 2)
    await company.write((records) => records.append(late, null))
    // The rebuild had read the events before.
    await company.write((records) => records.setRegisters(person, registersOf(events)))
    expect((await company.recordOf(person)).registers).toEqual(registersOf([...events, late]))
  })
})
