import { describe, expect, test } from 'vitest'
import type { EventId, PersonId } from '../../consent/mark.ts'
import { ENGINES } from '../support/databases.ts'
import { begin, phone } from './acts.ts'
import { storeOn } from './store-under-test.ts'

const STRANGE = ['', '\0', 'a\0b', '\uD800', "'; drop table events; --", '🙂'.repeat(500), 'evt_zz']

describe.each(ENGINES)('a name that nothing has on %s', (engine) => {
  const store = storeOn(engine)

  test.each(STRANGE)('finds nothing, and breaks nothing: %j', async (name) => {
    const memory = store.memory()
    const company = store.company()
    expect(await memory.company(name)).toBeNull()
    expect(await memory.companyOfForm(name)).toBeNull()
    expect(await company.notice(name)).toBeNull()
    expect(await company.submission(name)).toBeNull()
    expect(await company.write((records) => records.submissionByCode(name))).toBeNull()
    expect(await company.person(name as PersonId)).toBeNull()
    expect(await company.event(name as EventId)).toBeNull()
    expect((await company.whoIs({ kind: 'external', value: name })).person).toBeNull()
    expect((await company.whoIs(phone(name))).person).toBeNull()
  })

  test.each(STRANGE)('may be the company’s own for a person: %j', async (name) => {
    const company = store.company()
    const identity = { kind: 'external', value: name } as const
    const person = await begin(company, store.ids(), identity)
    expect((await company.whoIs(identity)).person).toBe(person)
    const known = await company.identitiesOf(person)
    expect(known).toEqual([{ kind: 'external', value: name.toWellFormed() }])
  })
})
