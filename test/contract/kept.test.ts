import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { HandInForm } from '../../contract/opt-in.ts'
import { OptOutByForm } from '../../contract/opt-out.ts'
import { type Answer, serviceFor } from '../support/service.ts'
import released010 from './kept-0.1.0.json' with { type: 'json' }

/** What every released widget sends and reads. A release is added here; none is ever changed or taken away. */
const RELEASES = [released010]

/** The schema of each address that a widget posts to. */
const SCHEMAS: { readonly [path: string]: v.GenericSchema } = {
  '/v1/opt-ins': HandInForm,
  '/v1/opt-outs': OptOutByForm,
}

/** What stands at a dotted path, or undefined. */
const at = (answer: unknown, path: string): unknown => {
  let value = answer
  for (const name of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  }
  return value
}

describe.each(RELEASES)('the widget $widget, which stays on pages for years,', (release) => {
  const service = serviceFor({ engine: 'sqlite' })

  const shown = (): Promise<Answer> =>
    service().ask('/v1/forms/frm_demo', { origin: 'https://shop.example' })

  const missingIn = (answer: Answer, address: keyof typeof release.answers): readonly string[] => {
    const told = answer.as<unknown>()
    return release.answers[address].filter((path) => at(told, path) === undefined)
  }

  test.each(release.requests)('may say "$says" as it always did', ({ path, body }) => {
    const schema = SCHEMAS[path] ?? v.never()
    const sent = JSON.parse(body) as { readonly categories?: string }
    const categories = sent.categories?.split(' ')
    expect(v.parse(schema, sent)).toEqual({ ...sent, ...(categories && { categories }) })
  })

  test('may send what a later one adds, to a server that does not know it yet', () => {
    for (const { path, body } of release.requests) {
      const sent = { ...(JSON.parse(body) as object), inventedLater: true }
      expect(v.safeParse(SCHEMAS[path] ?? v.never(), sent).success).toBe(true)
    }
  })

  test('finds in the form all that it draws', async () => {
    expect(missingIn(await shown(), 'GET /v1/forms/frm_demo')).toEqual([])
  })

  test.each(release.requests)('is answered to "$says" with all that it reads', async (request) => {
    const { noticeToken } = (await shown()).as<{ noticeToken: string }>()
    const { method, headers, path } = request
    const body = request.body.replace('{noticeToken}', noticeToken)
    const answer = await service().ask(path, { method, headers, body })
    expect(answer.status).toBeLessThan(300)
    const address = path === '/v1/opt-ins' ? 'POST /v1/opt-ins' : 'POST /v1/opt-outs'
    expect(missingIn(answer, address)).toEqual([])
  })
})
