import type { MaySendResult } from './answers.ts'
import { answerIn, notAnswered } from './decision.ts'
import { notAnAnswer } from './faults.ts'
import { exchange, jsonOf, type Line, problemOf } from './line.ts'
import { persist, type Patience } from './persist.ts'
import type { MaySendQuestion } from './questions.ts'

/** One question of many with what came of it. */
export type Asked<Question extends MaySendQuestion = MaySendQuestion> = {
  readonly question: Question
  readonly answer: MaySendResult
}

/** How many are asked. */
export type EachOptions = {
  /** How many questions go to the server at a time: 1,000 unless told otherwise, at most 10,000. */
  readonly atOnce?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** How long an answer may wait to be taken: a stop that came since is not in it, so then the server is asked again. */
const FRESH_FOR_MS = 30_000
const LIST_WITHIN_MS = 60_000

const NDJSON = 'application/x-ndjson'

/**
 * Asks list by list, and takes the next questions only when the answers to those before have been taken. An answer is
 * given out only once its whole list has been answered, a line a question, so that no line that got lost can give one
 * person's yes to another.
 */
export const askEach = async function* <Question extends MaySendQuestion>(
  line: Line,
  questions: Iterable<Question> | AsyncIterable<Question>,
  patience: Patience,
  atOnce: number,
): AsyncGenerator<Asked<Question>, void, undefined> {
  for await (const list of listsOf(questions, atOnce)) {
    let left: readonly Question[] = list
    while (left.length > 0) {
      const asked = left
      let given = 0
      const answers = yield* answersOr(line, asked, patience)
      const answeredAt = performance.now()
      for (const [at, answer] of answers.entries()) {
        const question = asked[at]
        if (question === undefined || isStale(at, answeredAt)) break
        yield { question, answer }
        given += 1
      }
      left = asked.slice(given)
    }
  }
}

/** The first is given out in any case, so that each round gets on. */
const isStale = (at: number, answeredAt: number): boolean =>
  at > 0 && performance.now() - answeredAt > FRESH_FOR_MS

/** The answers to a list. Where there are none each of its questions is told so, before the problem is thrown. */
const answersOr = async function* <Question extends MaySendQuestion>(
  line: Line,
  list: readonly Question[],
  patience: Patience,
): AsyncGenerator<Asked<Question>, readonly MaySendResult[], undefined> {
  try {
    return await persist(patience, (leftMs) => answersTo(line, list, patience.signal, leftMs))
  } catch (error) {
    const problem = problemOf(error, patience.signal)
    for (const question of list) yield { question, answer: notAnswered(problem) }
    throw problem
  }
}

const answersTo = (
  line: Line,
  list: readonly MaySendQuestion[],
  signal: AbortSignal | undefined,
  leftMs: number,
): Promise<readonly MaySendResult[]> =>
  exchange(
    line,
    {
      method: 'POST',
      path: 'v1/may-send/batch',
      body: list.map((question) => `${jsonOf(question)}\n`).join(''),
      headers: { 'Content-Type': NDJSON },
      accept: NDJSON,
    },
    async (response) => {
      const lines = (await response.text()).split('\n')
      // The last line ends too: an answer that breaks off is not whole.
      if (lines.pop() !== '' || lines.length !== list.length) throw notAnAnswer(response.status)
      return lines.map(answerIn)
    },
    signal,
    Math.min(leftMs, LIST_WITHIN_MS),
  )

const listsOf = async function* <Question>(
  questions: Iterable<Question> | AsyncIterable<Question>,
  atOnce: number,
): AsyncGenerator<readonly Question[]> {
  let list: Question[] = []
  for await (const question of questions) {
    list.push(question)
    if (list.length < atOnce) continue
    yield list
    list = []
  }
  if (list.length > 0) yield list
}
