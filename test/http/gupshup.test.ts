import { describe, expect, test } from 'vitest'
import { history, newPhone, reasons } from './acts.ts'
import { messages, text, wireMessage } from './meta.ts'
import { keepsPromises } from './provider-promises.ts'
import { digits, speakerFor, type Content } from './speaker.ts'

const partOf = (content: Content): { readonly type: string; readonly payload: object } => {
  if ('text' in content) return { type: 'text', payload: { text: content.text } }
  if ('emoji' in content) return { type: 'reaction', payload: { emoji: content.emoji } }
  return 'caption' in content
    ? { type: 'image', payload: { url: 'https://x.example/1', caption: content.caption } }
    : {
        type: 'button_reply',
        payload: { id: 'want:offers', title: content.title, postbackText: content.payload },
      }
}

const gupshup = speakerFor({
  provider: (company, pathToken) => ({
    kind: 'gupshup',
    app: company === 'demo' ? 'DemoApp' : 'OtherApp',
    pathToken,
  }),
  secrets: { demo: 'own-token-1', other: 'other-token-2' },
  account: 'DemoApp',
  heardBy: 'secret-path',
  isSecretInPath: true,
  bodyOf: ({ id, at, from, to, bsuid, content }) => ({
    app: to,
    timestamp: at,
    version: 2,
    type: 'message',
    payload: {
      id,
      source: from,
      ...partOf(content),
      sender: { phone: from, name: 'Andy', userId: bsuid },
    },
  }),
  headersOf: () => ({}),
})

keepsPromises('Gupshup', gupshup)

const { service, post, tells } = gupshup

const says = async (type: string, payload: object): Promise<void> => {
  service().pass(2_000)
  const event = { app: 'DemoApp', timestamp: service().now(), version: 2, type, payload }
  expect(await post(JSON.stringify(event))).toMatchObject({ status: 200, text: '' })
}

describe('Gupshup', () => {
  test('says that somebody opted out with it', async () => {
    const phone = newPhone()
    await tells(digits(phone), '#want')
    await says('user-event', { phone: digits(phone), type: 'opted-out' })
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    const [, no] = await history(service(), phone)
    expect(no?.act).toMatchObject({ kind: 'opt_out', source: 'provider', senders: ['main'] })
  })

  test.each(['opted-in', 'sandbox-start'])('grants nothing by %s', async (type) => {
    const phone = newPhone()
    await tells(digits(phone), 'STOP')
    const before = await service().rows()
    await says('user-event', { phone: digits(phone), type })
    expect(await service().rows()).toEqual(before)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('tries the address with somebody who is nobody', async () => {
    const before = await service().rows()
    await says('user-event', { phone: 'callbackSetPhone', type: 'sandbox-start' })
    await says('user-event', { phone: 'callbackSetPhone', type: 'opted-out' })
    expect(await service().rows()).toEqual(before)
  })

  test('names the message by a button’s id, which says neither yes nor no', async () => {
    const phone = newPhone()
    await says('message', {
      id: 'with-an-id',
      source: digits(phone),
      type: 'button_reply',
      payload: { id: 'want:offers', title: 'No, gracias' },
    })
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'never_asked'])
  })

  test.each([
    ['quick_reply', { text: 'Salir', type: 'button' }],
    ['list_reply', { title: 'Seguir', id: 'list1', postbackText: 'OPT_OUT' }],
    ['video', { url: 'https://x.example', caption: 'BAJA' }],
  ])('tells a no by %s', async (type, payload) => {
    const phone = newPhone()
    await tells(digits(phone), '#want')
    await says('message', { id: `no-${type}`, source: digits(phone), type, payload })
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test.each(['enqueued', 'sent', 'delivered', 'read', 'failed'])(
    'reports that a message was %s, which is no message',
    async (type) => {
      const phone = newPhone()
      await tells(digits(phone), 'STOP')
      const before = await service().rows()
      const payload = { code: 1012, reason: 'x', ts: 1_795_000_000 }
      await says('message-event', { id: 'w', gsId: 'g', type, destination: digits(phone), payload })
      expect(await service().rows()).toEqual(before)
      expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    },
  )
})

describe('Gupshup in version 3', () => {
  const passing = speakerFor({
    ...gupshup.dialect,
    provider: (company, pathToken) => ({
      kind: 'gupshup',
      app: company === 'demo' ? 'DemoApp' : 'OtherApp',
      phoneNumberId: company === 'demo' ? '106540352242922' : '999999999999999',
      pathToken,
    }),
  })

  test('passes Meta’s format on', async () => {
    const phone = newPhone()
    const at = passing.service().now()
    const message = wireMessage(at, { from: digits(phone), ...text('STOP') })
    const body = {
      object: 'whatsapp_business_account',
      gs_app_id: 'x',
      entry: [{ id: '1', changes: [messages([message])] }],
    }
    expect((await passing.post(JSON.stringify(body))).status).toBe(200)
    expect(await reasons(passing.service(), phone)).toEqual(['blocked', 'blocked'])
  })
})
