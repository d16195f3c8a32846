import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { makeFolder, removeFolder } from '../../folder.ts'
import { type Service, withService } from '../../service.ts'
import { TRACER, whyNoTrace } from '../../tracer.ts'
import { drive, type Driven, perSecond, together } from '../load.ts'
import { type Bench, type Figure, type Figures, rate, told } from './figure.ts'
import { CONNECTIONS, formsFor } from './opt-ins.ts'

const DELAY_MICROSECONDS = 2_000

// Only syncs stop for the tracer: what else the process does keeps its speed. -D leaves the process our own child.
const SLOWLY = [TRACER, '-D', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null'].concat(
  ['-e', 'trace=fsync,fdatasync'],
  ['-e', `inject=fsync,fdatasync:delay_exit=${DELAY_MICROSECONDS}`],
)

const Replayed = v.object({
  transactions: v.number(),
  rows: v.number(),
  seconds: v.number(),
  cpuSeconds: v.number(),
})
type Replayed = v.InferOutput<typeof Replayed>

/** Opt-ins where the disk takes two milliseconds more, beside one transaction for each. */
export const slowSync: Figures = {
  name: 'slow-sync',
  tells: 'a yes by form where a sync takes 2 ms more, beside a transaction for each',
  measure: async (bench) => {
    const why = whyNoTrace()
    if (why !== null) {
      bench.progress(`slow-sync is skipped: ${why}`)
      return []
    }
    return withService(bench.open, 'sqlite', (service) => measureSlowly(bench, service))
  },
}

const measureSlowly = async ({ size }: Bench, service: Service): Promise<readonly Figure[]> => {
  const server = await service.start(SLOWLY)
  const make = await formsFor(service, server.url)
  const folder = await makeFolder()
  const load = { amount: size.amount, connections: CONNECTIONS }
  const drives: Driven[] = []
  const replays: Replayed[] = []
  try {
    await drive(server, load, make)
    for (let round = 1; round <= size.rounds; round += 1) {
      drives.push(await drive(server, load, make))
      const handedIn = load.amount * (round + 1)
      const most = Math.min(handedIn, 1_000)
      replays.push(await oneByOne(service.database, join(folder, `${round}.db`), handedIn, most))
    }
  } finally {
    await removeFolder(folder)
  }
  const ours = together(drives)
  if (ours.failed > 0) throw new Error(`${ours.failed} requests failed`)
  const bare = sumOf(replays)
  return [
    {
      what: `the same where each fsync takes ${DELAY_MICROSECONDS / 1000} ms more`,
      engine: 'sqlite',
      ours: told(ours),
      beside: `the same rows by prepared statements alone, a transaction for each: ${rate(bare)}`,
      value: perSecond(ours) / bare,
      byWork: null,
      limit: { least: 10 },
    },
  ]
}

const sumOf = (replays: readonly Replayed[]): number =>
  replays.reduce((sum, { transactions }) => sum + transactions, 0) /
  replays.reduce((sum, { seconds }) => sum + seconds, 0)

/** Writes the rows that so many forms have left into another file, a transaction for each of the first few. */
const oneByOne = async (
  from: string,
  to: string,
  forms: number,
  most: number,
): Promise<Replayed> => {
  const file = new URL('../replay-process.ts', import.meta.url).pathname
  const [program = '', ...flags] = SLOWLY
  const args = [...flags, process.execPath, file, from, to, String(forms), String(most)]
  const { stdout } = await promisify(execFile)(program, args)
  return v.parse(Replayed, JSON.parse(stdout))
}
