import { afterAll, beforeAll, expect, test } from 'vitest'
import { Quiero } from '../../client/quiero.ts'
import {
  type HostileServer,
  type Manner,
  refuses,
  says,
  startHostileServer,
} from './hostile-server.ts'

let server: HostileServer
beforeAll(async () => {
  server = await startHostileServer()
})
afterAll(() => server.close())

const event = (n: number): string => `id: c${n}\ndata: {"position":${n}}\n\n`

/** Says some of a stream, then breaks it off. */
const streams =
  (text: string): Manner =>
  (response, _, socket) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(text)
    setTimeout(() => socket.destroy(), 20)
  }

test('a feed that breaks is gone on with where it broke, however it breaks', async () => {
  server.manners = [
    streams(`retry: 1000\nid: c0\n\n${event(1)}id: c2\ndata: {"posi`),
    says('', 503),
    streams(`: waiting\n\n${event(2)}id: c3\ndata: {"position":\n\n`),
    says('<html>', 200, 'text/html'),
    streams(event(3)),
    refuses('api-key-ended', 401),
  ]
  const quiero = new Quiero({ url: server.url, key: 'qk_test', timeoutMs: 500 })
  const positions: number[] = []
  const read = async (): Promise<void> => {
    for await (const one of quiero.events({ after: 'latest' })) {
      positions.push(one.event.position)
      expect(one.cursor).toBe(`c${one.event.position}`)
    }
  }
  await expect(read()).rejects.toMatchObject({ code: 'api-key-ended' })
  expect(positions).toEqual([1, 2, 3])
  expect(server.seen.map(({ headers }) => headers['last-event-id'])).toEqual([
    'latest',
    'c1',
    'c1',
    'c2',
    'c2',
    'c3',
  ])
})
