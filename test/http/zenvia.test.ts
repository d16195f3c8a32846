import { describe, expect, test } from 'vitest'
import { newPhone, reasons } from './acts.ts'
import { keepsPromises } from './provider-promises.ts'
import { digits, speakerFor, type Content } from './speaker.ts'

const contentOf = (content: Content): object => {
  if ('text' in content) return { type: 'text', text: content.text }
  if ('emoji' in content) return { type: 'unsupported' }
  return 'caption' in content
    ? { type: 'file', fileUrl: 'https://x.example/1.jpg', fileCaption: content.caption }
    : { type: 'text', text: content.title, payload: content.payload }
}

const zenvia = speakerFor({
  provider: (_, webhookToken) => ({ kind: 'zenvia', webhookToken }),
  secrets: { demo: 'zv-own', other: 'zv-other' },
  account: '5511912345678',
  heardBy: 'secret-path',
  // Zenvia documents no field of its own for an id: it can only stand where the number was.
  bodyOf: ({ id, at, from, to, bsuid, content }) => ({
    id: `event-${id}`,
    timestamp: new Date(at).toISOString(),
    type: 'MESSAGE',
    subscriptionId: 'sub-1',
    channel: 'whatsapp',
    direction: 'IN',
    message: {
      id,
      from: from ?? bsuid,
      to,
      direction: 'IN',
      channel: 'whatsapp',
      contents: [contentOf(content)],
      visitor: { name: 'Ana' },
    },
  }),
  headersOf: (_, { secret }) => ({ 'x-webhook-token': secret }),
})

keepsPromises('Zenvia', zenvia, { isIdBesideNumber: false })

const { service, post, tells, bodyOf } = zenvia

/** A message with its own part changed. */
const posts = async (phone: string, changed: object): Promise<number> => {
  service().pass(2_000)
  const body = JSON.parse(bodyOf(digits(phone), 'STOP')) as { message: object }
  const { status } = await post(
    JSON.stringify({ ...body, message: { ...body.message, ...changed } }),
  )
  return status
}

describe('Zenvia', () => {
  test('tells several contents in one message: a stop word among them stands alone', async () => {
    const phone = newPhone()
    await tells(digits(phone), '#want')
    const contents = [
      { type: 'file', fileUrl: 'https://x.example/1.jpg' },
      null,
      { type: 'text', text: 'STOP' },
      { type: 'text', text: 'gracias' },
    ]
    expect(await posts(phone, { contents })).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test.each([
    { direction: 'OUT' },
    { channel: 'sms' },
    { contents: [] },
    { contents: 'STOP' },
    { contents: [{ type: 'text' }] },
    { contents: [{ type: '__proto__', text: 'hola' }] },
  ])('lifts no stop by %j', async (changed) => {
    const phone = newPhone()
    await tells(digits(phone), 'STOP')
    const contents = [{ type: 'text', text: 'hola' }]
    expect(await posts(phone, { contents, ...changed })).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('tells the status of a message, which is of no concern', async () => {
    const before = await service().rows()
    const status = {
      id: 'e',
      type: 'MESSAGE_STATUS',
      messageId: 'm',
      messageStatus: { code: 'READ' },
    }
    expect((await post(JSON.stringify(status))).status).toBe(200)
    expect(await service().rows()).toEqual(before)
  })
})
