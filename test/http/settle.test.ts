import { describe, expect, test } from 'vitest'
import type { PersonShown } from '../../contract/people.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor, type Answer } from '../support/service.ts'
import { by, history, newPhone, person, reasons, writes } from './acts.ts'
import { otherCompany } from './companies.ts'

const CONFLICT = ['identity_conflict', 'identity_conflict']

describe.each(ENGINES)('a doubt about who somebody is, on %s,', (engine) => {
  const service = serviceFor({ engine })

  const settle = (id: string, body: unknown = {}, key = service().keys.people): Promise<Answer> =>
    service().ask(`/v1/people/${id}/settle`, { key, body })

  /** Two persons in doubt: one came with the other's number. */
  const inDoubt = async () => {
    const [mine, theirs] = [newPhone(), newPhone()]
    const bsuid = `MX.8${mine.slice(1)}`
    await writes(service(), { ...by(mine), from_user_id: bsuid }, '#want')
    await writes(service(), by(theirs), '#want orders')
    await writes(service(), { ...by(theirs), from_user_id: bsuid }, 'hola')
    service().pass(2_000)
    return { mine, theirs }
  }

  test('is shown with the event, and is over for the one who is settled', async () => {
    const { mine, theirs } = await inDoubt()
    const { id, conflict } = await person(service(), mine)
    // It is in doubt by its own event and by the other's: the greater of the two is shown.
    const events = [...(await history(service(), mine)), ...(await history(service(), theirs))]
    const doubts = events.filter(({ act }) => act.kind === 'identity_conflict')
    expect(doubts).toHaveLength(2)
    expect(doubts.map((event) => event.id)).toContain(conflict)
    const answer = await settle(id, { note: 'two phones, one person; asked Ana' })
    expect(answer.status).toBe(200)
    expect(answer.as<PersonShown>()).toMatchObject({ id, conflict: null })
    expect(await reasons(service(), mine)).toEqual(['consented', 'consented'])
    expect(await reasons(service(), theirs)).toEqual(CONFLICT)
    const settled = (await history(service(), mine)).at(-1)
    expect(settled).toMatchObject({
      act: { kind: 'identity_settled' },
      evidence: { details: { note: 'two phones, one person; asked Ana' } },
    })
    expect((await settle((await person(service(), theirs)).id)).status).toBe(200)
    expect(await reasons(service(), theirs)).toEqual(['consented', 'never_asked'])
  })

  test('is there again when something puts it there again', async () => {
    const { mine } = await inDoubt()
    const { id } = await person(service(), mine)
    await settle(id)
    const bsuid = `MX.8${mine.slice(1)}`
    await writes(service(), { ...by(newPhone()), from_user_id: bsuid }, 'hola')
    expect(await reasons(service(), mine)).toEqual(CONFLICT)
  })

  test('is over for two who are one, and stays so when they are seen together again', async () => {
    const { mine, theirs } = await inDoubt()
    const [{ id }, other] = [await person(service(), mine), await person(service(), theirs)]
    expect((await settle(id, { sameAs: other.id })).as<PersonShown>().conflict).toBeNull()
    const bsuid = `MX.8${mine.slice(1)}`
    await writes(service(), { ...by(theirs), from_user_id: bsuid }, 'hola')
    await writes(service(), { ...by(mine), from_user_id: bsuid }, 'hola')
    for (const who of [mine, theirs]) {
      expect(await reasons(service(), who)).toEqual(['consented', 'consented'])
    }
    await writes(service(), by(theirs), 'STOP')
    expect(await reasons(service(), mine)).toEqual(['blocked', 'blocked'])
    const settled = (await history(service(), mine)).find(
      ({ act }) => act.kind === 'identity_settled',
    )
    expect(settled?.evidence).toEqual({ details: { sameAs: other.id } })
  })

  test('makes nobody one with who is in no doubt, or is not there', async () => {
    const { mine } = await inDoubt()
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const [{ id }, sure] = [await person(service(), mine), await person(service(), phone)]
    const before = await service().rows()
    expect(await settle(id, { sameAs: sure.id })).toMatchObject({ problem: 'not-in-conflict' })
    const nobody = `per_${'0'.repeat(32)}`
    expect(await settle(id, { sameAs: nobody })).toMatchObject({ problem: 'person-not-found' })
    expect(await settle(id, { sameAs: 'x' })).toMatchObject({ problem: 'body-not-valid' })
    expect(await service().rows()).toEqual(before)
  })

  test('that came in a provider’s second after the settling stands', async () => {
    const { mine } = await inDoubt()
    const { id } = await person(service(), mine)
    service().pass(-2_000)
    const answer = await settle(id)
    service().pass(2_000)
    expect(answer.as<PersonShown>().conflict).not.toBeNull()
    expect(await reasons(service(), mine)).toEqual(CONFLICT)
  })

  test('is not settled by those who may not, nor for somebody else’s person', async () => {
    const { mine } = await inDoubt()
    const { id } = await person(service(), mine)
    const before = await service().rows()
    expect(await settle(id, {}, service().keys['may-send'])).toMatchObject({
      status: 403,
      problem: 'scope-missing',
    })
    expect(await settle(id, {}, 'qk_nobody')).toMatchObject({ status: 401 })
    expect(await settle(id, { note: '' })).toMatchObject({ status: 400, problem: 'body-not-valid' })
    expect(await settle(id, { by: 'x' })).toMatchObject({ status: 400, problem: 'body-not-valid' })
    for (const nobody of ['per_x', `per_${'0'.repeat(32)}`]) {
      expect(await settle(nobody)).toMatchObject({ status: 404, problem: 'person-not-found' })
    }
    expect(await service().rows()).toEqual(before)
    const otherKey = await service().load(otherCompany())
    expect(await settle(id, {}, otherKey)).toMatchObject({ status: 404 })
    expect(await reasons(service(), mine)).toEqual(CONFLICT)
  })

  test('that is not there is refused', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const { id } = await person(service(), phone)
    expect(await settle(id)).toMatchObject({ status: 409, problem: 'not-in-conflict' })
    expect(await history(service(), phone)).toHaveLength(1)
  })
})
