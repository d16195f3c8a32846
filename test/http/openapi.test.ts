import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { METHODS, type DocContent, type DocOperation } from '../../server/http/openapi/open-api.ts'
import { amissIn, theDocument } from '../support/conformity.ts'
import { serviceFor } from '../support/service.ts'
import { DOORS } from './doors.ts'

/** What people, browsers, providers and the operator's own tools come to, and the document itself. */
const LEFT_OUT = /^[A-Z]+ \/(?:f|l|w|n|webhooks|metrics|docs|openapi\.json)(?:\/|$)/u

const document = theDocument()

type Named = readonly [route: string, operation: DocOperation, pointer: readonly string[]]

const operationsIn = (part: 'paths' | 'webhooks'): readonly Named[] =>
  Object.entries(document[part]).flatMap(([path, item]) =>
    METHODS.flatMap((method): readonly Named[] => {
      const operation = item[method]
      return operation ? [[`${method.toUpperCase()} ${path}`, operation, [part, path, method]]] : []
    }),
  )

const OPERATIONS = operationsIn('paths')
const ALL = [...OPERATIONS, ...operationsIn('webhooks')]

/** An address of the app as the document writes it. */
const asInDocument = (route: string): string =>
  route.replace(/:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?\??/gu, '{$1}')

describe('the OpenAPI document', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test('is served as the public validator takes it', async () => {
    const answer = await service().ask('/openapi.json')
    expect(answer.type).toContain('application/vnd.oai.openapi+json;version=3.1')
    const { valid, errors } = await new Validator().validate(answer.as<Record<string, unknown>>())
    expect([valid, errors]).toEqual([true, undefined])
    expect(answer.as<object>()).toMatchObject({ servers: [{ url: 'https://quiero.example' }] })
  })

  test('has every address that a client backend can call, and no other', () => {
    const routes = service()
      .app.routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => asInDocument(`${method} ${path}`))
      .filter((route) => !LEFT_OUT.test(route))
    expect(OPERATIONS.map(([route]) => route).toSorted()).toEqual([...new Set(routes)].toSorted())
  })

  test.each(OPERATIONS)('%s names the scope that opens it', (route, { security }) => {
    const door = DOORS.find((each) => asInDocument(each.route) === route)
    const scope = door?.opens === 'public' ? [] : [{ apiKey: [door?.opens] }]
    expect(security).toEqual([...scope, ...(door?.forPages === true ? [{}] : [])])
  })

  test.each(OPERATIONS)('%s says what each part of its address is', (route, { parameters }) => {
    const named = parameters.filter((each) => each.in === 'path').map(({ name }) => `{${name}}`)
    expect(named).toEqual(route.match(/\{\w+\}/gu) ?? [])
  })

  test('names each operation once', () => {
    const ids = ALL.map(([, { operationId }]) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

/** The examples of a content that do not fit its own schemas. */
const misfits = (content: DocContent, pointer: readonly string[]): readonly string[] =>
  Object.entries(content).flatMap(([type, { schema, examples }]) =>
    Object.entries(examples).flatMap(([name, example]) => {
      if ('$ref' in example) return []
      const at = [...pointer, 'content', type, 'schema']
      const amiss =
        'x-itemSchema' in schema
          ? String(example.value)
              .split('\n')
              .map((line) => line.replace(/^data: /u, ''))
              .filter((line) => line.startsWith('{'))
              .flatMap((line) => amissIn(JSON.parse(line), ...at, 'x-itemSchema'))
          : amissIn(example.value, ...at)
      return amiss.map((each) => `${type} ${name}: ${each}`)
    }),
  )

describe('its examples', () => {
  test.each(ALL)('of %s are what their schemas say', (_route, operation, pointer) => {
    const { requestBody, responses } = operation
    const asked = requestBody ? misfits(requestBody.content, [...pointer, 'requestBody']) : []
    const answered = Object.entries(responses).flatMap(([status, { content = {} }]) =>
      misfits(content, [...pointer, 'responses', status]),
    )
    expect([...asked, ...answered]).toEqual([])
  })

  test.each(Object.entries(document.components.examples))(
    'has the problem %s as it is answered',
    (_code, { value }) => {
      expect(amissIn(value, 'components', 'schemas', 'Problem')).toEqual([])
    },
  )
})
