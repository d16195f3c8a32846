import { join } from 'node:path'
import type { OpenDatabase } from '../../database.ts'
import { fetchPeers } from '../../fetch-peers.ts'
import { fillPeople, hasStopped, phoneOf } from '../../fill-people.ts'
import { makeFolder, removeFolder } from '../../folder.ts'
import { readDecision } from '../../answers.ts'
import { openLine } from '../../http.ts'
import type { Progress } from '../../proof.ts'
import { requestsOf } from '../../requests.ts'
import { type ServerProcess, startServer } from '../../server-process.ts'
import { openService } from '../../service.ts'
import {
  type Bench,
  counted,
  type FigureSize,
  type Figures,
  type Peopled,
  type Taken,
} from './figure.ts'

export const WHOLE: FigureSize = {
  people: 1_000_000,
  tenTimes: 10_000_000,
  onPostgres: 1_000_000,
  listOnPostgres: 10_000,
  imported: 200_000,
  amount: 12_000,
  rounds: 3,
  warmUp: 6_000,
  amountForSlow: 1_500,
  probeMs: 5_000,
}

export const SHORT: FigureSize = {
  people: 500,
  tenTimes: 5_000,
  onPostgres: 500,
  listOnPostgres: 200,
  imported: 300,
  amount: 128,
  rounds: 1,
  warmUp: 64,
  amountForSlow: 64,
  probeMs: 100,
}

/**
 * Measures figures one after another, gives those of each name as they come, and ends whatever they started. What fails
 * keeps no other from being measured; it is thrown after them.
 */
export const measureFigures = async function* (
  chosen: readonly Figures[],
  open: OpenDatabase,
  size: FigureSize,
  progress: Progress,
): AsyncGenerator<readonly Taken[]> {
  const { bench, close } = openBench(open, size, progress)
  const errors: unknown[] = []
  try {
    for (const { name, measure } of chosen) {
      progress(name)
      try {
        const figures = await measure(bench)
        yield figures.map((figure) => ({ ...figure, name }))
      } catch (error) {
        progress(`${name} failed`)
        errors.push(error)
      }
    }
  } finally {
    await close()
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} could not be measured`)
}

const openBench = (open: OpenDatabase, size: FigureSize, progress: Progress) => {
  const closing: (() => Promise<unknown>)[] = []
  const databases = remembered<Peopled>()
  const servers = remembered<ServerProcess>()
  const bench: Bench = {
    open,
    size,
    progress,
    peopled: (engine, people) =>
      databases(`${engine} ${people}`, async () => {
        const service = await openService(open, engine)
        closing.push(() => service.close())
        progress(`${counted(people)} people are written (${engine})`)
        await fillPeople(service, people)
        const peopled = { service, server: await service.start(), people }
        await expectFilled(peopled)
        return peopled
      }),
    bare: () =>
      servers('bare', async () => {
        const environment = { PATH: process.env['PATH'] ?? '' }
        const server = await startServer(environment, [], 'bench/server/bare.ts')
        closing.push(() => server.stop())
        return server
      }),
    c15t: (people) =>
      servers(`c15t ${people}`, async () => {
        const peers = await fetchPeers('server')
        const folder = await makeFolder()
        closing.push(() => removeFolder(folder))
        const server = await startC15t(peers, folder, people)
        closing.push(() => server.stop())
        return server
      }),
  }
  const close = async (): Promise<void> => {
    for (const end of closing.toReversed()) await end()
  }
  return { bench, close }
}

const startC15t = (peers: string, folder: string, people: number): Promise<ServerProcess> =>
  startServer(
    {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      DATABASE: join(folder, 'c15t.db'),
      PEOPLE: String(people),
    },
    [],
    join(peers, 'c15t.js'),
  )

/** The people are those that the product would have written: it may write to them, but not to who has stopped. */
const expectFilled = async ({ service, server, people }: Peopled): Promise<void> => {
  const requests = requestsOf(service.access)
  const line = openLine()
  try {
    for (const n of [0, 1, people - 1]) {
      const answer = await line.send(server.url, requests.maySend({ phone: phoneOf(n) }, 'offers'))
      const { allow, reason } = readDecision(answer)
      if (allow === hasStopped(n)) throw new Error(`the person ${n} is not as written: ${reason}`)
    }
  } finally {
    line.close()
  }
}

/** Makes each thing once, whoever asks. */
const remembered = <T>() => {
  const made = new Map<string, T>()
  return async (name: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(name)
    if (known !== undefined) return known
    const one = await make()
    made.set(name, one)
    return one
  }
}
