import type { BatchAnswer } from '../../../contract/may-send-batch.ts'
import type { Batch } from '../../actions/ask-batch.ts'
import type { Answer } from '../../actions/ask-may-send.ts'
import { inTurns } from '../../actions/in-turns.ts'
import { isProblem, problem, type Problem } from '../../actions/problem.ts'
import { BrokenOff } from './body.ts'
import type { Format } from './formats.ts'
import { lineReader, type Line } from './lines.ts'

// More at once would be read no faster, and twice as many take twice the memory.
const MOST_LINES = 2_048

/** The answers to a list, as text: a line for each of its lines, as soon as what has come allows. */
export const answersTo = async function* (
  batch: Batch,
  body: AsyncIterable<Buffer>,
  format: Format,
): AsyncGenerator<string> {
  const reader = format.reader()
  const asOf = new Date(batch.asOf).toISOString()
  let isHeader = reader.takesHeader
  for await (const lines of linesOf(body, format)) {
    if (isHeader) {
      const amiss = reader.header(lines[0] ?? '')
      if (amiss) throw new BrokenOff(amiss)
      yield format.head
    }
    const questions = await inTurns(isHeader ? lines.slice(1) : lines, (line) =>
      typeof line === 'string' ? reader.read(line) : line,
    )
    isHeader = false
    const answers = await batch.answer(questions)
    const written = await inTurns(answers, (one) => format.write(toSay(one, asOf)))
    if (written.length > 0) yield written.join('')
  }
  if (isHeader) throw new BrokenOff(problem('batch-header-not-valid'))
}

const linesOf = async function* (
  body: AsyncIterable<Buffer>,
  format: Format,
): AsyncGenerator<readonly Line[]> {
  const reader = lineReader((line) => format.decode(line))
  for await (const bytes of body) yield* pieces(reader.push(bytes))
  yield* pieces(reader.end())
}

const pieces = function* (lines: readonly Line[]): Generator<readonly Line[]> {
  for (let from = 0; from < lines.length; from += MOST_LINES) {
    yield lines.slice(from, from + MOST_LINES)
  }
}

const toSay = (answer: Answer | Problem, asOf: string): BatchAnswer => {
  if (isProblem(answer)) return { problem: answer.problem, ...answer.more }
  const { decision, person, validForSeconds } = answer
  return { ...decision, personId: person, asOf, validForSeconds }
}
