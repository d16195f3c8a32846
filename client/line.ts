import { aborted, notAnAnswer, notSayable, tooLate, unreachable } from './faults.ts'
import { type ProblemContext, QuieroProblem } from './problem.ts'
import { isObject, textIn } from './read.ts'

/** The server, how it is reached, and as whom. */
export type Line = {
  readonly base: URL
  readonly key: string
  readonly fetch: typeof globalThis.fetch
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs: number
}

/** One request. What names a person stands in the body, never in the path. */
export type Request = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: string | undefined
  readonly headers?: { readonly [name: string]: string } | undefined
  /** What has to come: the media type of the answer. */
  readonly accept?: string | undefined
}

const JSON_TYPE = 'application/json'

/**
 * Sends a request once. Gives an answer whose status is 2xx and whose type is the one expected; throws a
 * QuieroProblem for everything else, a redirect too.
 */
export const send = async (
  line: Line,
  { method, path, body, headers, accept = JSON_TYPE }: Request,
  signal: AbortSignal,
): Promise<Response> => {
  const response = await line.fetch(new URL(path, line.base), {
    method,
    // Whoever answers elsewhere is not whom the key was meant for.
    redirect: 'manual',
    signal,
    headers: {
      Authorization: `Bearer ${line.key}`,
      Accept: accept,
      ...(body === undefined ? {} : { 'Content-Type': JSON_TYPE }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  if (!response.ok) throw await refusalIn(response)
  if (mediaType(response) !== accept) {
    await response.body?.cancel()
    throw notAnAnswer(response.status)
  }
  return response
}

/** Sends a request once and reads its answer, within the line's time. Throws nothing but a QuieroProblem. */
export const exchange = async <T>(
  line: Line,
  request: Request,
  read: (response: Response) => Promise<T>,
  asker: AbortSignal | undefined,
  withinMs = line.timeoutMs,
): Promise<T> => {
  const deadline = AbortSignal.timeout(withinMs)
  const signal = asker ? AbortSignal.any([asker, deadline]) : deadline
  try {
    return await read(await send(line, request, signal))
  } catch (error) {
    throw problemOf(error, asker, deadline)
  }
}

/** What went wrong, in this client's words. */
export const problemOf = (
  error: unknown,
  asker: AbortSignal | undefined,
  deadline?: AbortSignal,
): QuieroProblem => {
  if (error instanceof QuieroProblem) return error
  if (asker?.aborted) return aborted(asker.reason)
  return deadline?.aborted ? tooLate() : unreachable(error)
}

/** The JSON of an answer. Throws a QuieroProblem where it is none. */
export const jsonIn = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    throw notAnAnswer(response.status)
  }
}

/** What is sent, as JSON. Throws a QuieroProblem where it cannot be written so. */
export const jsonOf = (said: object): string => {
  try {
    return JSON.stringify(said)
  } catch (error) {
    throw notSayable(error)
  }
}

/** An answer that is an object, of the type that its address promises. */
export const objectIn = async <Answer>(response: Response): Promise<Answer> => {
  const answer = await jsonIn(response)
  if (!isObject(answer)) throw notAnAnswer(response.status)
  return answer as Answer
}

const refusalIn = async (response: Response): Promise<QuieroProblem> => {
  const { status } = response
  const context: ProblemContext = { retryAfterMs: retryAfterOf(response) }
  if (mediaType(response) !== 'application/problem+json') {
    await response.body?.cancel()
    return notAnAnswer(status, context)
  }
  const document = await jsonIn(response)
  if (!isObject(document)) return notAnAnswer(status, context)
  const code = textIn(document, 'code')
  if (code === undefined) return notAnAnswer(status, context)
  const { refusals } = document
  return new QuieroProblem(
    {
      code,
      status,
      type: textIn(document, 'type'),
      title: textIn(document, 'title') ?? code,
      detail: textIn(document, 'detail') ?? '',
      at: textIn(document, 'at'),
      refusals: Array.isArray(refusals) ? refusals : undefined,
    },
    context,
  )
}

const mediaType = (response: Response): string | undefined =>
  response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()

/** RFC 9110: seconds, or a date. */
const retryAfterOf = (response: Response): number | null => {
  const text = response.headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now())
}
