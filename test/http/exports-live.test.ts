import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, newPhone, writes } from './acts.ts'
import { otherCompany } from './companies.ts'
import { askExport } from './export-lists.ts'

const PEOPLE = 2_000
const SENDERS = 10

/** A company each of whose people fills twenty lines, so that an export is larger than what sockets hold. */
const largeCompany = () => {
  const other = otherCompany()
  const [sender] = other.senders
  if (!sender) throw new Error('a company without senders')
  const senders = Array.from({ length: SENDERS }, (_, nth) => ({
    ...sender,
    id: nth === 0 ? sender.id : `sender-${nth}`,
    phone: `+54911234567${String(nth).padStart(2, '0')}`,
    provider: undefined,
  }))
  return { ...other, id: 'large', senders, forms: [], keywords: [] }
}

describe.each(ENGINES)('over a connection, an export on %s', (engine) => {
  const service = serviceFor({ engine })
  let server: ReturnType<typeof serve> | undefined
  let url = ''
  let large = ''

  beforeAll(async () => {
    large = await service().load(largeCompany())
    await service()
      .deps.memory.of('large')
      .write(async (records) => {
        for (let nth = 0; nth < PEOPLE; nth += 1) {
          const value = `+52331${String(2_000_000 + nth)}`
          await records.bind({ kind: 'phone', value }, service().deps.ids.newPerson(), 1)
        }
      })
    url = await new Promise<string>((resolve) => {
      server = serve(
        { fetch: service().app.fetch, hostname: '127.0.0.1', port: 0 },
        (info: AddressInfo) => resolve(`http://127.0.0.1:${info.port}/v1/exports/people`),
      )
    })
  })
  afterAll(async () => {
    await new Promise((resolve) => void server?.close(resolve))
  })

  const begin = async (
    key: string,
    encoding = 'identity',
  ): Promise<[ClientRequest, IncomingMessage]> => {
    const headers = { authorization: `Bearer ${key}`, 'accept-encoding': encoding }
    const call = request(url, { headers })
    call.on('error', () => {})
    call.end()
    const [answer] = (await once(call, 'response')) as [IncomingMessage]
    answer.on('error', () => {})
    return [call, answer]
  }

  /** Until there is room again, and the database holds nothing for anybody any more. */
  const untilFree = async (): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const small = await askExport(service(), 'events', { key: large })
      const other = await askExport(service(), 'events', { key: service().keys.all })
      const isFree = small.status === 200 && other.status === 200
      if (isFree && (await openTransactions()) === 0) return
      await sleep(50)
    }
    throw new Error('an export that nobody reads keeps its place')
  }

  const openTransactions = async (): Promise<number> => {
    if (engine === 'sqlite') return 0
    const client = new Client({ connectionString: service().url })
    await client.connect()
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and state like 'idle in transaction%'`,
    )
    await client.end()
    return rows[0]?.n ?? 0
  }

  test('is whole: all lines, whatever their number', async () => {
    const [, answer] = await begin(large)
    let text = ''
    for await (const piece of answer.setEncoding('utf8')) text += String(piece)
    expect(text.split('\n')).toHaveLength(PEOPLE * SENDERS * 2 + 1)
    await untilFree()
  })

  test('tells what stood when it began, however slowly it is read', async () => {
    const { ids, memory } = service().deps
    const [, answer] = await begin(large)
    answer.pause()
    const value = newPhone()
    // Last in the order of ids, so that it would be told last.
    const person = `per_${'f'.repeat(32)}` as ReturnType<typeof ids.newPerson>
    await memory.of('large').write((records) => records.bind({ kind: 'phone', value }, person, 1))
    let text = ''
    for await (const piece of answer.setEncoding('utf8')) text += String(piece)
    expect(text.includes(value)).toBe(false)
    const next = await askExport(service(), 'people', { key: large })
    expect(next.text.includes(value)).toBe(true)
    await untilFree()
  })

  test('ends when whoever asked vanishes or reads no more, and is one at a time of a company', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [call, answer] = await begin(large)
      answer.pause()
      const { status, problem } = await askExport(service(), 'people', { key: large })
      expect({ status, problem }).toEqual({ status: 429, problem: 'too-many-exports' })
      const [other] = await begin(service().keys.exports)
      call.destroy()
      other.destroy()
      await untilFree()
    }
  })

  test('ends when whoever has it packed vanishes', async () => {
    const [call] = await begin(large, 'gzip')
    call.destroy()
    await expect(untilFree()).resolves.toBeUndefined()
  })

  test('is made no faster than it is read, and others are answered meanwhile', async () => {
    const [call, answer] = await begin(large)
    answer.pause()
    await writes(service(), by(newPhone()), '#want')
    // Nobody reads: had it been made all the same, it would have ended, and made room.
    await sleep(500)
    expect((await askExport(service(), 'people', { key: large })).status).toBe(429)
    call.destroy()
    await untilFree()
  })
})
