import { describe, expect, test } from 'vitest'
import { forgetOldAnswers } from '../../server/actions/answer-once.ts'
import { ENGINES } from '../support/databases.ts'
import { type Answer, serviceFor } from '../support/service.ts'
import { by, history, newPhone, person, reasons, writes } from './acts.ts'
import { otherCompany } from './companies.ts'

const DAY = 24 * 60 * 60 * 1000
let called = 0
const newKey = () => `retry-${(called += 1)}`

describe.each(ENGINES)('a request with an Idempotency-Key, on %s,', (engine) => {
  const service = serviceFor({ engine })

  const send = (
    path: string,
    body: unknown,
    idempotencyKey: string,
    key = service().keys.all,
  ): Promise<Answer> =>
    service().ask(path, { key, body, headers: { 'idempotency-key': idempotencyKey } })

  test('is done once and answered each time as the first time', async () => {
    const [phone, key] = [newPhone(), newKey()]
    const first = await send('/v1/opt-ins', optIn(phone), key)
    service().pass(60_000)
    const second = await send('/v1/opt-ins', optIn(phone), key)
    expect([first.status, isRepeat(first)]).toEqual([201, false])
    expect([second.status, second.type, isRepeat(second)]).toEqual([201, first.type, true])
    expect(second.text).toBe(first.text)
    expect(await history(service(), phone)).toHaveLength(1)
    // Without the key it is another act.
    await service().ask('/v1/opt-ins', { key: service().keys.all, body: optIn(phone) })
    expect(await history(service(), phone)).toHaveLength(2)
  })

  test('takes a no, and repeats its answer whatever has been said since', async () => {
    const [phone, key] = [newPhone(), newKey()]
    await writes(service(), by(phone), '#want')
    service().pass(2_000)
    const first = await send('/v1/opt-outs', { person: { phone } }, key)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    await writes(service(), by(phone), '#want')
    const second = await send('/v1/opt-outs', { person: { phone } }, key)
    expect([second.text, isRepeat(second)]).toEqual([first.text, true])
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('keeps a message’s first answer, which a later one would not give', async () => {
    const [phone, key] = [newPhone(), newKey()]
    const body = { sender: 'main', from: { phone }, text: 'SALIR', id: key }
    const first = await send('/v1/messages', body, key)
    expect(first.as<object>()).toMatchObject({ meaning: 'opt_out', blocked: true })
    await writes(service(), by(phone), '#want')
    expect((await send('/v1/messages', body, key)).text).toBe(first.text)
  })

  test('settles a doubt once', async () => {
    const [mine, theirs, key] = [newPhone(), newPhone(), newKey()]
    const bsuid = `MX.8${mine.slice(1)}`
    await writes(service(), { ...by(mine), from_user_id: bsuid }, '#want')
    await writes(service(), by(theirs), '#want orders')
    await writes(service(), { ...by(theirs), from_user_id: bsuid }, 'hola')
    service().pass(2_000)
    const path = `/v1/people/${(await person(service(), mine)).id}/settle`
    const first = await send(path, { note: 'asked Ana' }, key)
    expect(first.status).toBe(200)
    const second = await send(path, { note: 'asked Ana' }, key)
    expect([second.status, second.text]).toEqual([200, first.text])
    expect((await service().ask(path, { key: service().keys.all, body: {} })).status).toBe(409)
    // The key names the request whole: another person's is another.
    const other = `/v1/people/${(await person(service(), theirs)).id}/settle`
    expect((await send(other, { note: 'asked Ana' }, key)).problem).toBe('idempotency-key-reused')
  })

  test('is refused when the same key comes with other content, and does nothing', async () => {
    const [phone, stranger, key] = [newPhone(), newPhone(), newKey()]
    await send('/v1/opt-outs', { person: { phone } }, key)
    const other = await send('/v1/opt-outs', { person: { phone: stranger } }, key)
    expect(other).toMatchObject({ status: 422, problem: 'idempotency-key-reused' })
    const found = await service().ask('/v1/people/find', {
      key: service().keys.all,
      body: { person: { phone: stranger } },
    })
    expect(found.status).toBe(404)
  })

  test('has its key for itself at each address and in each company', async () => {
    const [phone, key] = [newPhone(), newKey()]
    const thief = await service().load(otherCompany())
    const first = await send('/v1/opt-outs', { person: { phone } }, key)
    const theirs = await send('/v1/opt-outs', { person: { phone } }, key, thief)
    expect([theirs.status, isRepeat(theirs)]).toEqual([201, false])
    expect(theirs.text).not.toBe(first.text)
    const elsewhere = await send('/v1/opt-ins', optIn(phone), key)
    expect([elsewhere.status, isRepeat(elsewhere)]).toEqual([201, false])
  })

  test('that was refused is mended under the same key', async () => {
    const [phone, key] = [newPhone(), newKey()]
    const refused = await send('/v1/opt-ins', optIn(phone, { categories: ['nothing'] }), key)
    expect(refused).toMatchObject({ status: 422, problem: 'category-not-offered' })
    expect((await send('/v1/opt-ins', optIn(phone), key)).status).toBe(201)
  })

  test('comes many times at once and is done once', async () => {
    const [phone, key] = [newPhone(), newKey()]
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send('/v1/opt-ins', optIn(phone), key)),
    )
    const done = answers.filter(({ status }) => status === 201)
    expect(new Set(done.map(({ text }) => text)).size).toBe(1)
    expect(done.filter((answer) => !isRepeat(answer))).toHaveLength(1)
    for (const each of answers.filter(({ status }) => status !== 201)) {
      expect(each).toMatchObject({ status: 409, problem: 'idempotency-key-in-use' })
      expect(each.headers.get('retry-after')).toBe('1')
    }
    expect(await history(service(), phone)).toHaveLength(1)
  })

  test('whose answer was lost with its process finds the same act again', async () => {
    const [phone, key] = [newPhone(), newKey()]
    const { memory } = service().deps
    const company = memory.of('demo')
    // The act is stored, and the process ends before its answer is.
    const dying = {
      ...memory,
      of: () => ({
        ...company,
        write: <T>(work: Parameters<typeof company.write<T>>[0]) =>
          company.write<T>((records) => work({ ...records, keepAnswer: lost, dropAnswer: lost })),
      }),
    }
    const { answerOnce } = await import('../../server/actions/answer-once.ts')
    const { recordOptOut } = await import('../../server/actions/record-opt-out.ts')
    const body = { person: { phone } }
    const request = {
      company: 'demo',
      route: 'POST /v1/opt-outs',
      key,
      content: ['/v1/opt-outs', JSON.stringify(body)],
    }
    const stored = await memory.company('demo')
    if (!stored) throw new Error('the demo is missing')
    const died = answerOnce({ ...service().deps, memory: dying }, request, async (name) => {
      const no = { person: { kind: 'phone', value: phone }, source: 'api', id: name } as const
      await recordOptOut(service().deps, stored, { ...no, evidence: {} })
      return { status: 201, body: '{}' }
    })
    await expect(died).rejects.toThrow('lost')
    expect((await send('/v1/opt-outs', body, key)).problem).toBe('idempotency-key-in-use')
    service().pass(60_000)
    const again = await send('/v1/opt-outs', body, key)
    expect([again.status, isRepeat(again)]).toEqual([201, false])
    expect(await history(service(), phone)).toHaveLength(1)
  })

  test('is another act a day later, and what was kept of it is forgotten', async () => {
    const [phone, key] = [newPhone(), newKey()]
    await send('/v1/opt-ins', optIn(phone), key)
    service().pass(DAY - 1)
    expect(isRepeat(await send('/v1/opt-ins', optIn(phone), key))).toBe(true)
    service().pass(1)
    const later = await send('/v1/opt-ins', optIn(phone, { evidence: { order: '2' } }), key)
    expect([later.status, isRepeat(later)]).toEqual([201, false])
    expect(await history(service(), phone)).toHaveLength(2)
    await forgetOldAnswers(service().deps, 'demo')
    expect(
      isRepeat(await send('/v1/opt-ins', optIn(phone, { evidence: { order: '2' } }), key)),
    ).toBe(true)
    service().pass(DAY)
    await forgetOldAnswers(service().deps, 'demo')
    expect((await service().rows())['answers']).toBeLessThanOrEqual(1)
  })

  test.each(['', ' ', 'é', 'a b', 'x'.repeat(256)])('named %j is refused', async (key) => {
    const encoded = Buffer.from(key).toString('latin1')
    const answer = await send('/v1/opt-outs', { person: { phone: newPhone() } }, encoded)
    expect(answer).toMatchObject({ status: 400, problem: 'idempotency-key-not-valid' })
  })

  test('asks for the scope first', async () => {
    const [phone, key] = [newPhone(), newKey()]
    await send('/v1/opt-outs', { person: { phone } }, key)
    const peeping = await send('/v1/opt-outs', { person: { phone } }, key, service().keys.people)
    expect(peeping).toMatchObject({ status: 403, problem: 'scope-missing' })
  })
})

const lost = () => Promise.reject(new Error('lost'))

const optIn = (phone: string, more: object = {}) => ({
  form: 'frm_demo',
  phone,
  categories: ['offers'],
  evidence: { order: '4711' },
  ...more,
})

const isRepeat = ({ headers }: Answer) => headers.get('idempotent-replayed') === 'true'
