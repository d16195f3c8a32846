import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROBLEMS } from '../../server/actions/problem.ts'
import { PROBLEM_TABLE } from '../../server/http/problems.ts'
import { type Ask, openService, type Service, serviceFor, SHOP } from '../support/service.ts'
import { newAttempt, newPhone, shown } from './acts.ts'
import { messages, signature, text, WEBHOOK, wire, wireMessage } from './meta.ts'

describe('the list of problems', () => {
  test('is closed: each has one status, a title and a sentence, and no two are called alike', () => {
    expect(Object.keys(PROBLEM_TABLE).toSorted()).toEqual([...PROBLEMS].toSorted())
    for (const [status, title, detail] of Object.values(PROBLEM_TABLE)) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(title).not.toBe('')
      expect(detail).toMatch(/^[A-Z].+\.$/u)
    }
    expect(new Set(Object.values(PROBLEM_TABLE).map(([, title]) => title)).size).toBe(
      PROBLEMS.length,
    )
  })

  test('says of every number why it is not taken', () => {
    const phones = PROBLEMS.filter((code) => code.startsWith('phone-'))
    expect(phones).toHaveLength(7)
    for (const code of phones) expect(PROBLEM_TABLE[code][0]).toBe(422)
  })
})

/** A number, a name and a mailbox that must never come back. */
const CANARIES = ['5215587654321', 'Anacanaria', 'canary@example.com']
const [NUMBER = '', NAME = '', MAIL = ''] = CANARIES

const bad = (path: string, request: Ask): readonly [path: string, request: Ask] => [path, request]

const BAD: readonly (readonly [path: string, request: Ask])[] = [
  bad(`/v1/people/${NUMBER}`, {}),
  bad(`/v1/nothing/${NUMBER}?phone=${NUMBER}`, {}),
  bad(`/v1/forms/frm_${NUMBER}?language=${NAME}`, { origin: SHOP }),
  bad(`/v1/opt-ins/${NUMBER}`, { headers: { 'quiero-watch': NUMBER } }),
  bad(`/webhooks/whatsapp-cloud/${NUMBER}/${NUMBER}`, { body: { from: NUMBER } }),
  bad(`${WEBHOOK}?hub.mode=subscribe&hub.verify_token=${NUMBER}&hub.challenge=${NUMBER}`, {}),
  bad(WEBHOOK, { body: `{"from":"${NUMBER}"` }),
  bad(`/f/frm_${NUMBER}.js`, {}),
  bad(`/w/${NUMBER}/widget.js`, {}),
  ...['/v1/may-send', '/v1/people/find', '/v1/messages', '/v1/opt-ins', '/v1/opt-outs'].flatMap(
    (path) => [
      bad(path, { body: `{"person":"${NUMBER}` }),
      bad(path, { body: `"${NUMBER}"` }),
      bad(path, { body: { [NUMBER]: NUMBER } }),
      bad(path, { body: { [NAME]: NAME } }),
      bad(path, {
        body: { person: { phone: `${NUMBER}99999` }, sender: NUMBER, category: NUMBER },
      }),
      bad(path, { body: { person: { phone: NUMBER, email: MAIL, [NAME]: 1 } } }),
      bad(path, { body: { person: { [MAIL]: NUMBER }, from: { [NAME]: NUMBER } } }),
      bad(path, { body: { person: { email: `${MAIL} ${NAME}` }, form: NUMBER, text: [NAME] } }),
      bad(path, { headers: { authorization: `Bearer ${NUMBER}` }, body: {} }),
      bad(path, { origin: `https://${NUMBER}.example`, body: {} }),
    ],
  ),
  bad('/v1/may-send', {
    body: {
      person: { phone: '+525512345678' },
      sender: 'main',
      category: 'offers',
      [NUMBER]: 1,
    },
  }),
  bad('/v1/people/find', { body: { person: { phone: '+525512345678' }, [MAIL]: 1 } }),
  bad('/v1/templates/check', {
    body: { kind: NAME, language: NUMBER, body: NUMBER, [NAME]: MAIL },
  }),
  bad('/v1/templates/check', { body: { buttons: [{ kind: MAIL, text: NUMBER, [NAME]: 1 }] } }),
  bad('/v1/templates/check', { body: `{"body":"${NUMBER}` }),
  bad('/v1/company', { method: 'PUT', body: { id: NUMBER, name: NAME, [NAME]: NUMBER } }),
  bad('/v1/company', { method: 'PUT', body: { senders: [{ phone: NUMBER, appSecret: NAME }] } }),
]

describe('a problem', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test.each(BAD)('%s %j tells nothing of what was sent', async (path, request) => {
    for (const key of [service().keys.all, null]) {
      const answer = await service().ask(path, { ...(key === null ? {} : { key }), ...request })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.type).toBe('application/problem+json')
      const told = answer.as<Record<string, unknown>>()
      expect(PROBLEMS).toContain(told['code'])
      expect(told).toMatchObject({
        type: `urn:quiero:problem:${String(told['code'])}`,
        status: answer.status,
      })
      for (const canary of CANARIES) expect(answer.text).not.toContain(canary)
    }
  })

  test('says which field is amiss, by its name alone', async () => {
    const answer = await service().ask('/v1/may-send', {
      key: service().keys.all,
      body: { person: { phone: NUMBER }, sender: 'main', category: 7 },
    })
    expect(answer.as<object>()).toMatchObject({ code: 'body-not-valid', at: 'category' })
  })
})

describe('a fault of ours', () => {
  let service: Service

  beforeAll(async () => {
    service = await openService({ engine: 'sqlite' })
    // The company is in the cache for half a second, so that a request comes as far as the memory.
    await shown(service)
  })

  afterAll(() => service.close())

  test('is a problem without particulars, noted with an address that names nobody', async () => {
    const { noticeToken } = await shown(service)
    await service.deps.memory.close()
    const attempt = newAttempt()
    const phone = newPhone()
    const body = {
      form: 'frm_demo',
      noticeToken,
      attempt,
      phone,
      categories: 'offers',
      language: 'es',
    }
    const answer = await service.ask('/v1/opt-ins', { origin: SHOP, body })
    expect(answer).toMatchObject({ status: 500, problem: 'internal' })
    expect(answer.text).not.toMatch(/memory|closed|at /u)
    expect(service.faults).toHaveLength(1)
    expect(service.faults[0]).toMatch(/^POST \/v1\/opt-ins/u)
    expect(service.faults.join()).not.toContain(phone.slice(3))
  })

  test('is told to a provider as "not now" when its body cannot be kept', async () => {
    const message = wireMessage(service.now(), { from: NUMBER, ...text('STOP') })
    const body = wire([messages([message])])
    const answer = await service.ask(WEBHOOK, { body, headers: signature(body) })
    expect([500, 503]).toContain(answer.status)
    expect(['internal', 'unavailable']).toContain(answer.problem)
  })
})
