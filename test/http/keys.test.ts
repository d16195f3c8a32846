import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { MaySendAnswer } from '../../contract/may-send.ts'
import { readConfig } from '../../server/config.ts'
import { plainLog } from '../../server/log.ts'
import { openDeps } from '../../server/open-deps.ts'
import { SCOPES } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { type Ask, serviceFor } from '../support/service.ts'
import { by, newPhone, person, writes } from './acts.ts'
import { otherCompany } from './companies.ts'
import { addressOf, DOORS } from './doors.ts'

/** Every address that needs a key, with the scope that opens it. */
const KEYED = DOORS.flatMap((door) => {
  if (door.opens === 'public') return []
  const { method, path } = addressOf(door, () => 'per_1')
  const request: Ask = { method, ...(door.bodies && { body: {} }) }
  return [{ route: door.route, scope: door.opens, path, request, forPages: door.forPages === true }]
})

describe.each(KEYED)('$route', ({ scope, path, request, forPages }) => {
  const service = serviceFor({ engine: 'sqlite' })

  test('is open to a key that may do this, and to no other', async () => {
    for (const other of SCOPES) {
      const { status, problem } = await service().ask(path, {
        ...request,
        key: service().keys[other],
      })
      const isRefused = status === 403 && problem === 'scope-missing'
      expect([other, isRefused]).toEqual([other, other !== scope])
    }
    const withAll = await service().ask(path, { ...request, key: service().keys.all })
    expect([401, 403]).not.toContain(withAll.status)
  })

  test.each([
    ['that nobody has', `Bearer qk_${'A'.repeat(32)}`, 'api-key-not-valid'],
    ['of the demo', 'Bearer qk_demo', 'api-key-not-valid'],
    ['that is cut off', 'Bearer qk_', 'api-key-mistyped'],
    ['with a slip in it', `Bearer qk_${'A'.repeat(32)}000000`, 'api-key-mistyped'],
    ['that is no bearer’s', 'Basic cWtfZGVtbzo=', 'api-key-missing'],
    ['that is empty', 'Bearer ', 'api-key-missing'],
    ['that is endless', `Bearer ${'q'.repeat(5_000)}`, 'api-key-missing'],
  ])('is shut to a key %s', async (_what, authorization, problem) => {
    const answer = await service().ask(path, { ...request, headers: { authorization } })
    expect(answer).toMatchObject({ status: 401, problem, type: 'application/problem+json' })
  })

  test('is shut without a key', async () => {
    const { status } = await service().ask(path, request)
    // A page comes to some without a key, and then it is the body that is amiss.
    expect(status).toBe(forPages ? 400 : 401)
  })
})

describe('the demo’s key', () => {
  const service = serviceFor({ engine: 'sqlite', isDemo: true })

  test('opens the demo’s company in the demo', async () => {
    const answer = await service().ask('/v1/company', { key: 'qk_demo' })
    expect(answer.as<object>()).toMatchObject({ id: 'demo' })
  })
})

describe('the demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-demo-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each([
    ['127.0.0.1', true, true],
    ['localhost', true, true],
    ['::1', true, true],
    ['0.0.0.0', true, false],
    ['192.168.1.7', true, false],
    ['127.0.0.1', false, false],
  ])(
    'at %s, asked for: %s, is one: %s; only then is its secret good',
    async (host, demo, isOne) => {
      const secrets = new Map([
        ['QUIERO_SECRET_META', 'demo-app-secret'],
        ['QUIERO_SECRET_REAL', 'a real one'],
        ['QUIERO_SECRET_OF_OTHERS', 'none of theirs'],
      ])
      const config = { ...readConfig({ DATA_DIR: folder }), host, demo, secrets }
      const deps = await openDeps(
        config,
        plainLog(() => {}),
      )
      const allowed = ['QUIERO_SECRET_META', 'QUIERO_SECRET_REAL', 'QUIERO_SECRET_UNSET']
      const company = { document: {}, version: 1, secrets: allowed } as never
      expect(deps.isDemo).toBe(isOne)
      expect(deps.secretOf(company, 'QUIERO_SECRET_META')).toBe(isOne ? 'demo-app-secret' : null)
      expect(deps.secretOf(company, 'QUIERO_SECRET_REAL')).toBe('a real one')
      expect(deps.secretOf(company, 'QUIERO_SECRET_OF_OTHERS')).toBeNull()
      expect(deps.secretOf(company, 'QUIERO_SECRET_UNSET')).toBeNull()
      await deps.memory.close()
    },
  )
})

describe.each(ENGINES)(
  'two companies with senders and categories of the same ids, on %s,',
  (engine) => {
    const service = serviceFor({ engine })

    test('never see each other', async () => {
      const key = await service().load(otherCompany())
      const phone = newPhone()
      await writes(service(), by(phone), '#want')
      const { id } = await person(service(), phone)

      const theirs = (path: string, body?: object) =>
        service().ask(path, body === undefined ? { key } : { key, body })
      const question = { person: { phone }, sender: 'main', category: 'offers' }
      const decision = (await theirs('/v1/may-send', question)).as<MaySendAnswer>()
      expect(decision).toMatchObject({ allow: false, reason: 'never_asked', personId: null })
      expect(await theirs('/v1/people/find', { person: { phone } })).toMatchObject({ status: 404 })
      expect(await theirs(`/v1/people/${id}`)).toMatchObject({ status: 404 })
      expect(await theirs(`/v1/people/${id}/events`)).toMatchObject({ status: 404 })
      expect((await theirs('/v1/company')).as<object>()).toMatchObject({ id: 'other' })

      const evidence = { order: '1' }
      const optIn = { form: 'frm_demo', phone, categories: ['offers'], evidence }
      expect(await theirs('/v1/opt-ins', optIn)).toMatchObject({
        status: 404,
        problem: 'form-not-found',
      })
      expect(await theirs('/v1/opt-outs', { person: { phone } })).toMatchObject({ status: 201 })
      const ours = await service().ask('/v1/may-send', { key: service().keys.all, body: question })
      expect(ours.as<object>()).toMatchObject({ allow: true, reason: 'consented' })
    })

    test('hear the same message id each for itself', async () => {
      const key = await service().load(otherCompany())
      const phone = newPhone()
      const body = { sender: 'main', from: { phone }, text: '#want', id: 'the same id' }
      for (const of of [key, service().keys.all]) {
        const heard = await service().ask('/v1/messages', { key: of, body })
        expect(heard.as<object>()).toMatchObject({
          meaning: 'subscribe',
          granted: ['orders', 'offers'],
        })
      }
    })
  },
)
