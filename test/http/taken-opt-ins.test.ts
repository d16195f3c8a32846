import { describe, expect, test } from 'vitest'
import type { OptInRecorded } from '../../contract/opt-in.ts'
import { ENGINES } from '../support/databases.ts'
import { type Service, serviceFor } from '../support/service.ts'
import { by, type Filled, history, maySend, newPhone, reasons, shown, writes } from './acts.ts'

const HOUR = 60 * 60 * 1000

const take = (service: Service, taken: Filled) =>
  service.ask('/v1/opt-ins', {
    key: service.keys['opt-ins'],
    body: {
      form: 'frm_demo',
      categories: ['offers'],
      evidence: { order: 'A-1007', agent: 7, recorded: true },
      ...taken,
    },
  })

describe.each(ENGINES)('a yes that the company took itself, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test('is witnessed, which is less than a category takes unless its document says so', async () => {
    const phone = newPhone()
    const answer = await take(service(), { phone })
    expect(answer.status).toBe(201)
    const { event, personId } = answer.as<OptInRecorded>()
    expect(await maySend(service(), phone)).toMatchObject({
      allow: false,
      reason: 'pending',
      proof: 'witnessed',
      evidence: event,
      personId,
    })
    const [optIn] = await history(service(), phone)
    expect(optIn?.evidence).toEqual({
      phone,
      details: { order: 'A-1007', agent: 7, recorded: true },
    })
  })

  test('keeps the no that was said in the same act', async () => {
    const phone = newPhone()
    await take(service(), { phone, refused: ['orders'], person: undefined })
    expect(await reasons(service(), phone)).toEqual(['denied', 'pending'])
  })

  test('may be of somebody whose phone is not known', async () => {
    await take(service(), { person: { external: 'customer-77' } })
    expect(await maySend(service(), { external: 'customer-77' })).toMatchObject({
      reason: 'pending',
    })
  })

  test('names the notice that was shown, if it was one of ours', async () => {
    const phone = newPhone()
    const { noticeToken } = await shown(service())
    await take(service(), { phone, noticeToken })
    const [optIn] = await history(service(), phone)
    expect(optIn?.act).toMatchObject({ notice: noticeToken.split('.')[0] })
    const forged = await take(service(), { phone, noticeToken: `${noticeToken}x` })
    expect(forged).toMatchObject({ status: 422, problem: 'notice-token-not-valid' })
  })

  test('does not bring back somebody who has stopped', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), 'SALIR')
    service().pass(2_000)
    await take(service(), { phone })
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('that a device kept counts when it was said, for 72 hours', async () => {
    const [early, late] = [newPhone(), newPhone()]
    const before = (hours: number) => new Date(service().now() - hours * HOUR).toISOString()
    const taken = await take(service(), { phone: early, at: before(72) })
    expect(taken.status).toBe(201)
    const [optIn] = await history(service(), early)
    expect(optIn).toMatchObject({
      at: before(72),
      receivedAt: new Date(service().now()).toISOString(),
    })
    for (const at of [before(72.001), before(-0.001)]) {
      const refused = await take(service(), { phone: late, at })
      expect(refused).toMatchObject({ status: 422, problem: 'time-not-valid' })
    }
  })

  test.each([
    ['a form of nobody', { form: 'frm_nobody' }, 404, 'form-not-found'],
    ['a category that is not offered', { categories: ['news'] }, 422, 'category-not-offered'],
    ['a refusal that is not offered', { refused: ['news'] }, 422, 'category-not-offered'],
    ['no evidence', { evidence: {} }, 400, 'body-not-valid'],
    ['a proof that only a message gives', { proof: 'message' }, 400, 'body-not-valid'],
    ['a field that nobody knows', { optedInBecause: 'we said so' }, 400, 'body-not-valid'],
    ['a phone and a person', { person: { external: 'x' } }, 400, 'body-not-valid'],
  ])('with %s is refused', async (_, more, status, problem) => {
    const before = await service().rows()
    const answer = await take(service(), { phone: newPhone(), ...more })
    expect(answer).toMatchObject({ status, problem })
    expect(await service().rows()).toEqual(before)
  })

  test('is one act under one id, and a second act under it is not lost in silence', async () => {
    const phone = newPhone()
    const id = `order ${phone}`
    const first = await take(service(), { phone, id })
    const before = await service().rows()
    service().pass(1_000)
    expect((await take(service(), { phone, id })).text).toBe(first.text)
    for (const other of [{ phone: newPhone() }, { phone, categories: ['orders'] }]) {
      const refused = { status: 409, problem: 'attempt-already-used' }
      expect(await take(service(), { ...other, id })).toMatchObject(refused)
    }
    expect(await service().rows()).toEqual(before)
  })

  test('is one act however often it comes at once', async () => {
    const taken = { phone: newPhone(), id: 'all at once' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => take(service(), taken)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await history(service(), taken.phone)).toHaveLength(1)
  })

  test('is refused to all but one of several people who come at once under one id', async () => {
    const id = 'several at once'
    const answers = await Promise.all(
      [1, 2, 3].map(() => take(service(), { phone: newPhone(), id })),
    )
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([201, 409, 409])
  })
})
