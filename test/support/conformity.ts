import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { openApiDocument } from '../../server/http/openapi/document.ts'
import { METHODS, type DocOperation, type OpenApi } from '../../server/http/openapi/open-api.ts'

/** What was answered, as far as the document speaks of it. */
type Answered = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly type: string
  readonly text: string
}

/** The document, as any client may fetch it. */
export const theDocument = (): OpenApi =>
  JSON.parse(JSON.stringify(openApiDocument('https://quiero.example', '0.0.0')))

// A client must take fields that it does not know. A test takes none that the document does not know.
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const all = Object.fromEntries(Object.entries(schema).map(([name, each]) => [name, closed(each)]))
  const isOpen = 'properties' in all && all['type'] === 'object' && !('additionalProperties' in all)
  return isOpen ? { ...all, additionalProperties: false } : all
}

/** A company may keep fields in its document that this release does not know. */
const KEPT_OPEN = ['CompanyDocument']

const validators = () => {
  const document = theDocument()
  const { schemas } = document.components
  const strict = Object.entries(schemas).map(([name, schema]) => [
    name,
    KEPT_OPEN.includes(name) ? schema : closed(schema),
  ])
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({
    $id: 'document',
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(strict) },
  })
  return {
    document,
    at: (...pointer: readonly string[]): ValidateFunction => {
      const escaped = pointer.map((each) =>
        encodeURIComponent(each.replaceAll('~', '~0').replaceAll('/', '~1')),
      )
      const found = ajv.getSchema(`document#/${escaped.join('/')}`)
      if (!found) throw new Error(`the document has no ${pointer.join(' ')}`)
      return found
    },
  }
}

let made: ReturnType<typeof validators> | null = null
const known = () => (made ??= validators())

/** What a value is not that the document says it is, by where the document says so. */
export const amissIn = (value: unknown, ...pointer: readonly string[]): readonly string[] => {
  const validate = known().at(...pointer)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) =>
      `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  )
}

const TEXTS_OF_MANY = ['application/x-ndjson', 'text/event-stream']

/** The values in a text of many: what stands in its lines, or is told by its events. */
const itemsIn = (type: string, text: string): readonly unknown[] =>
  text
    .split('\n')
    .filter((line) => (type === 'text/event-stream' ? line.startsWith('data: ') : line !== ''))
    .map((line) => JSON.parse(line.replace(/^data: /u, '')) as unknown)

type Found = { readonly operation: DocOperation; readonly pointer: readonly string[] }

const operationFor = (method: string, path: string): Found | null => {
  const paths = Object.entries(known().document.paths).toSorted(
    ([one], [other]) => one.split('{').length - other.split('{').length,
  )
  for (const [template, item] of paths) {
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/gu, '[^/]+')}$`, 'u')
    const name = METHODS.find((each) => each === method.toLowerCase())
    const operation = name && item[name]
    if (pattern.test(path) && operation) return { operation, pointer: ['paths', template, name] }
  }
  return null
}

/** In what an answer differs from what the document says of it; nothing where it says nothing of the address. */
export const differences = (answered: Answered): readonly string[] => {
  const { pathname } = new URL(answered.path, 'http://localhost')
  const found = operationFor(answered.method, pathname)
  if (!found) return []
  const status = String(answered.status)
  const response = found.operation.responses[status]
  if (!response) return [`no status ${status} in the document: ${answered.text.slice(0, 300)}`]
  const { content } = response
  if (!content) return answered.text === '' ? [] : ['more than the document says']
  const type = answered.type.split(';')[0]?.trim() ?? ''
  return content[type]
    ? misfit(type, answered.text, [...found.pointer, 'responses', status, 'content', type])
    : [`no ${type || 'content'} with ${status} in the document`]
}

const misfit = (type: string, text: string, pointer: readonly string[]): readonly string[] => {
  if (TEXTS_OF_MANY.includes(type)) {
    return itemsIn(type, text).flatMap((item) =>
      amissIn(item, ...pointer, 'schema', 'x-itemSchema'),
    )
  }
  const value: unknown = type.endsWith('json') ? JSON.parse(text) : text
  return amissIn(value, ...pointer, 'schema')
}

/** In what a JSON body differs from what the document says may be sent there. */
export const amissInRequest = (method: string, path: string, body: string): readonly string[] => {
  const found = operationFor(method, path)
  if (!found?.operation.requestBody) return body === '' ? [] : [`no body for ${method} ${path}`]
  const pointer = [...found.pointer, 'requestBody', 'content', 'application/json', 'schema']
  return amissIn(JSON.parse(body), ...pointer)
}

/** In what a webhook differs from what the document says is posted to a company. */
export const amissInPosting = (body: { readonly type: string }): readonly string[] => {
  const name = body.type.startsWith('consent.') ? 'event' : POSTED.get(body.type)
  if (name === undefined) return [`no ${body.type} in the document`]
  const content = ['requestBody', 'content', 'application/json', 'schema']
  return amissIn(body, 'webhooks', name, 'post', ...content)
}

const POSTED: ReadonlyMap<string, string> = new Map([
  ['log.checkpoint', 'checkpoint'],
  ['webhook.test', 'test'],
  ['message.received', 'message'],
])
