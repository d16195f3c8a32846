import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reconcile } from '../../server/actions/reconcile.ts'
import { messageLogsAt } from '../../server/outbound/message-logs.ts'
import type { Deps } from '../../server/ports.ts'
import { history, maySend, newPhone } from '../http/acts.ts'
import { SECRET } from '../http/sinch-wire.ts'
import { messageFrom, signatureOf, TWILIO_COMPANY } from '../http/twilio-wire.ts'
import { ENGINES } from '../support/databases.ts'
import { PUBLIC_URL, serviceFor } from '../support/service.ts'
import { type FakeProvider, type Mischief, openFake, twilioAnswers } from './fake-provider.ts'

const MINUTE = 60_000
const WHATSAPP_ONLY = { ...TWILIO_COMPANY, doors: [] }

const half: Mischief = (response, honest) =>
  void response.writeHead(200).end(honest.slice(0, honest.length / 2))

const says =
  (status: number, body: string, headers: Record<string, string> = {}): Mischief =>
  (response) =>
    void response.writeHead(status, headers).end(body)

const MISCHIEF: readonly (readonly [what: string, Mischief])[] = [
  ['half a page', half],
  ['no page', says(200, '{}')],
  ['a page without an end', says(200, '{"messages":[]}')],
  ['a page of null', says(200, '{"messages":null,"next_page_uri":null}')],
  ['a web page', says(200, '<html></html>')],
  ['429', says(429, '{}', { 'retry-after': '1' })],
  ['500', says(500, '')],
  ['401', says(401, '{}')],
  ['a redirect', says(302, '', { location: 'https://elsewhere.example/' })],
  ['a cut line', (response) => void response.destroy()],
]

describe.each(ENGINES)('Twilio’s log, on %s,', (engine) => {
  const service = serviceFor({ engine, secrets: SECRET })
  let fake: FakeProvider
  let faults: string[] = []

  beforeAll(async () => {
    fake = await openFake(twilioAnswers)
    await service().load(WHATSAPP_ONLY)
  })
  afterAll(() => fake.close())
  beforeEach(() => {
    // Whatever came before is long past, for every test.
    service().pass(24 * 60 * MINUTE)
    fake.log.length = 0
    fake.asked.length = 0
    faults = []
  })
  afterEach(() => {
    fake.mischief.length = 0
  })

  /** A server that has just started: nothing but the database remembers what was before. */
  const restarted = (): Deps => ({
    ...service().deps,
    logs: messageLogsAt({ twilio: fake.base }),
    report: (where, error) => void faults.push(`${where}: ${String(error)}`),
  })

  const ask = async (deps: Deps = restarted()): Promise<void> => {
    const stored = await deps.memory.company('demo')
    if (!stored) throw new Error('no demo')
    await reconcile(deps, stored)
  }

  /** A message that Twilio took and could not hand on. */
  const missed = (phone: string, body: string, more: object = {}) => {
    const at = service().now()
    const { MessageSid: sid } = messageFrom(phone, {})
    const item = {
      sid,
      account_sid: 'AC1',
      direction: 'inbound',
      from: `whatsapp:${phone}`,
      to: 'whatsapp:+5511912345678',
      body,
      num_media: '0',
      date_sent: new Date(at).toUTCString().replace('GMT', '+0000'),
      ...more,
    }
    fake.log.push({ at, item })
    return item
  }

  const reasonOf = async (phone: string) => (await maySend(service(), phone)).reason

  const reasonsOf = async (phones: readonly string[]): Promise<readonly string[]> => [
    ...new Set(await Promise.all(phones.map(reasonOf))),
  ]

  test('gives back five hundred stops of an outage of half an hour, each once', async () => {
    await ask()
    const phones = Array.from({ length: 500 }, newPhone)
    service().pass(6 * MINUTE)
    for (const phone of phones) missed(phone, '#want')
    await ask()
    expect(await reasonsOf(phones)).toEqual(['consented'])
    const stops = phones.map((phone) => {
      service().pass((30 * MINUTE) / phones.length)
      return missed(phone, 'STOP')
    })
    expect(await reasonsOf(phones)).toEqual(['consented'])
    await ask()
    expect(await reasonsOf(phones)).toEqual(['blocked'])
    const after = await service().rows()
    service().pass(6 * MINUTE)
    await ask()
    // A webhook that comes after all says nothing new.
    const [first] = stops
    const form = { ...messageFrom(phones[0] ?? '', { Body: 'STOP' }), MessageSid: first?.sid ?? '' }
    const address = '/webhooks/twilio/demo/main'
    const fields = Object.entries(form).map(([name, value]): [string, string] => [
      name,
      value ?? '',
    ])
    const answer = await service().ask(address, {
      body: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signatureOf(`${PUBLIC_URL}${address}`, fields),
      },
    })
    expect(answer.status).toBe(200)
    expect(await service().rows()).toEqual(after)
    expect(faults).toEqual([])
  }, 120_000)

  test('counts each by when it was sent', async () => {
    await ask()
    const phone = newPhone()
    service().pass(10 * MINUTE)
    const sentAt = service().now()
    missed(phone, '#want')
    service().pass(MINUTE)
    missed(phone, 'SALIR')
    service().pass(20 * MINUTE)
    await ask()
    expect(await reasonOf(phone)).toBe('blocked')
    const events = await history(service(), phone)
    expect(new Set(events.map(({ at }) => Date.parse(at)))).toEqual(
      new Set([sentAt, sentAt + MINUTE]),
    )
  })

  test.each(MISCHIEF)(
    'answering with %s loses nothing',
    async (_, trick) => {
      await ask()
      const phones = Array.from({ length: 250 }, newPhone)
      service().pass(10 * MINUTE)
      for (const phone of phones) missed(phone, 'STOP')
      fake.asked.length = 0
      fake.mischief.push(null, trick)
      service().pass(MINUTE)
      await ask()
      expect(faults).toHaveLength(1)
      const since = fake.asked[0]?.url.searchParams.get('DateSent>')
      await ask()
      expect(fake.asked).toHaveLength(2)
      service().pass(3 * MINUTE)
      fake.asked.length = 0
      await ask()
      expect(fake.asked.map(({ url }) => url.searchParams.get('DateSent>'))).toEqual([
        since,
        since,
        since,
      ])
      expect(await reasonsOf(phones)).toEqual(['blocked'])
      expect(faults).toHaveLength(1)
    },
    60_000,
  )

  test('answering slowly is waited for', async () => {
    await ask()
    const phone = newPhone()
    service().pass(10 * MINUTE)
    missed(phone, 'STOP')
    fake.mischief.push((response, honest) => {
      response.writeHead(200)
      response.write(honest.slice(0, 10))
      setTimeout(() => response.end(honest.slice(10)), 500)
    })
    await ask()
    expect(await reasonOf(phone)).toBe('blocked')
    expect(faults).toEqual([])
  })

  test('never takes the account’s token to another origin', async () => {
    const elsewhere = await openFake(twilioAnswers)
    await ask()
    service().pass(10 * MINUTE)
    const next = `${elsewhere.base}/2010-04-01/Accounts/AC1/Messages.json`
    fake.mischief.push(says(200, JSON.stringify({ messages: [], next_page_uri: next })))
    await ask()
    expect(elsewhere.asked).toEqual([])
    expect(faults).toHaveLength(1)
    await elsewhere.close()
  })

  test('whose pages go in a circle is left', async () => {
    await ask()
    service().pass(10 * MINUTE)
    const circle = says(200, '{"messages":[],"next_page_uri":"/2010-04-01/again"}')
    fake.mischief.push(circle, circle, circle)
    await ask()
    expect(faults).toEqual([
      'asking the message log of demo/main: Error: the pages of a log go in a circle',
    ])
  })

  test('is asked under the account’s token, for what came to this number, a while before the mark', async () => {
    await ask()
    const mark = service().now()
    service().pass(5 * MINUTE)
    fake.asked.length = 0
    await ask()
    const [{ url, authorization } = { url: new URL('http://none'), authorization: '' }] = fake.asked
    expect(authorization).toBe(
      `Basic ${Buffer.from(`AC1:${SECRET.QUIERO_SECRET_PROVIDER}`).toString('base64')}`,
    )
    expect(url.searchParams.get('To')).toBe('whatsapp:+5511912345678')
    expect(Date.parse(url.searchParams.get('DateSent>') ?? '')).toBe(mark - 15 * MINUTE)
  })

  test('is asked every five minutes, by one of two servers', async () => {
    await ask()
    fake.asked.length = 0
    for (let minute = 0; minute < 60; minute += 1) {
      service().pass(MINUTE)
      await Promise.all([ask(), ask()])
    }
    expect(fake.asked).toHaveLength(12)
  })

  test('that never answers is asked more and more seldom, and still once an hour', async () => {
    await ask()
    fake.asked.length = 0
    fake.mischief.push(...Array.from({ length: 100 }, () => says(503, '')))
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      service().pass(MINUTE)
      await ask()
    }
    expect(fake.asked.length).toBeGreaterThan(23)
    expect(fake.asked.length).toBeLessThan(32)
    expect(faults).toHaveLength(fake.asked.length)
  }, 60_000)

  test('passes by what the business sent, and keeps what is odd once, without stopping there', async () => {
    await ask()
    service().pass(10 * MINUTE)
    const [stranger, phone] = [newPhone(), newPhone()]
    missed(stranger, 'STOP', { direction: 'outbound-api' })
    missed(stranger, 'STOP', { sid: null })
    missed(phone, 'STOP')
    const { inbox = 0 } = await service().rows()
    for (const _ of [1, 2, 3]) {
      await ask()
      service().pass(5 * MINUTE)
    }
    expect(await reasonOf(phone)).toBe('blocked')
    expect(await reasonOf(stranger)).toBe('never_asked')
    expect((await service().rows())['inbox']).toBe(inbox + 1)
    expect(faults).toEqual([])
  })

  test('is not asked without its secret', async () => {
    fake.asked.length = 0
    await ask({ ...restarted(), secretOf: () => null })
    expect(fake.asked).toEqual([])
  })
})
