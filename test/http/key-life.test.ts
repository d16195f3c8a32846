import { describe, expect, test } from 'vitest'
import type { KeyMade, KeysShown } from '../../contract/keys.ts'
import { createApiKey } from '../../server/actions/api-keys.ts'
import { isProblem } from '../../server/actions/problem.ts'
import type { Scope } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { type Answer, serviceFor } from '../support/service.ts'
import { otherCompany } from './companies.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

describe.each(ENGINES)('a key, on %s,', (engine) => {
  const service = serviceFor({ engine })

  const iso = (inMs: number) => new Date(service().now() + inMs).toISOString()

  const make = (body: object, key = service().keys.all) =>
    service().ask('/v1/keys', { key, body: { name: 'crm', scopes: ['people'], ...body } })

  const made = async (body: object = {}): Promise<KeyMade> => {
    const answer = await make(body)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return answer.as<KeyMade>()
  }

  const tries = (key: string): Promise<Answer> =>
    service().ask('/v1/people/per_1', { key, method: 'GET' })

  const problemOf = async (key: string) => (await tries(key)).problem

  const listed = async (id: string) => {
    const answer = await service().ask('/v1/keys', { key: service().keys.keys })
    return answer.as<KeysShown>().keys.find((each) => each.id === id)
  }

  const end = (id: string, key = service().keys.keys) =>
    service().ask(`/v1/keys/${id}`, { key, method: 'DELETE' })

  const rotate = (id: string, body: object = {}, key = service().keys.all) =>
    service().ask(`/v1/keys/${id}/rotate`, { key, body })

  test('opens its doors, and is listed without its text', async () => {
    const { key, id, prefix } = await made({ name: 'the CRM' })
    expect(key).toMatch(/^qk_[\w-]{32}[0-9a-f]{6}$/u)
    expect(await problemOf(key)).toBe('person-not-found')
    const answer = await service().ask('/v1/keys', { key: service().keys.keys })
    expect(answer.text).not.toContain(key.slice(3, 30))
    expect(await listed(id)).toMatchObject({ name: 'the CRM', scopes: ['people'], expiresAt: null })
    expect(key.startsWith(prefix ?? '?')).toBe(true)
  })

  test('with a slip in it is told from an unknown one without a look into the database', async () => {
    const { key } = await made()
    for (const at of [3, 20, 34, 35, 40]) {
      const slip = key.slice(0, at) + (key[at] === 'a' ? 'b' : 'a') + key.slice(at + 1)
      expect([at, await problemOf(slip)]).toEqual([at, 'api-key-mistyped'])
    }
    expect(await problemOf(`${key.slice(0, 10)}${key.slice(11)}`)).toBe('api-key-mistyped')
    const closed = { ...service().deps, memory: { ...service().deps.memory, apiKey: unreachable } }
    const { checkApiKey } = await import('../../server/actions/api-keys.ts')
    expect(await checkApiKey(closed, `${key}0`, 'people')).toEqual({ problem: 'api-key-mistyped' })
    await expect(checkApiKey(closed, key, 'people')).rejects.toThrow('unreachable')
  })

  test('of the first releases, which has no check in it, goes on', async () => {
    const text = `qk_${'Ab3_-'.repeat(6)}Zz`
    await service().deps.memory.addApiKey({
      hash: service().deps.sealer.digest(text),
      company: 'demo',
      name: 'old',
      scopes: ['people'],
      createdAt: 1,
      prefix: null,
      endsAt: null,
      lastUsedAt: null,
    })
    expect(await problemOf(text)).toBe('person-not-found')
  })

  test('that was made for a time opens nothing from its last moment on', async () => {
    const { key, id } = await made({ expiresAt: iso(HOUR) })
    expect((await listed(id))?.expiresAt).toBe(iso(HOUR))
    service().pass(HOUR - 1)
    expect(await problemOf(key)).toBe('person-not-found')
    service().pass(1)
    expect(await problemOf(key)).toBe('api-key-ended')
    expect((await make({ expiresAt: iso(0) })).problem).toBe('time-not-valid')
    expect((await make({ expiresAt: 'soon' })).problem).toBe('body-not-valid')
    expect(await createApiKey(service().deps, 'demo', 'x', ['people'], service().now())).toEqual({
      problem: 'time-not-valid',
    })
  })

  test('that is withdrawn opens nothing any more, and cannot be withdrawn twice', async () => {
    const { key, id } = await made()
    expect((await end(id)).status).toBe(204)
    expect(await problemOf(key)).toBe('api-key-ended')
    expect((await end(id)).problem).toBe('api-key-not-found')
    expect((await rotate(id)).problem).toBe('api-key-not-found')
    expect((await listed(id))?.expiresAt).toBe(iso(0))
  })

  test('that is replaced goes on beside the new one until its time is over', async () => {
    const old = await made({ name: 'shop' })
    const answer = await rotate(old.id, { oldEndsInSeconds: 3_600 })
    const next = answer.as<KeyMade>()
    expect(next).toMatchObject({ name: 'shop', scopes: ['people'], expiresAt: null })
    expect(await Promise.all([old.key, next.key].map(problemOf))).toEqual([
      'person-not-found',
      'person-not-found',
    ])
    service().pass(HOUR)
    expect(await Promise.all([old.key, next.key].map(problemOf))).toEqual([
      'api-key-ended',
      'person-not-found',
    ])
  })

  test('that lives for a time is replaced by one that lives as long, and ends no later for it', async () => {
    const old = await made({ expiresAt: iso(2 * DAY) })
    service().pass(2 * DAY - HOUR)
    const next = (await rotate(old.id)).as<KeyMade>()
    expect(next.expiresAt).toBe(iso(2 * DAY))
    expect((await listed(old.id))?.expiresAt).toBe(iso(HOUR))
    const short = (await rotate(next.id, { expiresAt: iso(HOUR) })).as<KeyMade>()
    expect(short.expiresAt).toBe(iso(HOUR))
    expect((await rotate(next.id, { expiresAt: iso(0) })).problem).toBe('time-not-valid')
  })

  test('makes, replaces and reads no key that may do more than itself', async () => {
    const narrow = (await made({ scopes: ['keys', 'people'] })).key
    expect((await make({}, narrow)).status).toBe(201)
    for (const scope of ['company', 'may-send'] satisfies Scope[]) {
      expect((await make({ scopes: ['people', scope] }, narrow)).problem).toBe('scope-missing')
    }
    const { id, key } = await made({ scopes: ['people', 'company'] })
    expect((await rotate(id, {}, narrow)).problem).toBe('scope-missing')
    expect(await problemOf(key)).toBe('person-not-found')
    expect((await make({ scopes: ['everything'] })).problem).toBe('body-not-valid')
    expect((await make({ scopes: [] })).problem).toBe('body-not-valid')
  })

  test('of another company is out of reach', async () => {
    const thief = await service().load(otherCompany())
    const { id, key } = await made()
    expect((await end(id, thief)).problem).toBe('api-key-not-found')
    expect((await rotate(id, {}, thief)).problem).toBe('api-key-not-found')
    expect(await problemOf(key)).toBe('person-not-found')
  })

  test('tells when it was used last, to the hour', async () => {
    const { id, key } = await made()
    expect((await listed(id))?.lastUsedAt).toBeNull()
    const first = iso(0)
    await Promise.all(Array.from({ length: 5 }, () => tries(key)))
    await expect.poll(async () => (await listed(id))?.lastUsedAt).toBe(first)
    service().pass(HOUR - 1)
    await tries(key)
    expect((await listed(id))?.lastUsedAt).toBe(first)
    service().pass(1)
    await tries(key)
    await expect.poll(async () => (await listed(id))?.lastUsedAt).toBe(iso(0))
  })

  test('answers before its use is on disk, and whether or not it can be noted', async () => {
    const { key } = await made()
    const told: string[] = []
    let isNoting = false
    const deps = {
      ...service().deps,
      report: (where: string) => void told.push(where),
      memory: {
        ...service().deps.memory,
        noteKeyUse: () => {
          isNoting = true
          return Promise.reject(new Error('disk full'))
        },
      },
    }
    const { checkApiKey } = await import('../../server/actions/api-keys.ts')
    expect(isProblem(await checkApiKey(deps, key, 'people'))).toBe(false)
    expect(isNoting).toBe(true)
    await expect.poll(() => told).toEqual(['noting that a key is used'])
  })
})

describe('the demo’s key', () => {
  const service = serviceFor({ engine: 'sqlite', isDemo: true })

  test('makes no keys, which would outlive the demo', async () => {
    const body = { name: 'x', scopes: ['people'] }
    const answer = await service().ask('/v1/keys', { key: 'qk_demo', body })
    expect(answer).toMatchObject({ status: 403, problem: 'scope-missing' })
  })
})

const unreachable = () => Promise.reject(new Error('unreachable'))
