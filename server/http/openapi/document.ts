import { GUIDE, SIGNING } from './guide.ts'
import type {
  DocContent,
  DocHeader,
  DocMedia,
  DocOperation,
  DocParameter,
  DocResponse,
  OpenApi,
  PathItem,
} from './open-api.ts'
import { TAGS, type Answer, type Body, type Operation, type Parameter } from './operation.ts'
import { OPERATIONS } from './operations/all.ts'
import { POSTINGS, type Posting } from './operations/webhooks.ts'
import { headerRefs, isCounted, problemExamples, problemResponses } from './problems.ts'
import { componentSchemas, queryFields, ref, type JsonSchema, type QueryField } from './schemas.ts'

/** The OpenAPI document of the service at an address. */
export const openApiDocument = (publicUrl: string, version: string): OpenApi => ({
  openapi: '3.1.1',
  info: { title: 'Quiero', version, description: GUIDE },
  servers: [{ url: publicUrl }],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  paths: paths(),
  webhooks: Object.fromEntries(
    Object.entries(POSTINGS).map(([name, posting]) => [name, { post: postingOf(name, posting) }]),
  ),
  components: {
    schemas: componentSchemas(),
    headers: HEADERS,
    examples: problemExamples(),
    securitySchemes: {
      apiKey: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'qk_…',
        description: 'A key of your company, with the scopes that an operation names.',
      },
    },
  },
})

const paths = (): { readonly [path: string]: PathItem } => {
  const all: { [path: string]: PathItem } = {}
  for (const [route, operation] of Object.entries(OPERATIONS)) {
    const [method = '', path = ''] = route.split(' ')
    all[path] = { ...all[path], [method.toLowerCase()]: operationOf(path, operation) }
  }
  return all
}

const operationOf = (path: string, operation: Operation): DocOperation => {
  const { id, tag, summary, says, opens, forPages = false, body } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: says.join('\n\n'),
    security: opens === 'public' ? [] : [{ apiKey: [opens] }, ...(forPages ? [{}] : [])],
    parameters: parametersOf(operation),
    ...(body && {
      requestBody: {
        required: true,
        description: body.flatMap((each) => (each.schema && each.says) ?? []).join(' '),
        content: contentOf(body),
      },
    }),
    responses: { ...answersOf(path, operation), ...problemResponses(path, operation) },
  }
}

const REPEATING: Parameter = {
  says: 'Makes the request repeatable for a day: 1 to 255 visible characters, new for each act.',
  example: '5e1f0c9a-order-4711',
}

const parametersOf = ({
  path,
  query,
  headers,
  isRepeatable,
}: Operation): readonly DocParameter[] => [
  ...parametersIn('path', path),
  ...(query ? queryFields(query).map(queryParameter) : []),
  ...parametersIn('header', headers),
  ...(isRepeatable === true ? parametersIn('header', { 'Idempotency-Key': REPEATING }) : []),
]

const parametersIn = (
  place: 'path' | 'header',
  all: { readonly [name: string]: Parameter } = {},
): readonly DocParameter[] =>
  Object.entries(all).map(([name, { says, example, isNeeded = false }]) => ({
    name,
    in: place,
    required: place === 'path' || isNeeded,
    description: says,
    schema: { type: 'string' },
    example,
  }))

const queryParameter = ([name, field, required]: QueryField): DocParameter => {
  const { description = '', ...schema } = field
  return { name, in: 'query', required, description, schema }
}

const answersOf = (
  path: string,
  operation: Operation,
): { readonly [status: string]: DocResponse } =>
  Object.fromEntries(
    Object.entries(operation.answers).map(([status, answer]) => [
      status,
      {
        description: answer.says,
        headers: headerRefs(headersOf(path, operation, answer)),
        ...(answer.bodies && { content: contentOf(answer.bodies) }),
      },
    ]),
  )

const headersOf = (
  path: string,
  operation: Operation,
  { headers = [] }: Answer,
): readonly string[] => [
  ...headers,
  ...(operation.isRepeatable === true ? ['Idempotent-Replayed'] : []),
  ...(isCounted(path, operation) ? ['RateLimit', 'RateLimit-Policy'] : []),
]

const contentOf = (bodies: readonly Body[]): DocContent =>
  Object.fromEntries(bodies.map((body) => [body.type ?? 'application/json', mediaOf(body)]))

const mediaOf = (body: Body): DocMedia => ({
  schema: schemaOf(body),
  examples: Object.fromEntries(
    Object.entries(body.examples).map(([shows, value]) => [
      slugOf(shows),
      { summary: shows, value },
    ]),
  ),
})

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')

const schemaOf = ({ schema, each, says }: Body): JsonSchema => {
  const described = says === undefined ? {} : { description: says }
  if (each) return { type: 'string', ...described, 'x-itemSchema': ref(each) }
  if (schema === undefined) return { type: 'string', ...described }
  return typeof schema === 'string' ? ref(schema) : { anyOf: schema.map(ref) }
}

const text = (description: string): DocHeader => ({ description, schema: { type: 'string' } })

const HEADERS: { readonly [name: string]: DocHeader } = {
  RateLimit: text('What is left of each share that was taken from: `"key";r=99999;t=60`.'),
  'RateLimit-Policy': text('How large each share is: `"key";q=100000;w=60`.'),
  'Retry-After': text('How many seconds to wait.'),
  'Idempotent-Replayed': text('`true` where this is the answer of the first time.'),
  'WWW-Authenticate': text('`Bearer`.'),
  ETag: text('The version of the document.'),
  'Cache-Control': text('Who may keep the answer, and how long.'),
}

const postingOf = (name: string, { summary, says, schema, example }: Posting): DocOperation => ({
  operationId: `${name}Posted`,
  tags: ['Events'],
  summary,
  description: [...says, SIGNING].join('\n\n'),
  security: [],
  parameters: parametersIn('header', {
    'webhook-id': {
      says: 'Names what is told: the same again is the same.',
      example: 'evt_0193582d7f7a4c0e9b6a51d2c83f4e07',
      isNeeded: true,
    },
    'webhook-timestamp': {
      says: 'When it was posted, in seconds.',
      example: '1795372268',
      isNeeded: true,
    },
    'webhook-signature': {
      says: '`v1,` and base64; of two secrets, both.',
      example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
      isNeeded: true,
    },
  }),
  requestBody: {
    required: true,
    description: '',
    content: contentOf([{ schema, examples: { [summary]: example } }]),
  },
  responses: {
    200: { description: 'Any 2xx: taken.' },
    410: { description: 'Gone: nothing more is posted there.' },
  },
})
