import { beforeAll, describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { type Answer, serviceFor } from '../support/service.ts'
import { history, newPhone, reasons } from './acts.ts'
import type { Wire } from './meta.ts'
import { companyWith, SECRET, SECRET_REF } from './sinch-wire.ts'

const CONSENTED = ['consented', 'consented']
const BLOCKED = ['blocked', 'blocked']
const ADDRESS = '/webhooks/sinch-latam/demo/main'

let made = 0

const text = (messageText: string): Wire => ({ type: 'TEXT', messageText })

describe.each(ENGINES)('Sinch in Latin America, on %s,', (engine) => {
  const service = serviceFor({ engine, secrets: SECRET })
  beforeAll(async () => {
    await service().load(companyWith({ kind: 'sinch-latam', pathToken: SECRET_REF }))
  })

  const post = (data: readonly unknown[], token = `/${SECRET.QUIERO_SECRET_PROVIDER}`) =>
    service().ask(`${ADDRESS}${token}`, { body: { total: data.length, data } })

  const tell = async (...data: readonly unknown[]): Promise<Answer> => {
    service().pass(2_000)
    const answer = await post(data)
    expect(answer).toMatchObject({ status: 200, text: '' })
    return answer
  }

  const item = (phone: string, message: Wire, more: Wire = {}): Wire => ({
    id: `mo-${String((made += 1))}`,
    source: phone.slice(1),
    origin: '5511912345678',
    userProfile: { name: 'Ana' },
    message,
    receivedAt: service().now(),
    receivedDate: new Date(service().now()).toISOString(),
    ...more,
  })

  const writes = (phone: string, message: Wire) => {
    service().pass(2_000)
    return tell(item(phone, message))
  }

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await writes(phone, text('#want'))
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
    return phone
  }

  const isKept = async (...data: readonly unknown[]): Promise<boolean> => {
    const before = await service().rows()
    await tell(...data)
    const after = await service().rows()
    expect({ ...after, inbox: before['inbox'] }).toEqual(before)
    return after['inbox'] !== before['inbox']
  }

  test.each([
    ['a text', text('SAIR')],
    ['a caption', { type: 'IMAGE', mediaUrl: 'https://m.example/1', caption: 'salir' }],
    ['a button', { type: 'BUTTON', button: { text: 'No', payload: 'OPT_OUT' } }],
    [
      'a list',
      {
        type: 'INTERACTIVE',
        interactive: { type: 'list_reply', list_reply: { id: 'OPT_OUT', title: 'No' } },
      },
    ],
  ])('hears a stop in %s', async (_, message) => {
    const phone = await consented()
    await writes(phone, message)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test.each([
    ['a voice note', { type: 'AUDIO', mediaUrl: 'https://m.example/1' }],
    ['a place', { location: { geoPoint: '1,2' } }],
    ['a contact', { contacts: [{}] }],
    ['a word to come back', text('#volver')],
  ])('takes %s for a message, which lifts a stop', async (_, message) => {
    const phone = await consented()
    await writes(phone, text('STOP'))
    await writes(phone, message)
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test('hears the good ones of a batch with bad ones, which are kept', async () => {
    const [first, last] = [await consented(), await consented()]
    service().pass(2_000)
    const good = (phone: string) => item(phone, text('STOP'))
    const stranger = newPhone()
    const bad = [
      null,
      7,
      [],
      {},
      item(stranger, text('STOP'), { id: 5 }),
      item(stranger, text('STOP'), { origin: 'x' }),
      item(stranger, text('STOP'), { source: { __proto__: 1 } }),
      item(stranger, { type: 'TEXT', messageText: 'STOP', waGroupId: 'g' }),
      item(stranger, { type: 'POLL' }),
      item(stranger, {}),
    ]
    const { inbox = 0 } = await service().rows()
    await tell(good(first), ...bad, good(last))
    expect((await service().rows())['inbox']).toBe(inbox + 1)
    for (const phone of [first, last]) expect(await reasons(service(), phone)).toEqual(BLOCKED)
    expect(await reasons(service(), stranger)).toEqual(['never_asked', 'never_asked'])
  })

  test('hears a message again in another batch as the same', async () => {
    const phone = newPhone()
    const told = item(phone, text('#want'))
    await tell(told)
    await tell(item(newPhone(), text('hola')), told)
    expect(await history(service(), phone)).toHaveLength(1)
  })

  test('says in its evidence that only the address spoke for it', async () => {
    const [event] = await history(service(), await consented())
    expect(event?.act).toMatchObject({ kind: 'message', heardBy: 'secret-path' })
  })

  const status = (phone: string, more: Wire): Wire => ({
    id: `mt-${phone}`,
    destination: phone.slice(1),
    origin: '5511912345678',
    sent: true,
    sentStatusCode: 2,
    updatedAt: service().now() + 2_000,
    ...more,
  })

  test.each([
    {},
    { delivered: true, deliveredStatusCode: 4 },
    { delivered: true, read: true, deliveredStatusCode: 5 },
    { delivered: false, deliveredStatusCode: 104, deliveredStatus: 'NOT_DELIVERED' },
    { sent: false, sentStatusCode: 202, sentStatus: 'INVALID_DESTINATION_NUMBER' },
    { sent: false, sentStatusCode: 211, sentStatus: 'DESTINATION_BLOCKED_BY_OPTIN' },
  ])('takes the status %j for no opt-out', async (more) => {
    const phone = await consented()
    expect(await isKept(status(phone, more))).toBe(false)
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test('takes a destination that its own list stopped for a block, until the next message', async () => {
    const phone = await consented()
    await tell(
      status(phone, {
        sent: false,
        sentStatusCode: 204,
        sentStatus: 'DESTINATION_BLOCKED_BY_OPTOUT',
      }),
    )
    expect(await reasons(service(), phone)).toEqual(['provider_block', 'provider_block'])
    await writes(phone, text('hola'))
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test.each(['', '/', '/other', `/${SECRET.QUIERO_SECRET_PROVIDER}x`, '/provider-secret-000'])(
    'is refused at the address "%s"',
    async (token) => {
      const before = await service().rows()
      const answer = await post([item(newPhone(), text('#want'))], token)
      expect([401, 404]).toContain(answer.status)
      expect(await service().rows()).toEqual(before)
    },
  )

  test.each([{}, { data: {} }, { total: 1, data: [] }])(
    'keeps %j, in which nothing is',
    async (body) => {
      const { inbox = 0 } = await service().rows()
      const answer = await service().ask(`${ADDRESS}/${SECRET.QUIERO_SECRET_PROVIDER}`, { body })
      expect(answer.status).toBe(200)
      expect((await service().rows())['inbox']).toBe(inbox + 1)
    },
  )
})
