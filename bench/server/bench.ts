import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { ownDatabase } from '../database.ts'
import { writeBetween } from '../write-between.ts'
import { type Measured, measure, SHORT, WHOLE } from './measure.ts'
import { tell } from './tables.ts'
import { HEARD } from './traffic.ts'

const ENGINES = ['sqlite', 'postgres'] as const

const HELP = `Usage: npm run bench -- [options]

Measures how many requests a server of its own answers in a second, beside a bare @hono/node-server that gets
the same requests in the same run. It takes a few minutes. Nothing is changed.

Options:
  --engine <engine>  only on sqlite, or only on postgres
  --short            with the small numbers of the test suite
  --write            put the table into bench/README.md
  --help             show this
`

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string' },
      short: { type: 'boolean' },
      write: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  const size = values.short ? SHORT : WHOLE
  const engines = ENGINES.filter((name) => values.engine === undefined || values.engine === name)
  const measured: Measured[] = []
  for (const engine of engines) {
    // The engine makes no difference to how a request is read: on the second, one provider tells enough.
    for (const voice of engine === 'sqlite' ? HEARD : HEARD.slice(0, 1)) {
      const bench = { open: ownDatabase, engine, size, progress: say }
      measured.push(...(await measure(bench, voice, voice === HEARD[0])))
    }
  }
  const text = tell(measured, { cores: availableParallelism(), load: loadavg()[0] ?? NaN })
  process.stdout.write(`\n${text}\n`)
  if (values.write) await writeBetween('bench/README.md', 'throughput', text)
}

// An interrupted run ends as any other does, so that what it started is ended too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

await main()
