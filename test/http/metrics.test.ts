import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { type Ask, METRICS_TOKEN, type Service, serviceFor } from '../support/service.ts'
import { by, maySend, newPhone, tells, writes } from './acts.ts'

const withToken: Ask = { headers: { authorization: `Bearer ${METRICS_TOKEN}` } }

/** What is counted now: each line's value by its name and labels. */
const counted = async (service: Service): Promise<ReadonlyMap<string, number>> => {
  const answer = await service.ask('/metrics', withToken)
  expect(answer).toMatchObject({ status: 200 })
  expect(answer.type).toBe('text/plain; version=0.0.4')
  const lines = answer.text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.replace(/ \S+$/u, ''), Number(/\S+$/u.exec(line)?.[0])]))
}

/** By how much the counts rose while something was done; what did not change is left out. */
const risen = async (
  service: Service,
  work: () => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> => {
  const before = await counted(service)
  await work()
  const after = await counted(service)
  return Object.fromEntries(
    [...after]
      .map(([name, value]) => [name, value - (before.get(name) ?? 0)] as const)
      .filter(([name, rise]) => rise !== 0 && name.startsWith('quiero_')),
  )
}

const queue = (name: string): string => `quiero_queue_length{queue="${name}"}`

describe.each(ENGINES)('what is counted, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test('are decisions by their reason, one by one and in lists', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want offers')
    const question = { person: { phone }, sender: 'main', category: 'offers' }
    const other = { ...question, person: { phone: newPhone() } }
    const list = [question, other, other, { ...question, category: 'none' }]
    const rise = await risen(service(), async () => {
      await maySend(service(), phone)
      const body = list.map((one) => JSON.stringify(one)).join('\n')
      const headers = { 'content-type': 'application/x-ndjson' }
      const key = service().keys['may-send']
      await service().ask('/v1/may-send/batch', { key, headers, body })
    })
    expect(rise).toMatchObject({
      'quiero_decisions_total{allow="true",reason="consented"}': 2,
      'quiero_decisions_total{allow="false",reason="never_asked"}': 2,
      'quiero_requests_total{method="POST",route="/v1/may-send",status="200"}': 1,
      'quiero_request_duration_seconds_count{method="POST",route="/v1/may-send"}': 1,
      'quiero_requests_total{method="POST",route="/v1/may-send/batch",status="200"}': 1,
    })
    const reasons = Object.keys(rise).filter((name) => name.startsWith('quiero_decisions'))
    expect(reasons).toHaveLength(2)
  })

  test('are opt-outs, and how old they were when they were in force', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const ten = 10 * 60_000
    const rise = await risen(service(), async () => {
      await writes(service(), by(phone), 'Salir')
      const at = new Date(service().now() - ten).toISOString()
      const key = service().keys['opt-outs']
      const body = { person: { phone }, at, evidence: { order: '1' } }
      expect(await service().ask('/v1/opt-outs', { key, body })).toMatchObject({ status: 201 })
      await tells(service(), newPhone(), 'hola')
    })
    const age = 'quiero_opt_out_age_seconds'
    expect(rise).toMatchObject({
      'quiero_events_total{kind="message"}': 2,
      'quiero_events_total{kind="opt_out"}': 1,
      [`${age}_count{since="received"}`]: 2,
      [`${age}_bucket{le="0.005",since="received"}`]: 2,
      [`${age}_count{since="acted"}`]: 2,
      [`${age}_bucket{le="300",since="acted"}`]: 1,
      [`${age}_bucket{le="86400",since="acted"}`]: 2,
    })
  })

  test('is no event twice', async () => {
    const phone = newPhone()
    const body = { sender: 'main', from: { phone }, text: 'STOP', id: `counted-${phone}` }
    const key = service().keys.messages
    const rise = await risen(service(), async () => {
      for (const _ of [1, 2, 3]) await service().ask('/v1/messages', { key, body })
    })
    expect(rise).toMatchObject({ 'quiero_events_total{kind="message"}': 1 })
  })

  test('is nothing of a work that is undone', async () => {
    const { memory, ids } = service().deps
    const rise = await risen(service(), async () => {
      const work = memory.of('demo').write(async (records) => {
        const moment = { clock: 'ours', receivedAt: service().now() } as const
        const act = { kind: 'opt_out', source: 'api', categories: null, senders: ['main'] } as const
        const event = { id: ids.newEvent(), person: ids.newPerson(), moment, act }
        expect(await records.append(event, null)).toBe(true)
        throw new Error('on purpose')
      })
      await expect(work).rejects.toThrow('on purpose')
    })
    expect(Object.keys(rise).filter((name) => name.startsWith('quiero_events'))).toEqual([])
  })

  test('are the queues, of all companies', async () => {
    const now = await counted(service())
    const names = ['inbox', 'replies', 'passings', 'deliveries', 'dead_deliveries']
    expect(names.map((name) => now.get(queue(name)))).toEqual([0, 0, 0, 0, 0])
    const body = new TextEncoder().encode('{}')
    const at = service().now()
    const inbound = {
      body,
      type: 'application/json',
      place: 'main',
      receivedAt: at,
      isStale: false,
    }
    const provider = 'whatsapp-cloud' as const
    const rise = await risen(service(), () =>
      service()
        .deps.memory.of('demo')
        .write((records) => records.keepInbound({ ...inbound, provider, id: 'waiting' })),
    )
    expect(rise).toMatchObject({ [queue('inbox')]: 1 })
  })

  test('is the process, and on SQLite how many works share a transaction', async () => {
    const now = await counted(service())
    expect(now.get('process_resident_memory_bytes')).toBeGreaterThan(1e6)
    expect(now.has('nodejs_eventloop_lag_p99_seconds')).toBe(true)
    const works = now.get('quiero_works_per_commit_count') ?? 0
    expect(works > 0).toBe(engine === 'sqlite')
  })

  test.each([
    ['no token', {}],
    ['a key that may do all', () => service().keys.all],
    ['another token', `${METRICS_TOKEN}x`],
    ['a part of it', METRICS_TOKEN.slice(1)],
  ])('is there for nobody with %s', async (_what, token) => {
    const text = typeof token === 'function' ? token() : token
    const headers: Ask =
      typeof text === 'string' ? { headers: { authorization: `Bearer ${text}` } } : {}
    expect(await service().ask('/metrics', headers)).toMatchObject({
      status: 404,
      problem: 'not-found',
    })
  })

  test('names no company, no person and nothing that a caller wrote', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), 'Salir')
    await service().ask(`/l/${phone}`, { method: 'PURGE', headers: { 'x-request-id': phone } })
    const { text } = await service().ask('/metrics', withToken)
    expect(text).not.toMatch(/demo|main|offers/u)
    expect(text).not.toContain(phone.slice(-8))
  })
})
