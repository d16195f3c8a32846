import { describe, expect, test } from 'vitest'
import type { OptOutRecorded } from '../../contract/opt-out.ts'
import { ENGINES } from '../support/databases.ts'
import { type Service, serviceFor, SHOP } from '../support/service.ts'
import {
  by,
  type Filled,
  history,
  maySend,
  newPhone,
  person,
  reasons,
  tells,
  writes,
} from './acts.ts'
import { twoSenders } from './companies.ts'

const byForm = (service: Service, who: Filled, more: Filled = {}) =>
  service.ask('/v1/opt-outs', { origin: SHOP, body: { form: 'frm_demo', person: who, ...more } })

const byKey = (service: Service, body: Filled) =>
  service.ask('/v1/opt-outs', { key: service.keys['opt-outs'], body })

describe.each(ENGINES)('an opt-out on %s', (engine) => {
  const service = serviceFor({ engine })

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    service().pass(2_000)
    return phone
  }

  test('by a form stops everything, and answers the same whether the number is known or not', async () => {
    const phone = await consented()
    const known = await byForm(service(), { phone })
    const unknown = await byForm(service(), { phone: newPhone() })
    expect(known).toMatchObject({ status: 200, text: '{"status":"stopped"}' })
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
    // Each request has an id of its own.
    for (const { headers } of [known, unknown]) headers.delete('x-request-id')
    expect([...unknown.headers]).toEqual([...known.headers])
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('by a form stops a number that never was here, before it ever is', async () => {
    const phone = newPhone()
    await byForm(service(), { phone: phone.replace('+52', '+521') })
    expect(await maySend(service(), phone)).toMatchObject({ allow: false, reason: 'blocked' })
  })

  test.each([['offers'], [['offers']]])(
    'by a form may be of a category alone: %j',
    async (list) => {
      const phone = await consented()
      expect(await byForm(service(), { phone }, { categories: list })).toMatchObject({
        status: 200,
      })
      expect(await reasons(service(), phone)).toEqual(['consented', 'revoked'])
    },
  )

  test.each([[[]], ['']])(
    'of no category at all is refused, not said to be done: %j',
    async (list) => {
      const phone = await consented()
      const answers = [
        await byForm(service(), { phone }, { categories: list }),
        await byKey(service(), { person: { phone }, categories: list }),
      ]
      for (const answer of answers) expect(answer.problem).toBe('body-not-valid')
    },
  )

  test('by a form is lifted by no message, only by a return', async () => {
    const phone = await consented()
    await byForm(service(), { phone })
    expect(await tells(service(), phone, 'hola')).toMatchObject({ blocked: true })
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    expect(await tells(service(), phone, '#volver')).toMatchObject({ blocked: false })
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('with a key names what it was stored as', async () => {
    const phone = await consented()
    const answer = await byKey(service(), { person: { phone }, evidence: { agent: 'Ana' } })
    expect(answer.status).toBe(201)
    const { event, personId } = answer.as<OptOutRecorded>()
    expect(await maySend(service(), phone)).toMatchObject({
      allow: false,
      reason: 'blocked',
      evidence: event,
      personId,
    })
    const last = (await history(service(), phone)).at(-1)
    expect(last).toMatchObject({ id: event, evidence: { phone, details: { agent: 'Ana' } } })
  })

  test('with a key may be of one sender, of categories, or of somebody without a phone', async () => {
    const phone = await consented()
    await byKey(service(), { person: { phone }, sender: 'main', categories: ['orders'] })
    expect(await reasons(service(), phone)).toEqual(['revoked', 'consented'])
    const bsuid = 'MX.1350000000000009'
    await byKey(service(), { person: { bsuid }, sender: 'main' })
    expect(await maySend(service(), { bsuid })).toMatchObject({ reason: 'blocked' })
    await byKey(service(), { person: { email: 'Ana@Example.com' } })
    expect(await maySend(service(), { email: 'ana@example.com' })).toMatchObject({
      reason: 'blocked',
    })
  })

  test('with a key is of all senders where none is named', async () => {
    await service().load(twoSenders())
    const phone = newPhone()
    await byKey(service(), { person: { phone } })
    const { senders } = await person(service(), phone)
    expect(senders.map(({ sender, blocked }) => [sender, blocked])).toEqual([
      ['main', true],
      ['second', true],
    ])
  })

  test.each([
    ['sender', { sender: 'nobody' }, 'sender-not-found'],
    ['category', { categories: ['news'] }, 'category-not-found'],
  ])('of an unknown %s is refused', async (_, more, problem) => {
    const before = await service().rows()
    const answer = await byKey(service(), { person: { phone: newPhone() }, ...more })
    expect(answer).toMatchObject({ status: 422, problem })
    expect(await service().rows()).toEqual(before)
  })

  test('counts when it came, however long a device had kept it', async () => {
    const phone = await consented()
    const at = new Date(service().now() - 90 * 24 * 60 * 60 * 1000).toISOString()
    await byKey(service(), { person: { phone }, at })
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('is one act under one id, and a second act under it is not lost in silence', async () => {
    const [phone, other] = [await consented(), await consented()]
    const id = `ticket ${phone}`
    const first = await byKey(service(), { person: { phone }, id })
    const before = await service().rows()
    const again = await byKey(service(), { person: { phone: phone.replace('+52', '+521') }, id })
    expect(again.text).toBe(first.text)
    const others = [
      { person: { phone: other }, id },
      { person: { phone }, id, categories: 'offers' },
    ]
    for (const body of others) {
      const refused = { status: 409, problem: 'attempt-already-used' }
      expect(await byKey(service(), body)).toMatchObject(refused)
    }
    expect(await service().rows()).toEqual(before)
  })
})
