import { numbersHere } from './canaries.ts'

/** How a request is sent. A body that is no text and no bytes goes as JSON. */
export type Ask = {
  readonly method?: string
  readonly body?: unknown
  readonly key?: string
  readonly origin?: string
  readonly headers?: Readonly<Record<string, string>>
}

// eslint-disable-next-line typescript/no-unnecessary-type-parameters -- a test says what it expects to read.
type ReadAs = <T>() => T

/** What came back. `problem` is the code of a problem document, and null for every other answer. */
export type Answer = {
  readonly status: number
  readonly problem: string | null
  readonly type: string
  readonly text: string
  readonly headers: Headers
  /** The body as JSON, of the type that the test expects of it. */
  as: ReadAs
}

/** A request as it is sent. */
export const requestOf = ({
  method,
  body,
  key,
  origin,
  headers,
}: Ask): RequestInit & { readonly method: string } => ({
  method: method ?? (body === undefined ? 'GET' : 'POST'),
  headers: {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(origin === undefined ? {} : { origin }),
    ...headers,
  },
  ...(body === undefined ? {} : { body: bytesOf(body) }),
})

const bytesOf = (body: unknown): BodyInit =>
  body instanceof Uint8Array ? new Uint8Array(body) : textOf(body)

/** A body as a text. */
export const textOf = (body: unknown): string => {
  if (body === undefined) return ''
  if (body instanceof Uint8Array) return Buffer.from(body).toString()
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** What came back, read. */
export const answerOf = async (response: Response): Promise<Answer> => {
  const type = response.headers.get('content-type') ?? ''
  const text = await response.text()
  const as: ReadAs = () => JSON.parse(text)
  if (type.startsWith('application/problem+json')) numbersHere.told('problem', text)
  return {
    status: response.status,
    problem: type.startsWith('application/problem+json') ? as<{ code: string }>().code : null,
    type,
    text,
    headers: response.headers,
    as,
  }
}
