import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import type { Webhook } from '../../consent/webhook.ts'
import type { FeedShown } from '../../contract/events.ts'
import type { DeadLettersShown, WebhooksShown } from '../../contract/webhooks.ts'
import { deliverEvents } from '../../server/actions/deliver-events.ts'
import { startDeliveries } from '../../server/start-deliveries.ts'
import { ENGINES } from '../support/databases.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { demoDocument, serviceFor } from '../support/service.ts'
import { by, handIn, newPhone, person, writes } from './acts.ts'

const HOUR = 60 * 60_000
const secretOf = (text: string): string =>
  `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`
const SECRETS = {
  QUIERO_SECRET_CRM: secretOf('of the crm'),
  QUIERO_SECRET_CRM_NEW: secretOf('of the crm, the next one'),
  QUIERO_SECRET_SHOP: secretOf('of the shop'),
}

describe.each(ENGINES)('the company’s webhooks on %s', (engine) => {
  const service = serviceFor({ engine, secrets: SECRETS })
  let crm: Receiver
  let shop: Receiver

  const webhooks = (): readonly [Webhook, Webhook] => [
    { id: 'crm', url: crm.url, secret: { env: 'QUIERO_SECRET_CRM' } },
    {
      id: 'shop',
      url: shop.url,
      secret: { env: 'QUIERO_SECRET_SHOP' },
      events: ['consent.opt_out'],
    },
  ]
  const put = async (given: readonly Webhook[]): Promise<void> => {
    const document: Company = { ...demoDocument(), webhooks: given }
    const answer = await service().ask('/v1/company', {
      method: 'PUT',
      key: service().keys.company,
      body: document,
    })
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)])
  }
  beforeAll(async () => {
    crm = await startReceiver(SECRETS.QUIERO_SECRET_CRM, () => service().now())
    shop = await startReceiver(SECRETS.QUIERO_SECRET_SHOP, () => service().now())
  })
  afterAll(() => Promise.all([crm.close(), shop.close()]))
  beforeEach(async () => {
    // Each test begins with webhooks that have heard nothing and have nothing to hear.
    await placed()
    await put([])
    await put(webhooks())
    for (const receiver of [crm, shop]) {
      Object.assign(receiver, { answers: [], opens: Promise.resolve(), calls: 0 })
      receiver.heard.length = 0
    }
  })

  /** Waits until every event has its place in the log. */
  const placed = async (): Promise<void> => {
    const events = (await service().rows())['events'] ?? 0
    await expect
      .poll(() => service().deps.memory.of('demo').lastPosition(), { timeout: 10_000 })
      .toBe(events - 1)
  }

  /** Works a webhook off until there is nothing to do now. */
  const deliver = async (id = 'crm'): Promise<void> => {
    await placed()
    for (let done = 1; done > 0;) {
      const stored = await service().deps.memory.company('demo')
      const webhook = stored?.document.webhooks?.find((one) => one.id === id)
      if (!stored || !webhook) throw new Error('no webhook')
      done = await deliverEvents(service().deps, stored, webhook)
    }
  }

  const states = async () => {
    const answer = await service().ask('/v1/webhooks', { key: service().keys.company })
    return answer.as<WebhooksShown>().webhooks
  }
  const act = (path: string, body: object = {}) =>
    service().ask(`/v1/webhooks/${path}`, { key: service().keys.company, body })

  test('are told of every event, signed, and of nobody’s number', async () => {
    const phone = newPhone()
    await handIn(service(), { phone })
    await writes(service(), by(phone), '#want offers')
    await writes(service(), by(phone), 'hola')
    await writes(service(), by(phone), 'Salir')
    await deliver()
    const { id } = await person(service(), phone)
    expect(crm.heard.map(({ type }) => type)).toEqual([
      'consent.opt_in',
      'consent.opt_in',
      'consent.message',
      'consent.opt_out',
    ])
    const last = crm.heard.at(-1)
    expect(last).toMatchObject({
      timestamp: new Date(service().now()).toISOString(),
      data: { event: last?.id, person: id, act: { kind: 'message', stops: true } },
    })
    expect(JSON.stringify(crm.heard)).not.toContain(phone.slice(4))
    expect(await states()).toMatchObject([
      { id: 'crm', url: crm.url, behind: 0, waiting: 0, dead: 0, goneSince: null },
      { id: 'shop', behind: 4 },
    ])
  })

  test('are told only what they ask for, and only what came after them', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    await writes(service(), by(phone), '#stop offers')
    await writes(service(), by(phone), 'STOP')
    await deliver('shop')
    expect(shop.heard.map(({ type }) => type)).toEqual(['consent.opt_out', 'consent.opt_out'])
    await put([])
    await put(webhooks())
    await deliver('shop')
    expect(shop.calls).toBe(2)
    expect((await service().rows())['deliveries']).toBe(0)
  })

  test('hear both signatures while a secret is changed', async () => {
    const [first] = webhooks()
    const changed = { ...first, secret: { env: 'QUIERO_SECRET_CRM_NEW' } }
    await put([changed])
    await writes(service(), by(newPhone()), 'hola')
    await deliver()
    expect([crm.calls, crm.heard.length]).toEqual([1, 0])
    await put([{ ...changed, previousSecret: { env: 'QUIERO_SECRET_CRM' } }])
    service().pass(HOUR)
    await deliver()
    expect([crm.calls, crm.heard.length]).toEqual([2, 1])
    const news = await startReceiver(SECRETS.QUIERO_SECRET_CRM_NEW, () => service().now())
    await put([{ ...changed, url: news.url, previousSecret: { env: 'QUIERO_SECRET_CRM' } }])
    await writes(service(), by(newPhone()), 'hola')
    await deliver()
    expect(news.heard).toHaveLength(1)
    await news.close()
  })

  test('hear of each person in order, and of others meanwhile', async () => {
    const [one, other] = [newPhone(), newPhone()]
    crm.answers = [500, 500]
    await writes(service(), by(one), '#want')
    await deliver()
    // After the second attempt five seconds pass at least before the next; four do here.
    service().pass(6_000)
    await deliver()
    await writes(service(), by(one), 'STOP')
    await writes(service(), by(other), '#want')
    await deliver()
    const [a, b] = [(await person(service(), one)).id, (await person(service(), other)).id]
    expect(crm.heard.map(({ data }) => data['person'])).toEqual([b])
    service().pass(60_000)
    await deliver()
    expect(crm.heard.map(({ data, type }) => [data['person'], type])).toEqual([
      [b, 'consent.opt_in'],
      [a, 'consent.opt_in'],
      [a, 'consent.opt_out'],
    ])
  })

  test('that are away for three days keep dead letters, which can be told again', async () => {
    crm.answers = Array.from({ length: 500 }, () => 503)
    const phones = [newPhone(), newPhone()]
    for (const phone of phones) await writes(service(), by(phone), '#want')
    for (let hour = 0; hour < 70; hour += 2) {
      await deliver()
      service().pass(2 * HOUR)
    }
    expect(crm.calls).toBe(70)
    expect((await states())[0]).toMatchObject({ waiting: 2, dead: 0 })
    service().pass(3 * HOUR)
    await deliver()
    const { calls } = crm
    service().pass(24 * HOUR)
    await deliver()
    expect(crm.calls).toBe(calls)
    expect((await states())[0]).toMatchObject({ waiting: 0, dead: 2 })
    const dead = (
      await service().ask('/v1/webhooks/crm/dead', { key: service().keys.company })
    ).as<DeadLettersShown>()
    expect(dead.dead).toMatchObject([{ reason: 'http_503' }, { reason: 'http_503' }])
    crm.answers = []
    const event = dead.dead[1]?.event
    expect(await act('crm/replay', { event })).toMatchObject({
      status: 202,
      text: '{"replayed":1}',
    })
    await deliver()
    expect(crm.heard.map(({ id }) => id)).toEqual([event])
    expect(await act('crm/replay')).toMatchObject({ text: '{"replayed":1}' })
    expect(await act('crm/replay')).toMatchObject({ text: '{"replayed":0}' })
    await deliver()
    expect(crm.heard.map(({ id }) => id)).toEqual([event, dead.dead[0]?.event])
  })

  test('can be told again from a cursor on', async () => {
    await placed()
    const key = service().keys.events
    const feed = await service().ask('/v1/events?after=latest', { key })
    const { cursor } = feed.as<FeedShown>()
    for (const said of ['#want', 'hola', 'STOP']) await writes(service(), by(newPhone()), said)
    await deliver()
    expect(await act('crm/replay', { after: cursor })).toMatchObject({ text: '{"replayed":3}' })
    await deliver()
    const ids = crm.heard.map(({ id }) => id)
    expect(ids).toHaveLength(6)
    expect(new Set(ids.slice(3))).toEqual(new Set(ids.slice(0, 3)))
    expect(await act('crm/replay', { after: 'made.up' })).toMatchObject({
      problem: 'cursor-not-valid',
    })
    expect(await act('nobody/replay')).toMatchObject({ problem: 'webhook-not-found' })
  })

  test('that answer 410 are left alone, lose nothing, and come back with a test', async () => {
    crm.answers = [410]
    await writes(service(), by(newPhone()), '#want')
    await deliver()
    await writes(service(), by(newPhone()), '#want')
    service().pass(24 * HOUR)
    await deliver()
    expect(crm.calls).toBe(1)
    expect((await states())[0]?.goneSince).not.toBeNull()
    crm.answers = [500]
    expect(await act('crm/test')).toMatchObject({ text: '{"taken":false,"reason":"http_500"}' })
    expect((await states())[0]?.goneSince).not.toBeNull()
    expect(await act('crm/test')).toMatchObject({ text: '{"taken":true,"reason":null}' })
    await deliver()
    expect(crm.heard.map(({ type }) => type)).toEqual([
      'webhook.test',
      'consent.opt_in',
      'consent.opt_in',
    ])
  })

  test('are each told by itself: one that waits holds up no other, and many processes tell each once', async () => {
    const { promise, resolve: open } = Promise.withResolvers<void>()
    crm.opens = promise
    const deliveries = [startDeliveries(service().deps)]
    const phones = Array.from({ length: 30 }, newPhone)
    for (const phone of phones) await writes(service(), by(phone), 'STOP')
    await expect.poll(() => shop.heard.length, { timeout: 14_000 }).toBe(phones.length)
    expect(crm.calls).toBeGreaterThan(0)
    expect(crm.heard).toEqual([])
    for (const _ of [1, 2]) deliveries.push(startDeliveries(service().deps))
    await expect.poll(() => crm.calls, { timeout: 10_000 }).toBe(phones.length)
    open()
    await expect.poll(() => crm.heard.length, { timeout: 20_000 }).toBe(phones.length)
    await Promise.all(deliveries.map((one) => one.stop(10_000)))
    for (const { heard } of [crm, shop]) {
      expect(new Set(heard.map(({ id }) => id)).size).toBe(phones.length)
      expect(heard).toHaveLength(phones.length)
    }
    await expect.poll(async () => (await service().rows())['deliveries']).toBe(0)
  })
})
