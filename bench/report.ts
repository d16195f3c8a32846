import type { EngineName } from '../server/store/engine.ts'
import type { Finding } from './proof.ts'

/** What came of a proof on one engine. */
export type Result = {
  readonly name: string
  readonly engine: EngineName
  readonly finding: Finding
  readonly seconds: number
}

const TELL_EVERY_MS = 10_000

/** A line on the terminal that shows how far a proof is; elsewhere a line now and then. */
export const progressLine = (what: string) => {
  const { isTTY } = process.stderr
  let toldAt = -Infinity
  const tell = (line: string): void => {
    if (isTTY) process.stderr.write(`\r\u001B[2K${what}: ${line}`)
    else if (performance.now() - toldAt > TELL_EVERY_MS) {
      toldAt = performance.now()
      process.stderr.write(`${what}: ${line}\n`)
    }
  }
  const end = ({ finding, seconds }: Result): void => {
    process.stderr.write(
      `${isTTY ? '\r\u001B[2K' : ''}${what}: ${verdictOf(finding)}, ${seconds} s\n`,
    )
  }
  tell('begins')
  return { tell, end }
}

const verdictOf = (finding: Finding): string => {
  if (finding.kind === 'skipped') return 'skipped'
  return finding.faults.length === 0 ? 'passed' : 'FAILED'
}

/** All results as a table, and below it everything that was found amiss. */
export const table = (results: readonly Result[]): string => {
  const rows = results.map(({ name, engine, finding, seconds }) => [
    name,
    engine,
    verdictOf(finding),
    `${seconds} s`,
    countedIn(finding),
  ])
  const all = [['proof', 'engine', 'result', 'took', 'counted'], ...rows]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
  const lines = all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `\n${[...lines, ...results.flatMap(faultsOf)].join('\n')}\n`
}

const countedIn = (finding: Finding): string =>
  finding.kind === 'skipped'
    ? finding.why
    : Object.entries(finding.figures)
        .map(([name, figure]) => `${name} ${figure}`)
        .join(', ')

const faultsOf = ({ name, engine, finding }: Result): readonly string[] =>
  finding.kind === 'skipped' || finding.faults.length === 0
    ? []
    : ['', `${name} on ${engine} failed:`, ...finding.faults.map((fault) => `- ${fault}`)]
