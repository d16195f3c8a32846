import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginFlow } from '../../server/http/batch/stream.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, newPhone, writes } from './acts.ts'
import { answersIn, askList } from './batch-lists.ts'

const question = (phone: string): string =>
  `${JSON.stringify({ person: { phone }, sender: 'main', category: 'offers' })}\n`

const answerTo = async (call: ClientRequest): Promise<IncomingMessage> => {
  const [answer] = (await once(call, 'response')) as [IncomingMessage]
  return answer
}

const endless = async function* (): AsyncGenerator<string> {
  for (;;) yield 'x'
}

const silent = async function* (): AsyncGenerator<string> {
  await new Promise(() => {})
  yield ''
}

const slow = async function* (): AsyncGenerator<string> {
  for (;;) {
    await sleep(5)
    yield 'x'
  }
}

describe.each(ENGINES)('over a connection, a list on %s', (engine) => {
  const service = serviceFor({ engine })
  let server: ReturnType<typeof serve> | undefined
  let url = ''

  beforeAll(async () => {
    url = await new Promise<string>((resolve) => {
      server = serve(
        { fetch: service().app.fetch, hostname: '127.0.0.1', port: 0 },
        (info: AddressInfo) => resolve(`http://127.0.0.1:${info.port}/v1/may-send/batch`),
      )
    })
  })
  afterAll(async () => {
    await new Promise((resolve) => void server?.close(resolve))
  })

  const begin = (): ClientRequest =>
    request(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${service().keys['may-send']}`,
        'content-type': 'application/x-ndjson',
      },
    })

  /** Until there is room again: each list that has not ended takes a place. */
  const untilFree = async (): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await askList(service(), [])).status === 200) return
      await sleep(50)
    }
    throw new Error('a list that nobody reads keeps its place')
  }

  test('is answered while it comes, from what stood when it began', async () => {
    const [before, meanwhile] = [newPhone(), newPhone()]
    await writes(service(), by(before), '#want')
    await writes(service(), by(meanwhile), '#want')
    const call = begin()
    call.write(question(before))
    const answer = (await answerTo(call)).setEncoding('utf8')[Symbol.asyncIterator]()
    const line = async () => answersIn(String((await answer.next()).value))
    expect(await line()).toMatchObject([{ reason: 'consented' }])
    await writes(service(), by(meanwhile), 'SALIR')
    call.end(question(meanwhile))
    expect(await line()).toMatchObject([{ reason: 'consented' }])
    expect((await answer.next()).done).toBe(true)
    const next = await askList(service(), [question(meanwhile).trim()])
    expect(answersIn(next.text)).toMatchObject([{ reason: 'blocked' }])
    await untilFree()
  })

  test('ends when who sent it vanishes, in the middle of the list or of the answer', async () => {
    for (let round = 0; round < 3; round += 1) {
      const calls = [begin(), begin()]
      for (const call of calls) {
        call.on('error', () => {})
        call.write(question(newPhone()))
        await answerTo(call)
      }
      expect((await askList(service(), [])).status).toBe(429)
      for (const call of calls) call.destroy()
      await untilFree()
    }
  })

  test('is read no faster than its answers are', async () => {
    const call = begin()
    call.on('error', () => {})
    const some = Array.from({ length: 1_000 }, () => question('1')).join('')
    call.write(some)
    const answer = await answerTo(call)
    answer.pause()
    let sent = 0
    while (sent < 400 && (call.write(some) || (await drained(call)))) sent += 1
    // Four hundred times this are 30 MB; the sockets hold a few of them.
    expect(sent).toBeLessThan(400)
    call.destroy()
    await untilFree()
  })
})

const drained = (call: ClientRequest): Promise<boolean> =>
  Promise.race([once(call, 'drain').then(() => true), sleep(2_000).then(() => false)])

describe('a flow', () => {
  test('that nobody reads, or that nothing comes of, is cut and released once', async () => {
    for (const rest of [endless(), silent()]) {
      let released = 0
      const release = (): void => void (released += 1)
      const flow = beginFlow(release, () => {}, { idle: 50, whole: 10_000 })
      const reader = flow.send('first', rest).getReader()
      expect(new TextDecoder().decode((await reader.read()).value)).toBe('first')
      await sleep(200)
      await expect(reader.read().then(() => reader.read())).rejects.toThrow('too long')
      flow.stop()
      expect(released).toBe(1)
    }
  })

  test('that is read on and on is cut all the same in the end', async () => {
    let released = 0
    const flow = beginFlow(
      () => void (released += 1),
      () => {},
      { idle: 10_000, whole: 80 },
    )
    const reader = flow.send(undefined, slow()).getReader()
    await expect(
      (async () => {
        for (;;) await reader.read()
      })(),
    ).rejects.toThrow('too long')
    expect(released).toBe(1)
  })
})
