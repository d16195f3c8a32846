import { isUtf8 } from 'node:buffer'
import { problem, type Problem } from '../../actions/problem.ts'

/** A question has less than half of this, even with a number of ten thousand digits. */
export const LONGEST_LINE = 64 * 1024

const NEWLINE = 10

/** One line without its end, or why it cannot be read. */
export type Line = string | Problem

/** Makes lines of bytes as they come, and keeps no more of them than one line. */
export type LineReader = {
  /** The lines that end in these bytes. */
  push(bytes: Buffer): readonly Line[]
  /** The line that nothing ended. */
  end(): readonly Line[]
}

/** Reads UTF-8; a line that is none is read by `decode`. */
export const lineReader = (decode: (line: Buffer) => Line): LineReader => {
  let rest: Buffer[] = []
  let held = 0
  let isSkipping = false
  let isFirst = true
  const keep = (bytes: Buffer): void => {
    held += bytes.length
    // What is beyond the longest line is let go, until a line ends.
    isSkipping = held > LONGEST_LINE
    if (isSkipping) rest = []
    else if (bytes.length > 0) rest.push(bytes)
  }
  const taken = (bytes: Buffer): readonly Line[] => {
    const lines = linesIn(isSkipping ? bytes : Buffer.concat([...rest, bytes]), decode)
    const whole = isSkipping ? lines.with(0, TOO_LONG) : lines
    rest = []
    held = 0
    isSkipping = false
    const [first] = whole
    const hasMark = isFirst && typeof first === 'string' && first.startsWith('\uFEFF')
    isFirst = false
    return hasMark ? whole.with(0, first.slice(1)) : whole
  }
  return {
    push: (bytes) => {
      const end = bytes.lastIndexOf(NEWLINE)
      const lines = end < 0 ? [] : taken(bytes.subarray(0, end))
      keep(bytes.subarray(end + 1))
      return lines
    },
    end: () => (held === 0 ? [] : taken(Buffer.alloc(0))),
  }
}

const TOO_LONG = problem('body-too-large')

const linesIn = (bytes: Buffer, decode: (line: Buffer) => Line): readonly Line[] => {
  if (isUtf8(bytes)) return bytes.toString().split('\n').map(trimmed)
  const lines: Line[] = []
  for (let from = 0; ;) {
    const found = bytes.indexOf(NEWLINE, from)
    const line = bytes.subarray(from, found < 0 ? bytes.length : found)
    lines.push(trimmed(isUtf8(line) ? line.toString() : decode(line)))
    if (found < 0) return lines
    from = found + 1
  }
}

const trimmed = (line: Line): Line => {
  if (typeof line !== 'string') return line
  if (line.length > LONGEST_LINE) return TOO_LONG
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
