import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { ownDatabase } from './database.ts'
import { fillPeople, phoneOf, readBare } from './fill-people.ts'
import { openLine } from './http.ts'
import { type Service, withService } from './service.ts'

const PROBE_EVERY_MS = 20

const { values } = parseArgs({
  options: { people: { type: 'string', default: '1000000' }, asked: { type: 'string' } },
})
const people = Number(values.people)
const asked = Number(values.asked ?? people)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const rate = (count: number, seconds: number): string =>
  `${Math.round(count / seconds).toLocaleString('en')} a second`

/** Whole numbers below a count, each as often as any other, in an order that has nothing to do with the keys. */
const shuffled = (count: number, below: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => (n * 7_368_787 + 13) % below)

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

type Counts = { readonly lines: number; readonly allowed: number }

const sendList = (
  service: Service,
  url: string,
  numbers: readonly number[],
): Promise<Counts & { readonly seconds: number }> => {
  const begun = performance.now()
  const call = request(new URL('/v1/may-send/batch', url), {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${service.access.apiKey}`,
      'Content-Type': 'application/x-ndjson',
    },
  })
  return new Promise((resolve, reject) => {
    call.once('error', reject)
    call.once('response', (answer) => {
      let lines = 0
      let allowed = 0
      let rest = ''
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        const parts = (rest + text).split('\n')
        rest = parts.pop() ?? ''
        lines += parts.length
        for (const part of parts) if (part.startsWith('{"allow":true')) allowed += 1
      })
      answer.once('error', reject)
      answer.once('end', () =>
        resolve({ lines, allowed, seconds: (performance.now() - begun) / 1000 }),
      )
    })
    pipeline(Readable.from(linesOf(numbers)), call).catch(reject)
  })
}

const linesOf = function* (numbers: readonly number[]): Generator<string> {
  for (let from = 0; from < numbers.length; from += 1000) {
    yield numbers
      .slice(from, from + 1000)
      .map((n) => `{"person":{"phone":"${phoneOf(n)}"},"sender":"main","category":"offers"}\n`)
      .join('')
  }
}

/** Asks single questions one after another until told to stop; gives the 99th percentile in milliseconds. */
const probe = (service: Service, url: string) => {
  const state = { isOver: false }
  const times: number[] = []
  const line = openLine()
  const asking = (async () => {
    while (!state.isOver) {
      const begun = performance.now()
      await line.send(url, {
        method: 'POST',
        path: '/v1/may-send',
        headers: {
          Authorization: `Bearer ${service.access.apiKey}`,
          'Content-Type': 'application/json',
        },
        body: `{"person":{"phone":"${phoneOf(times.length)}"},"sender":"main","category":"offers"}`,
      })
      times.push(performance.now() - begun)
      await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS))
    }
  })()
  return async (): Promise<number> => {
    state.isOver = true
    await asking
    line.close()
    const sorted = times.toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
  }
}

await withService(ownDatabase, 'sqlite', async (service) => {
  const company = service.access.company.id
  const { key, database } = service
  say(`${people.toLocaleString('en')} people are written …`)
  fillPeople(database, { key, company, people })
  const numbers = shuffled(asked, people)
  const server = await service.start()
  await sendList(service, server.url, numbers.slice(0, 20_000))
  const idle = probe(service, server.url)
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  const idleP99 = await idle()

  const before = residentOf(server.pid)
  let most = before
  const watching = setInterval(() => {
    most = Math.max(most, residentOf(server.pid))
  }, 100)
  const alone = await sendList(service, server.url, numbers)
  clearInterval(watching)
  const busy = probe(service, server.url)
  await sendList(service, server.url, numbers)
  const busyP99 = await busy()

  const bare = readBare(database, { key, company, people: numbers })
  say(
    `the list      ${rate(alone.lines, alone.seconds)}; ${alone.allowed} of ${alone.lines} allowed`,
  )
  say(`bare reads    ${rate(numbers.length, bare.seconds)}; ${bare.found} found`)
  say(`ratio         ${(bare.seconds / alone.seconds).toFixed(2)} (to reach: 0.30)`)
  say(
    `memory        ${before.toFixed(0)} MB, at most ${most.toFixed(0)} MB: ${(most - before).toFixed(0)} MB more (to stay below: 150)`,
  )
  say(
    `one question  p99 ${idleP99.toFixed(1)} ms idle, ${busyP99.toFixed(1)} ms beside a list: ${(busyP99 / idleP99).toFixed(1)} times (to stay below: 3)`,
  )
})
