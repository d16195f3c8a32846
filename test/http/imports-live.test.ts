import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginImport } from '../../server/actions/import-list.ts'
import { isProblem } from '../../server/actions/problem.ts'
import type { ImportShown } from '../../contract/imports.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { history, maySend, newPhone } from './acts.ts'
import { importNow, newImport, oldNo, oldYes, refusedRows, sendImport } from './imports.ts'

const lineOf = (row: unknown): string => `${JSON.stringify(row)}\n`

const lineFor = (value: string) => ({
  text: value,
  read: () => ({ person: { kind: 'phone', value }, answer: 'no' }) as const,
})

const answerTo = async (call: ClientRequest): Promise<{ status: number; text: string }> => {
  const [answer] = (await once(call, 'response')) as [IncomingMessage]
  let text = ''
  for await (const piece of answer.setEncoding('utf8')) text += String(piece)
  return { status: answer.statusCode ?? 0, text }
}

describe.each(ENGINES)('over a connection, an import on %s', (engine) => {
  const service = serviceFor({ engine })
  let server: ReturnType<typeof serve> | undefined
  let url = ''

  beforeAll(async () => {
    url = await new Promise<string>((resolve) => {
      server = serve(
        { fetch: service().app.fetch, hostname: '127.0.0.1', port: 0 },
        (info: AddressInfo) => resolve(`http://127.0.0.1:${info.port}/v1/imports`),
      )
    })
  })
  afterAll(async () => {
    await new Promise((resolve) => void server?.close(resolve))
  })

  const begin = (id: string, more = '', headers: Record<string, string> = {}): ClientRequest => {
    const call = request(`${url}?id=${id}${more}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${service().keys.imports}`,
        'content-type': 'application/x-ndjson',
        ...headers,
      },
    })
    call.on('error', () => {})
    return call
  }

  /** An import as the action begins it, or why it does not. */
  const begun = async (id: string) => {
    const stored = await service().deps.memory.company('demo')
    if (!stored) throw new Error('the demo is gone')
    const asked = { id, from: undefined, country: undefined, defaults: {}, form: 'any' }
    const running = await beginImport(service().deps, stored, asked)
    return isProblem(running) ? running.problem : running
  }

  const until = async (id: string, is: (shown: ImportShown) => boolean): Promise<ImportShown> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const there = await service().ask(`/v1/imports/${id}`, { key: service().keys.imports })
      if (there.status === 200 && is(there.as<ImportShown>())) return there.as<ImportShown>()
      await sleep(20)
    }
    throw new Error('the import never came so far')
  }

  test('goes on where it broke off, and takes nothing twice', async () => {
    const rows = Array.from({ length: 40 }, (_, nth) =>
      nth % 10 === 3 ? oldYes('12') : oldYes(newPhone()),
    )
    const id = newImport()
    const call = begin(id)
    for (const row of rows.slice(0, 25)) call.write(lineOf(row))
    call.write(lineOf(rows[25]).slice(0, 30))
    await until(id, (shown) => shown.rows === 25)
    call.destroy()
    const broken = await until(id, ({ state }) => state === 'interrupted')
    expect(broken).toMatchObject({ rows: 25, taken: 22, refused: 3 })

    const again = await sendImport(service(), id, rows)
    const done = { state: 'done', rows: 40, taken: 36, repeated: 0, refused: 4 }
    expect(again.as<ImportShown>()).toMatchObject(done)
    expect(await refusedRows(service(), id)).toHaveLength(4)
    for (const { person } of [rows[0], rows[24], rows[25], rows[39]].flatMap((row) => row ?? [])) {
      expect(await history(service(), person.phone)).toHaveLength(1)
    }
  })

  test('goes on from as many rows as have been read, and from no others', async () => {
    const rows = Array.from({ length: 6 }, () => oldYes(newPhone()))
    const id = newImport()
    const call = begin(id)
    for (const row of rows.slice(0, 4)) call.write(lineOf(row))
    await until(id, (shown) => shown.rows === 4)
    call.destroy()
    await until(id, ({ state }) => state === 'interrupted')
    for (const from of ['0', '3', '5']) {
      const other = await sendImport(service(), id, rows.slice(4), { query: { from } })
      expect(other).toMatchObject({ status: 409, problem: 'import-not-from-there' })
      expect(other.as<object>()).toMatchObject({ rows: 4 })
    }
    const rest = await sendImport(service(), id, rows.slice(4), { query: { from: '4' } })
    expect(rest.as<ImportShown>()).toMatchObject({ state: 'done', rows: 6, taken: 6 })
    // The digest goes on over both parts, so that the whole is known again.
    expect(await sendImport(service(), id, rows)).toMatchObject({ status: 200, problem: null })
  })

  test('that broke off is not gone on with by another list', async () => {
    const rows = [oldYes(newPhone()), oldYes(newPhone()), oldYes(newPhone())]
    const id = newImport()
    const call = begin(id)
    call.write(lineOf(rows[0]) + lineOf(rows[1]))
    await until(id, (shown) => shown.rows === 2)
    call.destroy()
    await until(id, ({ state }) => state === 'interrupted')
    const no = newPhone()
    const other = await sendImport(service(), id, [rows[0], oldNo(no), rows[2]])
    expect(other).toMatchObject({ status: 409, problem: 'import-differs' })
    expect(await maySend(service(), no)).toMatchObject({ reason: 'never_asked' })
    expect(await importNow(service(), id)).toMatchObject({ state: 'interrupted', rows: 2 })
  })

  test('is sent by one at a time', async () => {
    const id = newImport()
    const call = begin(id)
    call.write(lineOf(oldYes(newPhone())))
    await until(id, ({ rows, state }) => rows === 1 && state === 'running')
    expect(await sendImport(service(), id, [])).toMatchObject({
      status: 409,
      problem: 'import-in-use',
    })
    call.end()
    expect(await answerTo(call)).toMatchObject({ status: 200 })
  })

  test('that somebody left behind is free again after a while, and closed to them', async () => {
    const id = newImport()
    const left = await begun(id)
    expect(await begun(id)).toBe('import-in-use')
    service().pass(90_001)
    const mine = await begun(id)
    if (typeof left === 'string' || typeof mine === 'string') throw new Error('it was not begun')
    const phone = newPhone()
    const lines = [lineFor(phone)]
    expect(await left.take(lines)).toMatchObject({ problem: 'import-in-use' })
    expect(await maySend(service(), phone)).toMatchObject({ reason: 'never_asked' })
    expect(await mine.take(lines)).toBeNull()
    expect(await mine.end('whole')).toMatchObject({ rows: 1, taken: 1 })
  })

  test('lets whoever acts meanwhile go first', async () => {
    const memory = service().deps.memory.of('demo')
    const id = newImport()
    const mine = await begun(id)
    if (typeof mine === 'string') throw new Error(mine)
    const lines = Array.from({ length: 3_000 }, () => lineFor(newPhone()))
    const taking = mine.take(lines)
    let rows = 0
    while (rows === 0) {
      await memory.write(async () => {})
      rows = (await memory.import(id))?.rows ?? 0
    }
    expect(rows).toBeLessThan(3_000)
    expect(await taking).toBeNull()
    expect(await mine.end('whole')).toMatchObject({ rows: 3_000, taken: 3_000 })
  })

  test('tells how far it is while it goes on', async () => {
    const id = newImport()
    const call = begin(id)
    call.write(lineOf(oldYes(newPhone())))
    await until(id, ({ rows }) => rows === 1)
    const stream = await service().app.request(`/v1/imports/${id}`, {
      headers: {
        authorization: `Bearer ${service().keys.imports}`,
        accept: 'text/event-stream',
      },
    })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    const text = stream.text()
    call.end(lineOf(oldNo(newPhone())))
    await answerTo(call)
    const told = (await text)
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line) => JSON.parse(line.slice(6)) as ImportShown)
    expect(told[0]).toMatchObject({ state: 'running', rows: 1 })
    expect(told.at(-1)).toMatchObject({ state: 'done', rows: 2, taken: 2 })
  })

  test('that bursts when it is unpacked, or is no gzip, is read no further', async () => {
    const good = lineOf(oldYes(newPhone()))
    const bomb = gzipSync(good + ' '.repeat(200_000_000))
    const packed = gzipSync(good.repeat(3))
    for (const [body, status, code] of [
      [bomb, 413, 'body-too-large'],
      [packed.subarray(0, -12), 400, 'body-not-gzip'],
      [Buffer.from('no gzip at all'), 400, 'body-not-gzip'],
    ] as const) {
      const id = newImport()
      const call = begin(id, '', { 'content-encoding': 'gzip' })
      call.end(body)
      const answer = await answerTo(call)
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, { code }])
      const now = await importNow(service(), id)
      expect(now.state).toBe('interrupted')
    }
  })

  test('is told at once what is amiss, though more is to come', async () => {
    const call = begin(newImport(), '', { 'content-type': 'text/csv' })
    call.write('nombre,edad\nAna,33\n')
    const answer = await answerTo(call)
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      422,
      { code: 'import-header-not-valid' },
    ])
    call.destroy()
  })

  test('is read no faster than its rows are taken', async () => {
    const first = newPhone()
    const { promise: isFree, resolve: free } = Promise.withResolvers<void>()
    // Whoever is at work with a person keeps the import waiting that tells of the same one.
    const holding = service()
      .deps.memory.of('demo')
      .write(async (records) => {
        await records.acquaintance({ kind: 'phone', value: first })
        await isFree
      })
    const id = newImport()
    const call = begin(id)
    call.write(lineOf(oldNo(first)))
    const some = `${' '.repeat(60)}\n`.repeat(1_000)
    let sent = 0
    while (sent < 400 && (call.write(some) || (await drained(call)))) sent += 1
    // Four hundred times this are 24 MB; the sockets hold a few of them.
    expect(sent).toBeLessThan(400)
    call.destroy()
    free()
    await holding
    await until(id, ({ state }) => state === 'interrupted')
  })
})

const drained = (call: ClientRequest): Promise<boolean> =>
  Promise.race([once(call, 'drain').then(() => true), sleep(2_000).then(() => false)])
