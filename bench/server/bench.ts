import { availableParallelism, loadavg } from 'node:os'
import { inspect, parseArgs } from 'node:util'
import { ownDatabase } from '../database.ts'
import { readBetween, writeBetween } from '../write-between.ts'
import { ALL } from './figures/all.ts'
import type { Taken } from './figures/figure.ts'
import * as figures from './figures/measure-figures.ts'
import { tellFigures } from './figures/table.ts'
import { type Measured, measure, SHORT, WHOLE } from './measure.ts'
import { tell } from './tables.ts'
import { HEARD } from './traffic.ts'

const ENGINES = ['sqlite', 'postgres'] as const
const THROUGHPUT = 'throughput'
const NAMES = [THROUGHPUT, ...ALL.map(({ name }) => name)]

const HELP = `Usage: npm run bench -- [options]

Measures servers of its own, each figure beside its limit in the same run. Nothing is changed. All of it takes about
half an hour and some twenty gigabytes, most of both for ten million people.

Options:
  --only <name>      only this; may be given more than once
  --people <number>  so many people stored in place of a million; ten times as many where ten million are
  --short            with the small numbers of the test suite
  --write            put the tables into bench/README.md
  --help             show this

Names:
  ${THROUGHPUT.padEnd(18)} requests a second, of each kind and on both engines, beside a bare server
${ALL.map(({ name, tells }) => `  ${name.padEnd(18)} ${tells}`).join('\n')}
`

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const machineNow = () => ({ cores: availableParallelism(), load: loadavg()[0] ?? NaN })

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: NAMES },
      people: { type: 'string' },
      short: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const unknown = values.only.find((name) => !NAMES.includes(name))
  if (unknown !== undefined) throw new Error(`There is no figure ${unknown}.\n\n${HELP}`)
  const size = values.short ? figures.SHORT : figures.WHOLE
  if (values.people === undefined) return { ...values, size }
  const people = Number(values.people)
  if (!Number.isInteger(people) || people < 10) throw new Error('--people is a whole number')
  return { ...values, size: { ...size, people, tenTimes: people * 10, onPostgres: people } }
}

const measureThroughput = async (isShort: boolean): Promise<string> => {
  const size = isShort ? SHORT : WHOLE
  const measured: Measured[] = []
  for (const engine of ENGINES) {
    // The engine makes no difference to how a request is read: on the second, one provider tells enough.
    for (const voice of engine === 'sqlite' ? HEARD : HEARD.slice(0, 1)) {
      const bench = { open: ownDatabase, engine, size, progress: say }
      measured.push(...(await measure(bench, voice, voice === HEARD[0])))
    }
  }
  return tell(measured, machineNow())
}

const main = async (): Promise<void> => {
  const { only, size, short, write, help } = readOptions()
  if (help) return void process.stdout.write(HELP)
  const tellAll = async (name: string, text: string): Promise<void> => {
    process.stdout.write(`\n${text}\n`)
    if (write) await writeBetween('bench/README.md', name, text)
  }
  if (only.includes(THROUGHPUT)) await tellAll(THROUGHPUT, await measureThroughput(short))
  const chosen = ALL.filter(({ name }) => only.includes(name))
  if (chosen.length === 0) return
  const earlier = write ? await readBetween('bench/README.md', 'figures') : ''
  const taken: Taken[] = []
  for await (const some of figures.measureFigures(chosen, ownDatabase, size, say)) {
    taken.push(...some)
    // At once: it takes long, and may end early.
    await tellAll('figures', tellFigures(taken, machineNow(), earlier))
  }
}

// An interrupted run ends as any other does, so that what it started is ended too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

try {
  await main()
} catch (error) {
  process.stderr.write(`${inspect(error)}\n`)
  process.exitCode = 1
}
