import type { DocMedia, DocOperation, DocParameter } from '../open-api.ts'
import { readableJson } from './code.ts'
import type { Placed } from './placed.ts'

/** An operation as somebody would try it in a shell, with the key in the environment. */
export const curlFor = (server: string, { method, path, operation }: Placed): string => {
  const { parameters, requestBody } = operation
  const address = `${server}${filled(path, parameters)}${asking(parameters)}`
  const headers = headersOf(operation).map((header) => `-H ${header}`)
  const [media] = Object.values(requestBody?.content ?? {})
  return [
    ['curl', ...optionsOf(method, operation), address].join(' '),
    ...headers,
    ...(media ? [sending(media)] : []),
  ].join(' \\\n  ')
}

const optionsOf = (method: string, operation: DocOperation): readonly string[] => {
  const [media] = Object.values(operation.requestBody?.content ?? {})
  // What curl does by itself: GET, and POST where there is something to send.
  const isUsual = method === (media && !isList(media) ? 'post' : 'get')
  return [
    ...(isStream(operation) ? ['-N'] : []),
    ...(isUsual ? [] : [`-X ${method.toUpperCase()}`]),
  ]
}

const headersOf = (operation: DocOperation): readonly string[] => {
  const { parameters, security, requestBody } = operation
  const needsKey = security.some((one) => 'apiKey' in one)
  const [type] = Object.keys(requestBody?.content ?? {})
  return [
    ...(needsKey ? ['"Authorization: Bearer $QUIERO_API_KEY"'] : []),
    ...parameters.filter(isSent).map(({ name, example = '' }) => `'${name}: ${example}'`),
    ...(isStream(operation) ? ["'Accept: text/event-stream'"] : []),
    ...(type === undefined ? [] : [`'Content-Type: ${type}'`]),
  ]
}

const isSent = ({ name, required, in: place }: DocParameter): boolean =>
  place === 'header' && (required || name === 'Idempotency-Key')

const filled = (path: string, parameters: readonly DocParameter[]): string =>
  path.replace(/\{(\w+)\}/gu, (gap, name: string) => {
    const found = parameters.find((each) => each.in === 'path' && each.name === name)
    return found?.example ?? gap
  })

/** What has to be asked, as a shell takes it. */
const asking = (parameters: readonly DocParameter[]): string => {
  const needed = parameters.filter((each) => each.in === 'query' && each.required)
  const query = needed.map(({ name, schema }) => `${name}=${schema.examples?.[0] ?? ''}`)
  return query.length === 0 ? '' : `?${query.join('\\&')}`
}

const isStream = ({ responses }: DocOperation): boolean => {
  const types = Object.keys(responses['200']?.content ?? {})
  return types.length === 1 && types[0] === 'text/event-stream'
}

const isList = ({ schema }: DocMedia): boolean => schema['x-itemSchema'] !== undefined

const sending = (media: DocMedia): string => {
  if (isList(media)) return '-T questions.ndjson'
  const [first] = Object.values(media.examples)
  const value = first && 'value' in first ? first.value : {}
  return `-d '${readableJson(value).replaceAll("'", "'\\''")}'`
}
