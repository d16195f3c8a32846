import { describe, expect, test } from 'vitest'
import type { FeedEvent, FeedShown } from '../../contract/events.ts'
import { ENGINES } from '../support/databases.ts'
import { type Service, serviceFor } from '../support/service.ts'
import { by, history, newPhone, person, writes } from './acts.ts'
import { otherCompany } from './companies.ts'

/** Reads one page of the demo's feed. */
const page = async (
  service: Service,
  query = '',
  key = service.keys.events,
): Promise<FeedShown> => {
  const answer = await service.ask(`/v1/events${query}`, { key })
  expect(answer.status).toBe(200)
  return answer.as<FeedShown>()
}

/** Reads from a cursor until so many events have come: on PostgreSQL they are placed soon after they are stored. */
const follow = async (
  service: Service,
  after: string,
  count: number,
): Promise<{ readonly events: readonly FeedEvent[]; readonly cursor: string }> => {
  const events: FeedEvent[] = []
  let cursor = after
  while (events.length < count) {
    const next = await page(service, `?after=${cursor}&wait=10&limit=2`)
    events.push(...next.events)
    if (next.events.length === 0) break
    ;({ cursor } = next)
  }
  return { events, cursor }
}

/** The messages of a stream that was read until it held some text. */
const streamed = async (
  service: Service,
  headers: Readonly<Record<string, string>>,
  until: (text: string) => boolean,
): Promise<{ readonly ids: readonly string[]; readonly events: readonly FeedEvent[] }> => {
  const response = await service.app.request('/v1/events', {
    headers: {
      authorization: `Bearer ${service.keys.events}`,
      accept: 'text/event-stream',
      ...headers,
    },
  })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  if (!response.body) throw new Error('a stream without a body')
  let text = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    if (until(text)) break
  }
  const blocks = text.split('\n\n').map((block) => new Map(block.split('\n').map(lineOf)))
  return {
    ids: blocks.flatMap((block) => block.get('id') ?? []),
    events: blocks.flatMap((block) =>
      block.has('data') ? [JSON.parse(block.get('data') ?? '') as FeedEvent] : [],
    ),
  }
}

const lineOf = (line: string): readonly [string, string] => {
  const [name = '', ...rest] = line.split(': ')
  return [name, rest.join(': ')]
}

const count = (text: string): number => text.match(/^data: .*\n\n/gmu)?.length ?? 0

describe.each(ENGINES)('the change feed on %s', (engine) => {
  const service = serviceFor({ engine })

  test('tells everything that happens, in the order of the log, and no number', async () => {
    const { cursor } = await page(service(), '?after=latest')
    const [one, other] = [newPhone(), newPhone()]
    await writes(service(), by(one), '#want offers')
    await writes(service(), by(other), '#want')
    await writes(service(), by(one), 'SALIR')
    const { events } = await follow(service(), cursor, 3)
    const ids = [(await person(service(), one)).id, (await person(service(), other)).id]
    expect(events.map((event) => event.person)).toEqual([ids[0], ids[1], ids[0]])
    expect(events.map(({ act }) => act.kind)).toEqual(['message', 'message', 'message'])
    const positions = events.map(({ position }) => position)
    expect(positions).toEqual([0, 1, 2].map((step) => (positions[0] ?? 0) + step))
    expect(JSON.stringify(events)).not.toContain(one.slice(4))
    expect(events.every((event) => !('evidence' in event))).toBe(true)
    const [yes, no] = await history(service(), one)
    expect([events[0], events[2]]).toEqual(
      [yes, no].map((event) => {
        const { evidence: _, ...thin } = event ?? { evidence: null }
        return { ...thin, person: ids[0] }
      }),
    )
  })

  test('gives the evidence too, to a key that may read people', async () => {
    const { cursor } = await page(service(), '?after=latest')
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    await follow(service(), cursor, 1)
    const { events } = await page(service(), `?after=${cursor}&evidence=1`, service().keys.all)
    expect(events).toMatchObject([{ evidence: { phone } }])
    const answer = await service().ask(`/v1/events?after=${cursor}&evidence=1`, {
      key: service().keys.events,
    })
    expect(answer).toMatchObject({ status: 403, problem: 'scope-missing' })
  })

  test('waits for what comes next, and no longer', async () => {
    const { cursor } = await page(service(), '?after=latest')
    const waiting = page(service(), `?after=${cursor}&wait=20`)
    await writes(service(), by(newPhone()), 'hola')
    expect((await waiting).events).toHaveLength(1)
    const { cursor: last } = await page(service(), '?after=latest')
    const begunAt = performance.now()
    const nothing = await page(service(), `?after=${last}&wait=1`)
    expect(nothing).toEqual({ events: [], cursor: last, more: false })
    expect(performance.now() - begunAt).toBeGreaterThan(900)
  })

  test('begins at the beginning, and goes on page by page to the same end', async () => {
    await page(service(), `?after=${(await page(service(), '?after=latest')).cursor}`)
    const positions: number[] = []
    let query = '?limit=3'
    for (let more = true; more;) {
      const next = await page(service(), query)
      positions.push(...next.events.map(({ position }) => position))
      ;({ more } = next)
      query = `?limit=3&after=${next.cursor}`
    }
    expect(positions.length).toBeGreaterThan(3)
    expect(positions).toEqual(positions.map((_, index) => index))
  })

  test('streams, and goes on after the last event that a reader has seen', async () => {
    const { cursor } = await page(service(), '?after=latest')
    const first = streamed(service(), { 'last-event-id': cursor }, (text) => count(text) >= 2)
    for (const said of ['uno', 'dos', 'tres']) await writes(service(), by(newPhone()), said)
    const { ids, events } = await first
    expect(ids[0]).toBe(cursor)
    const { events: all } = await follow(service(), cursor, 3)
    expect(events).toEqual(all.slice(0, events.length))
    const second = await streamed(
      service(),
      { 'last-event-id': ids[2] ?? '' },
      (text) => count(text) >= 1,
    )
    expect(second.events[0]).toEqual(all[2])
  })

  test('is each company’s own: a cursor of another is refused, and so is one that was made up', async () => {
    const key = await service().load(otherCompany())
    const ours = await page(service(), '?limit=1')
    expect(ours.events).toHaveLength(1)
    expect((await page(service(), '', key)).events).toEqual([])
    const [place = '', signature = ''] = ours.cursor.split('.')
    for (const [cursor, of] of [
      [ours.cursor, key],
      [`0.${signature}`, service().keys.all],
      [place, service().keys.all],
      ['%F0%9F%98%80', service().keys.all],
    ] as const) {
      const answer = await service().ask(`/v1/events?after=${cursor}`, { key: of })
      expect([cursor, answer.status, answer.problem]).toEqual([cursor, 400, 'cursor-not-valid'])
    }
  })

  test.each(['limit=0', 'limit=1001', 'wait=31', 'wait=-1', 'after=', 'evidence=2', 'from=1'])(
    'does not understand %s',
    async (query) => {
      const answer = await service().ask(`/v1/events?${query}`, { key: service().keys.events })
      expect(answer).toMatchObject({ status: 400, problem: 'body-not-valid' })
    },
  )
})

describe.each(ENGINES)('a server on %s', (engine) => {
  const service = serviceFor({ engine })

  test('says that it runs, and that its database answers', async () => {
    expect(await service().ask('/healthz')).toMatchObject({ status: 200, text: 'ok' })
    expect(await service().ask('/readyz')).toMatchObject({ status: 200, text: 'ready' })
  })
})

describe('a server whose database is gone', () => {
  test('runs and is not ready', async () => {
    const { openService } = await import('../support/service.ts')
    const service = await openService({ engine: 'sqlite' })
    await service.deps.memory.close()
    expect(await service.ask('/healthz')).toMatchObject({ status: 200 })
    expect(await service.ask('/readyz')).toMatchObject({ status: 503, text: 'not ready' })
    await service.close().catch(() => {})
  })
})
