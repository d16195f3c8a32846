import type { LinkAnswer, LinkMade } from '../../../contract/links.ts'
import { makeLink, type MadeLink } from '../../actions/make-link.ts'
import { isProblem, type Problem, problem } from '../../actions/problem.ts'
import type { Deps, StoredCompany } from '../../ports.ts'
import { BrokenOff } from '../batch/body.ts'
import { lineReader, type Line } from '../batch/lines.ts'
import type { Rows } from './rows.ts'

// Links that are made together share a transaction where the database can.
const AT_ONCE = 64

/** A link that was made as it is told. */
export const shownLink = (made: MadeLink): LinkMade => ({
  url: made.url,
  expiresAt: new Date(made.expiresAt).toISOString(),
  ...(made.channel === 'sms' ? { sms: made.sms } : { email: made.email }),
})

/** What comes of a list, as text: a line for each of its lines, in their order. */
export const linksFor = async function* (
  deps: Deps,
  stored: StoredCompany,
  body: AsyncIterable<Buffer>,
  rows: Rows,
): AsyncGenerator<string> {
  let { read } = rows
  let isHeader = rows.header !== null
  for await (const lines of linesOf(body, rows)) {
    if (isHeader && rows.header) {
      const reading = rows.header(lines[0] ?? '')
      if (isProblem(reading)) throw new BrokenOff(reading)
      read = reading
      yield rows.head
    }
    const wanted = isHeader ? lines.slice(1) : lines
    isHeader = false
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const some = wanted.slice(from, from + AT_ONCE)
      const answers = await Promise.all(some.map((line) => answerTo(deps, stored, line, read)))
      yield answers.map((answer) => rows.write(answer)).join('')
    }
  }
  if (isHeader) throw new BrokenOff(problem('link-header-not-valid'))
}

const answerTo = async (
  deps: Deps,
  stored: StoredCompany,
  line: Line,
  read: Rows['read'],
): Promise<LinkAnswer> => {
  const asked = typeof line === 'string' ? read(line) : line
  if (isProblem(asked)) return told(asked)
  const made = await makeLink(deps, stored, asked)
  return isProblem(made) ? told(made) : shownLink(made)
}

const told = ({ problem: code, more }: Problem): LinkAnswer => {
  const at = more?.['at']
  return { problem: code, ...(typeof at === 'string' && { at }) }
}

const linesOf = async function* (
  body: AsyncIterable<Buffer>,
  rows: Rows,
): AsyncGenerator<readonly Line[]> {
  const reader = lineReader((line) => rows.decode(line))
  for await (const bytes of body) {
    const lines = reader.push(bytes)
    if (lines.length > 0) yield lines
  }
  const last = reader.end()
  if (last.length > 0) yield last
}
