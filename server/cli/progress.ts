import { SingleBar } from 'cli-progress'

/** How far some work is, told on a terminal alone, where it mixes with no answer. */
export type Progress = {
  /** So much more is done. */
  readonly add: (more: number) => void
  /** It begins anew. */
  readonly restart: () => void
  /** The last word, however the work ended. */
  readonly end: () => void
}

const SHOWN = {
  barCompleteChar: '█',
  barIncompleteChar: '░',
  barsize: 24,
  fps: 5,
  hideCursor: true,
  stream: process.stderr,
} as const

const progressOf = (format: string, total: number, formatValue?: ValueForm): Progress => {
  const bar = new SingleBar({ ...SHOWN, format, ...(formatValue && { formatValue }) })
  bar.start(total, 0)
  return {
    add: (more) => bar.increment(more),
    restart: () => bar.update(0),
    end: () => bar.stop(),
  }
}

/** How a number of a line is written. */
type ValueForm = (value: number, options: object, type: string) => string

const counted: ValueForm = (value, _options, type) =>
  type === 'percentage' ? String(value) : value.toLocaleString('en')

/** A bar that fills up to a total. */
export const barOf = (what: string, total: number, things: string): Progress =>
  progressOf(
    `${what} {bar} {percentage} %, {value} of {total} ${things}, {duration_formatted}, {eta_formatted} left`,
    total,
    counted,
  )

const inMegabytes: ValueForm = (value, _options, type) =>
  type === 'value' ? (value / 1_000_000).toFixed(1) : String(value)

/** Megabytes, for lack of a total. */
export const megabytes = (what: string): Progress =>
  progressOf(`{value} MB ${what} in {duration_formatted}`, 0, inMegabytes)
