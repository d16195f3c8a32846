import { parseArgs } from 'node:util'
import type { EngineName } from '../server/store/engine.ts'
import { ownDatabase } from './database.ts'
import type { Finding, Proof } from './proof.ts'
import { diskFull } from './prove-disk-full.ts'
import { feed } from './prove-feed.ts'
import { fsync } from './prove-fsync.ts'
import { kill } from './prove-kill.ts'
import { nothingReadable } from './prove-nothing-readable.ts'
import { optOutAtOnce } from './prove-opt-out-at-once.ts'
import { restarts } from './prove-restarts.ts'
import { twoWriters } from './prove-two-writers.ts'
import { progressLine, type Result, table } from './report.ts'

/** A proof on one engine, ready to run. */
type Candidate = {
  readonly name: string
  readonly promise: string
  readonly engine: EngineName
  run(progress: (line: string) => void): Promise<Finding>
}

type Length = 'whole' | 'short'

const candidatesOf = <Size>(proof: Proof<Size>, length: Length): readonly Candidate[] =>
  proof.engines.map((engine) => ({
    name: proof.name,
    promise: proof.promise,
    engine,
    run: (progress) => proof.prove({ engine, open: ownDatabase, size: proof[length], progress }),
  }))

const allOf = (length: Length): readonly Candidate[] => [
  ...candidatesOf(optOutAtOnce, length),
  ...candidatesOf(twoWriters, length),
  ...candidatesOf(feed, length),
  ...candidatesOf(kill, length),
  ...candidatesOf(restarts, length),
  ...candidatesOf(diskFull, length),
  ...candidatesOf(fsync, length),
  ...candidatesOf(nothingReadable, length),
]

const help = (): string => {
  const promises = new Map(allOf('whole').map(({ name, promise }) => [name, promise]))
  return `Usage: npm run prove -- [options]

Runs the long proofs against servers of its own, on databases of its own, on this machine alone.
It ends with 1 if one of them fails. A proof that cannot look here is skipped, and says why.

Options:
  --only <name>      only this proof; may be given more than once
  --engine <engine>  only on sqlite, or only on postgres
  --short            with the small numbers of the test suite
  --help             show this

Proofs:
${[...promises].map(([name, promise]) => `  ${name.padEnd(18)} ${promise}`).join('\n')}
`
}

const runAll = async (chosen: readonly Candidate[]): Promise<readonly Result[]> => {
  const results: Result[] = []
  for (const candidate of chosen) {
    const { name, engine } = candidate
    const line = progressLine(`${name} on ${engine}`)
    const begunAt = performance.now()
    const finding = await candidate.run(line.tell).catch((error: unknown): Finding => ({
      kind: 'looked',
      figures: {},
      faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    }))
    const seconds = Math.round((performance.now() - begunAt) / 1000)
    const result = { name, engine, finding, seconds }
    line.end(result)
    results.push(result)
  }
  return results
}

const chosenBy = (only: readonly string[], engine: string | undefined, isShort: boolean) =>
  allOf(isShort ? 'short' : 'whole').filter(
    (candidate) =>
      (only.length === 0 || only.includes(candidate.name)) &&
      (engine === undefined || engine === candidate.engine),
  )

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      engine: { type: 'string' },
      short: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help())
    return 0
  }
  const names = new Set(allOf('whole').map(({ name }) => name))
  const unknown = values.only.filter((name) => !names.has(name))
  const chosen = chosenBy(values.only, values.engine, values.short)
  if (unknown.length > 0 || chosen.length === 0) {
    process.stderr.write(`There is no such proof.\n\n${help()}`)
    return 2
  }
  const results = await runAll(chosen)
  process.stdout.write(table(results))
  const hasFailed = results.some(
    ({ finding }) => finding.kind === 'looked' && finding.faults.length > 0,
  )
  return hasFailed ? 1 : 0
}

// An interrupted run ends as any other does, so that what it started is ended too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
