import { type ProblemContext, QuieroProblem } from './problem.ts'

/** The server could not be reached, or the connection broke. */
export const unreachable = (cause: unknown): QuieroProblem =>
  new QuieroProblem(
    {
      code: 'unreachable',
      status: null,
      title: 'Not reached',
      detail: 'The server could not be reached, or the connection broke.',
    },
    { cause },
  )

/** Nothing was answered in time. */
export const tooLate = (): QuieroProblem =>
  new QuieroProblem({
    code: 'timeout',
    status: null,
    title: 'No answer in time',
    detail: 'The server did not answer in time.',
  })

/** What was to be said cannot be said in JSON: nothing was sent. */
export const notSayable = (cause: unknown): QuieroProblem =>
  new QuieroProblem(
    {
      code: 'body-not-json',
      status: 400,
      title: 'Not JSON',
      detail: 'What was handed in cannot be written as JSON.',
    },
    { cause },
  )

/** Whoever asked wants no answer any more. */
export const aborted = (cause: unknown): QuieroProblem =>
  new QuieroProblem(
    { code: 'aborted', status: null, title: 'Aborted', detail: 'The signal was aborted.' },
    { cause },
  )

/** What came is no answer of Quiero's. It is not repeated, since nobody knows what is in it. */
export const notAnAnswer = (status: number, context: ProblemContext = {}): QuieroProblem =>
  new QuieroProblem(
    {
      code: 'answer-not-valid',
      status,
      title: 'Not an answer',
      detail: `What answered with ${status} does not speak as Quiero does; look at the address, and at what stands before the server.`,
    },
    context,
  )
