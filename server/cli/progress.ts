const TELL_EVERY_MS = 200
const BAR_SIGNS = 24

/** How far some work is, told on a terminal alone, where it mixes with no answer. */
export type Progress = {
  /** So much more is done. */
  readonly add: (more: number) => void
  /** The last word, however the work ended. */
  readonly end: () => void
}

/** Tells how far work is, a few times a second on one line: what is done, and after how many seconds. */
export const progressOf = (lineOf: (done: number, seconds: string) => string): Progress => {
  const begun = performance.now()
  let toldAt = begun
  let done = 0
  const tell = (): void => {
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    process.stderr.write(`\r\u001B[2K${lineOf(done, seconds)}`)
  }
  const { isTTY } = process.stderr
  return {
    add: (more) => {
      done += more
      if (!isTTY || performance.now() - toldAt < TELL_EVERY_MS) return
      toldAt = performance.now()
      tell()
    },
    end: () => {
      if (!isTTY) return
      tell()
      process.stderr.write('\n')
    },
  }
}

/** A bar that fills up to a total. */
export const barOf = (what: string, total: number, things: string): Progress =>
  progressOf((done, seconds) => {
    const share = total === 0 ? 1 : Math.min(1, done / total)
    const bar = '█'.repeat(Math.floor(share * BAR_SIGNS)).padEnd(BAR_SIGNS, '░')
    const counts = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${things}`
    return `${what} ${bar} ${Math.floor(share * 100)} %, ${counts}, ${seconds} s`
  })

/** Megabytes, for lack of a total. */
export const megabytes = (what: string): Progress =>
  progressOf((bytes, seconds) => `${(bytes / 1_000_000).toFixed(1)} MB ${what} in ${seconds} s`)
