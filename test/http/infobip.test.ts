import { describe, expect, test } from 'vitest'
import { history, newPhone, reasons } from './acts.ts'
import { keepsPromises } from './provider-promises.ts'
import { digits, speakerFor, type Content } from './speaker.ts'

const messageOf = (content: Content): object => {
  if ('text' in content) return { type: 'TEXT', text: content.text }
  if ('emoji' in content) return { type: 'REACTION', emoji: content.emoji, action: 'REACT' }
  return 'caption' in content
    ? { type: 'IMAGE', url: 'https://api.infobip.example/media/1', caption: content.caption }
    : { type: 'BUTTON', text: content.title, payload: content.payload }
}

const infobip = speakerFor({
  provider: (_, basicAuth) => ({ kind: 'infobip', basicAuth }),
  secrets: { demo: 'ibhook:own-pass', other: 'ibhook:other-pass' },
  account: '5511912345678',
  heardBy: 'secret-path',
  bodyOf: ({ id, at, from, to, bsuid, content }) => ({
    results: [
      {
        from,
        to,
        integrationType: 'WHATSAPP',
        receivedAt: new Date(at).toISOString().replace('Z', '+0000'),
        messageId: id,
        pairedMessageId: null,
        message: messageOf(content),
        contact: { name: 'Frank', userId: bsuid },
      },
    ],
    messageCount: 1,
    pendingMessageCount: 0,
  }),
  headersOf: (_, { secret }) => ({
    authorization: `Basic ${Buffer.from(secret).toString('base64')}`,
  }),
})

keepsPromises('Infobip', infobip)

const { service, post, bodyOf } = infobip

const resultOf = (from: unknown, content: Content | string): unknown =>
  (JSON.parse(bodyOf(from, content)) as { results: unknown[] }).results[0]

const tells = async (results: readonly unknown[]): Promise<void> => {
  service().pass(2_000)
  expect((await post(JSON.stringify({ results }))).status).toBe(200)
}

describe('Infobip', () => {
  test('tells a batch: one bad result among them spoils no other', async () => {
    const [yes, no] = [newPhone(), newPhone()]
    const before = await service().rows()
    await tells([
      null,
      resultOf(digits(yes), '#want'),
      { from: 'x', message: { type: 'TEXT', text: ['STOP'] } },
      'STOP',
      resultOf(digits(no), 'STOP'),
    ])
    expect(await reasons(service(), yes)).toEqual(['consented', 'consented'])
    expect(await reasons(service(), no)).toEqual(['blocked', 'blocked'])
    const { inbox } = await service().rows()
    expect(inbox).toBe((before['inbox'] ?? 0) + 1)
  })

  test.each([
    [{ type: 'INTERACTIVE_BUTTON_REPLY', id: 'OPT_OUT', title: 'Seguir' }, 'blocked'],
    [{ type: 'INTERACTIVE_LIST_REPLY', id: 'x', title: 'Salir', description: '' }, 'blocked'],
    [{ type: 'DOCUMENT', url: 'https://x.example', caption: 'BAJA' }, 'blocked'],
    [{ type: 'VOICE', url: 'https://x.example' }, 'consented'],
    [{ type: 'TEXT', text: 'hola' }, 'consented'],
  ])('tells %j', async (message, reason) => {
    const phone = newPhone()
    await tells([resultOf(digits(phone), '#want')])
    await tells([{ ...(resultOf(digits(phone), 'x') as object), message }])
    expect(await reasons(service(), phone)).toEqual([reason, reason])
  })

  test.each([
    'UNSUPPORTED',
    'INFECTED_CONTENT',
    'INTERACTIVE_CALL_PERMISSION_REPLY',
    'SOMETHING_NEW',
    '__proto__',
    'toString',
  ])('lifts no stop by %s', async (type) => {
    const phone = newPhone()
    await tells([resultOf(digits(phone), 'STOP')])
    await tells([{ ...(resultOf(digits(phone), 'x') as object), message: { type, text: 'hola' } }])
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test.each([
    'yesterday',
    '',
    null,
    5,
    '2026-11-18',
    '2026-13-45T99:99:99Z',
    '1970-01-01T00:00:00Z',
  ])('tells a no at %j, which is no time: it counts from when it came', async (receivedAt) => {
    const phone = newPhone()
    await tells([resultOf(digits(phone), '#want')])
    await tells([{ ...(resultOf(digits(phone), 'STOP') as object), receivedAt }])
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    const [, no] = await history(service(), phone)
    expect(no?.at).toBe(new Date(service().now()).toISOString())
  })

  test('proves no WhatsApp number by another channel', async () => {
    const phone = newPhone()
    await tells([{ ...(resultOf(digits(phone), '#want') as object), integrationType: 'SMS' }])
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'never_asked'])
  })

  test.each([
    {
      status: { groupName: 'DELIVERED' },
      error: { id: 0 },
      doneAt: '2026-11-18T11:06:40.000+0000',
    },
    { status: { groupName: 'REJECTED' }, error: { id: 7032, name: 'EC_BLOCKED' } },
    { seenAt: '2026-11-18T11:06:40.000+0000' },
    { deletedAt: '2026-11-18T11:06:40.000+0000' },
  ])('reports %j, which is no message', async (report) => {
    const phone = newPhone()
    await tells([resultOf(digits(phone), 'STOP')])
    const before = await service().rows()
    const of = { messageId: 'out-1', from: '5511912345678', to: digits(phone) }
    await tells([{ ...of, ...report }])
    expect(await service().rows()).toEqual(before)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('tells what was set about marketing, which stops marketing alone', async () => {
    const phone = newPhone()
    await tells([resultOf(digits(phone), '#want')])
    const sets = async (status: string): Promise<void> => {
      service().pass(2_000)
      const body = {
        from: '5511912345678',
        content: {
          sender: '5511912345678',
          from: digits(phone),
          notificationMessagesStatus: status,
          description: 'User requested it',
        },
        createdAt: new Date(service().now()).toISOString(),
      }
      expect((await post(JSON.stringify(body))).status).toBe(200)
    }
    await sets('STOP')
    expect(await reasons(service(), phone)).toEqual(['consented', 'platform_stop'])
    await sets('something else')
    expect(await reasons(service(), phone)).toEqual(['consented', 'platform_stop'])
    await sets('RESUME')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    const kinds = (await history(service(), phone)).map(({ act }) => act.kind)
    expect(kinds).toEqual(['message', 'platform_stop', 'platform_resume'])
  })
})
