import { table } from '../markdown-table.ts'
import { type Driven, perSecond, workEach } from './load.ts'
import type { Measured } from './measure.ts'

export const ENGINE_NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const

const HEAD = [
  'asked',
  'on',
  'connections',
  'a second',
  'p50, p99',
  'work each',
  'beside a bare server that',
  'its share: by the clock, by work',
]

/** What was measured as a table of Markdown: our server, and its share of what a bare one does. */
export const tell = (
  measured: readonly Measured[],
  machine: { readonly cores: number; readonly load: number },
): string =>
  `${table([HEAD, ...measured.flatMap(rowsOf)])}

Taken on ${machine.cores} cores with ${machine.load.toFixed(1)} programs at work, the one that asks among them.`

const rowsOf = ({ what, engine, connections, ours, beside }: Measured) =>
  beside.map(({ name, driven }, index) => [
    ...(index === 0
      ? [what, ENGINE_NAMES[engine], String(connections), rate(ours), latency(ours), work(ours)]
      : ['', '', '', '', '', '']),
    `${name}: ${rate(driven)} a second, ${work(driven)}`,
    `${share(perSecond(ours), perSecond(driven))}, ${shareOfWork(ours, driven)}`,
  ])

const rate = (driven: Driven): string => Math.round(perSecond(driven)).toLocaleString('en')

const latency = ({ p50, p99 }: Driven): string => `${p50}, ${p99} ms`

const work = (driven: Driven): string => {
  const each = workEach(driven)
  return each === null ? 'unknown' : `${(each * 1000).toFixed(2)} ms`
}

const share = (ours: number, theirs: number): string => (ours / theirs).toFixed(2)

/** What a processor that does nothing else would give of ours for each of theirs. */
const shareOfWork = (ours: Driven, theirs: Driven): string => {
  const [one, other] = [workEach(ours), workEach(theirs)]
  return one === null || other === null ? 'unknown' : share(other, one)
}
