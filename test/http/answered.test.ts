import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { LogLevel } from '../../server/log-level.ts'
import { jsonLog } from '../../server/log.ts'
import { openService, type Service } from '../support/service.ts'
import { handedIn, maySend, newPhone, person, writes } from './acts.ts'

type Line = Readonly<Record<string, unknown>>

const read = (lines: readonly string[]): readonly Line[] =>
  lines.map((line) => JSON.parse(line) as Line)

describe('the log of requests', () => {
  let service: Service
  beforeAll(async () => {
    service = await openService({ engine: 'sqlite' })
  }, 60_000)
  afterAll(() => service.close())

  const lastOf = async (work: () => Promise<unknown>): Promise<Line> => {
    await work()
    return read(service.logged).at(-1) ?? {}
  }

  test('names each request as its answer does, by its route and its company', async () => {
    const phone = newPhone()
    await writes(service, { from: phone.slice(1) }, '#want')
    const { id } = await person(service, phone)
    const answer = await service.ask(`/v1/people/${id}`, { key: service.keys.people })
    const line = read(service.logged).at(-1)
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      pid: process.pid,
      request: answer.headers.get('x-request-id'),
      method: 'GET',
      route: '/v1/people/:id',
      status: 200,
      ms: expect.any(Number),
      company: 'demo',
      msg: 'answered',
    })
    const again = await service.ask(`/v1/people/${id}`, { key: service.keys.people })
    expect(again.headers.get('x-request-id')).not.toBe(answer.headers.get('x-request-id'))
  })

  test('takes no id, path, query or company from a caller', async () => {
    const phone = newPhone()
    const headers = { 'x-request-id': phone, 'user-agent': phone, cookie: phone }
    for (const path of [
      `/l/${phone}`,
      `/f/${phone}`,
      `/webhooks/whatsapp-cloud/${phone}/${phone}?hub.verify_token=${phone}`,
      `/n/${phone}/main`,
      `/v1/people/${phone}?phone=${phone}`,
      `/v1/${phone}`,
    ]) {
      const answer = await service.ask(path, { headers })
      expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u)
    }
    expect(service.logged.length).toBeGreaterThan(5)
    expect(service.logged.join('')).not.toContain(phone.slice(-8))
  })

  test('knows the company of a form and of a webhook', async () => {
    expect(await lastOf(() => handedIn(service, {}))).toMatchObject({ company: 'demo' })
    const hooked = await lastOf(() => writes(service, { from: '5215599900011' }, 'hola'))
    expect(hooked).toMatchObject({
      route: '/webhooks/:provider/:company/:place/:token?',
      company: 'demo',
    })
    const nobody = await lastOf(() => service.ask('/v1/company'))
    expect(nobody).toMatchObject({ status: 401, route: '/v1/company' })
    expect(nobody).not.toHaveProperty('company')
  })

  test('tells of a fault under the id of its request, and of nobody', async () => {
    const phone = newPhone()
    vi.spyOn(service.deps.memory, 'company').mockRejectedValueOnce(new Error(`no room: ${phone}`))
    const answer = await service.ask('/v1/company', { key: service.keys.all })
    expect(answer).toMatchObject({ status: 500, problem: 'internal' })
    const request = answer.headers.get('x-request-id')
    const [fault, answered] = read(service.logged).slice(-2)
    expect(fault).toMatchObject({
      level: 'error',
      request,
      where: 'GET /v1/company',
      error: { name: 'Error', message: expect.stringMatching(/^no room: \+?\[…\]$/u) },
      msg: 'failed',
    })
    expect(answered).toMatchObject({ level: 'error', request, status: 500 })
  })

  test('is quiet about what is asked all the time, unless it is to tell everything', async () => {
    expect(await lastOf(() => maySend(service, newPhone()))).toMatchObject({
      level: 'debug',
      route: '/v1/may-send',
    })
    expect(await lastOf(() => service.ask('/readyz'))).toMatchObject({ level: 'debug' })
    expect(await lastOf(() => service.ask('/v1/may-send', { body: {} }))).toMatchObject({
      level: 'info',
      status: 401,
    })
  })
})

const logged = (level: LogLevel): readonly Line[] => {
  const lines: string[] = []
  const log = jsonLog(level, { write: (line) => void lines.push(line) })
  const usual = { request: 'r', method: 'POST', route: '/v1/may-send', ms: 1.26, company: 'demo' }
  log.answered({ ...usual, status: 200 })
  log.answered({ ...usual, status: 401 })
  log.warn('Made a key.')
  log.fault('somewhere', new Error('broken'))
  return read(lines)
}

describe('a log', () => {
  test.each([
    ['debug', 4],
    ['info', 3],
    ['warn', 2],
    ['error', 1],
    ['silent', 0],
  ] as const)('at level %s has %d of four lines', (level, count) => {
    expect(logged(level)).toHaveLength(count)
  })

  test('leaves out whatever is not among its fields', () => {
    const lines: string[] = []
    const log = jsonLog('debug', { write: (line) => void lines.push(line) })
    const answered = { request: 'r', method: 'GET', route: '/', status: 200, ms: 1.26 }
    const more = { company: undefined, phone: '+5511987654321', body: { text: 'hola' } }
    log.answered({ ...answered, ...more })
    expect(Object.keys(read(lines)[0] ?? {}).toSorted()).toEqual(
      ['level', 'method', 'ms', 'msg', 'pid', 'request', 'route', 'status', 'time'].toSorted(),
    )
    expect(read(lines)[0]).toMatchObject({ ms: 1.3 })
  })
})
