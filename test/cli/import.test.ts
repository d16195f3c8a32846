import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceFor } from '../support/service.ts'
import { maySend, newPhone, person } from '../http/acts.ts'
import { importNow, oldNo, oldYes } from '../http/imports.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'quiero-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

const service = serviceFor({ engine: 'sqlite' })
let server: ReturnType<typeof serve> | undefined
let port = 0
let others: readonly Server[] = []

beforeAll(async () => {
  port = await new Promise<number>((resolve) => {
    server = serve(
      { fetch: service().app.fetch, hostname: '127.0.0.1', port: 0 },
      (info: AddressInfo) => resolve(info.port),
    )
  })
})
afterAll(async () => {
  for (const other of others) other.close()
  await new Promise((resolve) => void server?.close(resolve))
})

const quiero = async (at: number, input: string, ...args: readonly string[]) => {
  const run = spawn(process.execPath, [QUIERO, 'import', ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      QUIERO_URL: `http://127.0.0.1:${at}`,
      QUIERO_API_KEY: service().keys.imports,
    },
  })
  run.stdin.end(input)
  const [out, err] = await Promise.all([text(run.stdout), text(run.stderr)])
  if (run.exitCode === null) await once(run, 'exit')
  return { code: run.exitCode, out, err }
}

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const lines = (rows: readonly unknown[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('')

/** Passes everything on to the server, but cuts the first connection once so many bytes have come. */
const cutting = async (after: number) => {
  let connections = 0
  const proxy = createServer((from) => {
    const to = connect(port, '127.0.0.1')
    connections += 1
    const mayCut = connections === 1
    let bytes = 0
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
      one.pipe(other)
    }
    from.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (mayCut && bytes > after) from.destroy()
    })
  })
  others = [...others, proxy]
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve))
  return { at: (proxy.address() as AddressInfo).port, connections: () => connections }
}

const rows = (): string => lines([oldYes(newPhone()), oldNo(newPhone())])

test('quiero import takes a list in from a file, packed or not, or from standard input', async () => {
  const taken = { code: 0, out: '2 rows\t2 taken\t0 known already\t0 refused\n', err: '' }
  expect(await quiero(port, '', file('a.ndjson', rows()), '--id', 'cli-a')).toEqual(taken)
  expect(await quiero(port, '', file('b.gz', gzipSync(rows())), '--id', 'cli-b')).toEqual(taken)
  expect(await quiero(port, rows(), '-', '--id', 'cli-c')).toEqual(taken)
})

test('quiero import reads a company’s own columns, tries them first, and reports what is refused', async () => {
  const phone = newPhone()
  const path = file('crm.csv', `Tel;Alta\n${phone.slice(3)};2024-05-31\n12;2024-05-31\n`)
  const options = ['--columns', 'Tel=phone, Alta=at', '--answer', 'yes', '--country', 'MX']
  const all = [path, '--id', 'cli-crm', ...options, '--categories', 'offers', '--source', 'crm']
  expect(await quiero(port, '', ...all, '--dry-run')).toMatchObject({
    code: 2,
    out: '2 rows\t1 taken\t0 known already\t1 refused\n2\tphone-too-short\n',
  })
  expect(await maySend(service(), phone)).toMatchObject({ reason: 'never_asked' })
  const report = join(folder, 'refused.csv')
  expect(await quiero(port, '', ...all, '--report', report)).toMatchObject({ code: 2 })
  expect(readFileSync(report, 'utf8')).toBe('row,problem,at\r\n2,phone-too-short,\r\n')
  expect(await maySend(service(), phone)).toMatchObject({ reason: 'quarantined' })
})

test('quiero import goes on by itself where the connection broke', async () => {
  const all = Array.from({ length: 4_000 }, () => oldYes(newPhone()))
  const { at, connections } = await cutting(300_000)
  const answer = await quiero(at, '', file('long', lines(all)), '--id', 'cli-long')
  expect(answer).toMatchObject({ code: 0, out: expect.stringContaining('4000 taken') })
  expect(connections()).toBeGreaterThan(1)
  expect(await importNow(service(), 'cli-long')).toMatchObject({ state: 'done', rows: 4_000 })
  await person(service(), all.at(-1)?.person.phone ?? '')
})

test('quiero import says what is amiss in sentences', async () => {
  const wrong = file('wrong.csv', 'nombre,edad\nAna,33\n')
  expect(await quiero(port, '', wrong, '--id', 'cli-wrong')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^Columns not understood\. The first line/u),
  })
  expect(await quiero(port, '', join(folder, 'absent'), '--id', 'x')).toMatchObject({ code: 1 })
  expect(await quiero(port, '', wrong)).toMatchObject({ code: 1 })
  expect(await quiero(port, '', wrong, '--id', 'x', '--columns', 'Tel')).toMatchObject({ code: 1 })
})
