import { describe, expect, test } from 'vitest'
import { PUBLIC_URL, serviceFor, SHOP } from '../support/service.ts'
import { handIn, newPhone } from './acts.ts'

const NOT_ALLOWED: readonly (readonly [what: string, origin: string | null])[] = [
  ['of somebody else', 'https://evil.example'],
  ['that ends like ours', 'https://evil-shop.example'],
  ['that begins like ours', 'https://shop.example.evil.example'],
  ['under ours', 'https://www.shop.example'],
  ['on another port', `${SHOP}:8443`],
  ['without TLS', 'http://shop.example'],
  ['with a slash', `${SHOP}/`],
  ['in capitals', SHOP.toUpperCase()],
  ['of a page that has none', 'null'],
  ['that is empty', ''],
  ['that is a list', `${SHOP}, https://evil.example`],
]

describe('a page', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const noFrom = (origin: string | null) =>
    service().ask('/v1/opt-outs', {
      ...(origin === null ? {} : { origin }),
      body: { form: 'frm_demo', person: { phone: newPhone() } },
    })

  test.each([SHOP, PUBLIC_URL])('of %s may ask, say yes and say no', async (origin) => {
    expect(await service().ask('/v1/forms/frm_demo', { origin })).toMatchObject({ status: 200 })
    expect(await handIn(service(), {}, origin)).toMatchObject({ status: 201 })
    expect(await noFrom(origin)).toMatchObject({ status: 200 })
  })

  test.each([...NOT_ALLOWED, ['that is missing', null] as const])(
    'with an origin %s may neither say yes nor no',
    async (_, origin) => {
      const before = await service().rows()
      const refused = { status: 403, problem: 'origin-not-allowed' }
      expect(await handIn(service(), {}, origin)).toMatchObject(refused)
      expect(await noFrom(origin)).toMatchObject(refused)
      expect(await service().rows()).toEqual(before)
    },
  )

  test.each(NOT_ALLOWED)(
    'with an origin %s reads what its script tells everybody',
    async (_, origin) => {
      const answer = await service().ask('/v1/forms/frm_demo', { origin: origin ?? '' })
      expect(answer).toMatchObject({ status: 200 })
    },
  )

  test('is not asking where there is no origin: a form may be read by a program', async () => {
    expect(await service().ask('/v1/forms/frm_demo')).toMatchObject({ status: 200 })
  })

  test.each(['/v1/opt-ins', '/v1/opt-outs', '/v1/opt-ins/opt_1', '/v1/forms/frm_demo'])(
    'may call %s, with neither a cookie nor a key',
    async (path) => {
      const { status, headers } = await service().ask(path, {
        method: 'OPTIONS',
        origin: SHOP,
        headers: {
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      })
      expect(status).toBe(204)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('access-control-allow-headers')).toBe(
        'Content-Type,Quiero-Watch,Last-Event-ID',
      )
    },
  )

  test.each([
    '/v1/may-send',
    '/v1/people/find',
    '/v1/company',
    '/v1/messages',
    '/v1/templates/check',
  ])('may not call %s', async (path) => {
    const { headers } = await service().ask(path, { method: 'OPTIONS', origin: SHOP })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
