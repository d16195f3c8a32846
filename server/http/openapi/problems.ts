import type { ProblemDocument } from '../../../contract/problem.ts'
import { PROBLEMS, type ProblemCode } from '../../actions/problem.ts'
import { PROBLEM_TABLE, PROBLEM_TYPE } from '../problems.ts'
import { NEVER_COUNTED } from '../rate-limits.ts'
import type { ProblemExample, DocResponse, Ref } from './open-api.ts'
import type { Operation } from './operation.ts'
import { ref } from './schemas.ts'

const OF_EVERYBODY: readonly ProblemCode[] = ['headers-too-many', 'internal']

const OF_KEYS: readonly ProblemCode[] = [
  'api-key-missing',
  'api-key-mistyped',
  'api-key-not-valid',
  'api-key-ended',
  'scope-missing',
]

const OF_REPEATING: readonly ProblemCode[] = [
  'idempotency-key-not-valid',
  'idempotency-key-in-use',
  'idempotency-key-reused',
]

/** Whether what bears a key is counted here. */
export const isCounted = (path: string, { opens }: Operation): boolean =>
  opens !== 'public' && !NEVER_COUNTED.includes(path)

/** Every problem that an operation may answer with: its own, and those that follow from what it is. */
const problemsOf = (path: string, operation: Operation): readonly ProblemCode[] => {
  const { opens, body, isRepeatable = false } = operation
  const takesJson = body?.some(({ type }) => type === undefined) ?? false
  return [
    ...operation.problems,
    ...(takesJson ? (['body-not-json', 'body-not-valid'] as const) : []),
    ...(body ? (['body-too-large'] as const) : []),
    ...(opens === 'public' ? [] : OF_KEYS),
    ...(isRepeatable ? OF_REPEATING : []),
    ...(isCounted(path, operation) ? (['too-many-requests'] as const) : []),
    ...OF_EVERYBODY,
  ]
}

/** What an operation answers when something is amiss, by status. */
export const problemResponses = (
  path: string,
  operation: Operation,
): { readonly [status: string]: DocResponse } => {
  const codes = problemsOf(path, operation)
  const statuses = [...new Set(codes.map(statusOf))]
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      responseOf(codes.filter((code) => statusOf(code) === status)),
    ]),
  )
}

const statusOf = (code: ProblemCode): number => PROBLEM_TABLE[code][0]

const responseOf = (codes: readonly ProblemCode[]): DocResponse => {
  const headers = [...new Set(codes.flatMap(headersOf))]
  return {
    description: `${codes.map((code) => PROBLEM_TABLE[code][1]).join('; ')}.`,
    ...(headers.length > 0 && { headers: headerRefs(headers) }),
    content: {
      [PROBLEM_TYPE]: {
        schema: { ...ref('Problem'), properties: { code: { enum: codes } } },
        examples: Object.fromEntries(
          codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
        ),
      },
    },
  }
}

const headersOf = (code: ProblemCode): readonly string[] => {
  if (code.startsWith('api-key') && statusOf(code) === 401) return ['WWW-Authenticate']
  if (code === 'idempotency-key-in-use') return ['Retry-After']
  return code === 'too-many-requests' ? ['Retry-After', 'RateLimit', 'RateLimit-Policy'] : []
}

/** Headers by what each is called in the document. */
export const headerRefs = (names: readonly string[]): { readonly [name: string]: Ref } =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

/** Each problem as it is answered, but for what it tells of one request. */
export const problemExamples = (): { readonly [code: string]: ProblemExample } =>
  Object.fromEntries(
    PROBLEMS.map((code) => {
      const [status, title, detail] = PROBLEM_TABLE[code]
      const value: ProblemDocument = {
        type: `urn:quiero:problem:${code}`,
        title,
        status,
        code,
        detail,
      }
      return [code, { summary: title, value }]
    }),
  )
