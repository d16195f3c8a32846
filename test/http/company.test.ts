import { describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import { ENGINES } from '../support/databases.ts'
import { demoDocument, type Service, serviceFor } from '../support/service.ts'
import { otherCompany, twoSenders } from './companies.ts'

const put = (service: Service, body: unknown) =>
  service.ask('/v1/company', { method: 'PUT', key: service.keys.company, body })

const get = (service: Service) => service.ask('/v1/company', { key: service.keys.company })

const withSender = (change: object): unknown => {
  const document = demoDocument()
  return { ...document, senders: document.senders.map((sender) => ({ ...sender, ...change })) }
}

const withForm = (change: object): unknown => {
  const document = demoDocument()
  return { ...document, forms: document.forms.map((form) => ({ ...form, ...change })) }
}

const provider = (appSecret: unknown) => ({
  provider: { ...demoDocument().senders[0]?.provider, appSecret },
})

type Refusals = {
  readonly refusals: readonly { readonly rule: string; readonly sentence: string }[]
}

describe.each(ENGINES)('a company’s document on %s', (engine) => {
  const service = serviceFor({ engine })

  test('is given back as it was put, with its version', async () => {
    const document: Company = { ...demoDocument(), name: 'Café Aurora del Sur' }
    const first = await get(service())
    expect(first.as<Company>()).toEqual(demoDocument())
    expect(first.headers.get('etag')).toBe('"1"')
    const second = await put(service(), document)
    expect(second).toMatchObject({ status: 200, text: '{"version":2}' })
    const now = await get(service())
    expect(now.as<Company>()).toEqual(document)
    expect(now.headers.get('etag')).toBe('"2"')
  })

  test('is in force at once, and what its forms show can be agreed to', async () => {
    expect(await put(service(), twoSenders())).toMatchObject({ status: 200 })
    const form = await service().ask('/v1/forms/frm_demo')
    const { notice, noticeToken } = form.as<{ notice: object; noticeToken: string }>()
    const [hash = ''] = noticeToken.split('.')
    expect(await service().deps.memory.of('demo').notice(hash)).toEqual(notice)
  })

  test.each<[string, unknown, string]>([
    ['hides who writes', withForm({ hideSender: true }), 'business-hidden'],
    ['ticks boxes before the person does', withForm({ preTicked: true }), 'pre-ticked'],
    ['has an origin with a star', withForm({ origins: ['https://*.example'] }), 'origin-not-exact'],
    ['names a sender that is not there', withForm({ sender: 'nobody' }), 'reference-unknown'],
    ['holds a secret', withSender(provider('demo-app-secret')), 'secret-not-by-name'],
    ['names any variable', withSender(provider({ env: 'HOME' })), 'secret-not-by-name'],
  ])('that %s is refused with a sentence', async (_, document, rule) => {
    const before = await service().rows()
    const answer = await put(service(), document)
    expect(answer).toMatchObject({ status: 422, problem: 'document-refused' })
    const { refusals } = answer.as<Refusals>()
    expect(refusals.map((refusal) => refusal.rule)).toContain(rule)
    for (const { sentence } of refusals) expect(sentence).toMatch(/^[A-Z].+\.$/u)
    expect(await service().rows()).toEqual(before)
  })

  test('that names a secret which the operator does not allow is refused, without its name', async () => {
    const before = await service().rows()
    const answer = await put(service(), withSender(provider({ env: 'QUIERO_SECRET_OF_OTHERS' })))
    expect(answer).toMatchObject({ status: 422, problem: 'secret-not-allowed' })
    expect(answer.text).toContain('$.senders[0].provider.appSecret.env')
    expect(answer.text).not.toContain('OF_OTHERS')
    expect(await service().rows()).toEqual(before)
  })

  test('that names such a secret for a webhook is refused too', async () => {
    const secret = { env: 'QUIERO_SECRET_OF_OTHERS' }
    const webhook = { id: 'crm', url: 'https://crm.example', secret, previousSecret: secret }
    const answer = await put(service(), { ...demoDocument(), webhooks: [webhook] })
    expect(answer.as<object>()).toMatchObject({
      code: 'secret-not-allowed',
      where: ['$.webhooks[0].secret.env', '$.webhooks[0].previousSecret.env'],
    })
  })

  test('may not take a form of another company, nor bear its id', async () => {
    await service().load(otherCompany())
    const before = await service().rows()
    const taking = { ...otherCompany(), id: 'demo' }
    expect(await put(service(), taking)).toMatchObject({ status: 409, problem: 'form-taken' })
    const posing = { ...otherCompany(), forms: [], keywords: [] }
    expect(await put(service(), posing)).toMatchObject({
      status: 404,
      problem: 'company-not-found',
    })
    expect(await service().rows()).toEqual(before)
  })

  test('may hold settings that this release does not know, whatever they are called', async () => {
    const document = { ...demoDocument(), problem: 'not one of ours', note: 7 }
    expect(await put(service(), document)).toMatchObject({ status: 200 })
    expect((await get(service())).as<object>()).toEqual(document)
  })

  test.each<[string, unknown, number, string]>([
    ['no JSON', '{"id":', 400, 'body-not-json'],
    ['a list', [], 422, 'document-refused'],
    ['null', null, 422, 'document-refused'],
    ['a badge that nobody has', withSender({ badge: 'blue' }), 422, 'document-not-valid'],
    ['a country that is none', withForm({ countries: ['Mexico'] }), 422, 'document-not-valid'],
  ])('that is %s is refused', async (_, document, status, problem) => {
    const before = await service().rows()
    expect(await put(service(), document)).toMatchObject({ status, problem })
    expect(await service().rows()).toEqual(before)
  })

  test('with a field that is odd is refused with the field’s place', async () => {
    const answer = await put(service(), withSender({ badge: 'blue' }))
    expect(answer.as<object>()).toMatchObject({ at: 'senders.0.badge' })
  })
})
