import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newPhone, reasons } from './acts.ts'
import { messages, preference, wire, wireMessage, type Wire } from './meta.ts'
import { keepsPromises, refusesChanges } from './provider-promises.ts'
import { digits, speakerFor, type Content, type Dialect } from './speaker.ts'

const partOf = (content: Content): Wire => {
  if ('text' in content) return { type: 'text', text: { body: content.text } }
  if ('emoji' in content) return { type: 'reaction', reaction: { emoji: content.emoji } }
  return 'caption' in content
    ? { type: 'image', image: { id: '1', caption: content.caption } }
    : { type: 'button', button: { text: content.title, payload: content.payload } }
}

const signatureOf = (body: string | Uint8Array, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('hex')

const dialect: Dialect = {
  provider: (company, webhookSecret) => ({
    kind: '360dialog',
    phoneNumberId: company === 'demo' ? '106540352242922' : '999999999999999',
    webhookSecret,
  }),
  secrets: { demo: 'd360-own', other: 'd360-other' },
  account: '106540352242922',
  heardBy: 'signed',
  bodyOf: ({ id, at, from, to, bsuid, content }) => {
    const message = wireMessage(at, { id, from, from_user_id: bsuid, ...partOf(content) })
    const metadata = { display_phone_number: '5511912345678', phone_number_id: to }
    return {
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [messages([message], { metadata })] }],
    }
  },
  headersOf: (body, { secret }) => ({ 'x-360dialog-signature': signatureOf(body, secret) }),
}

const dialog360 = speakerFor(dialect)

keepsPromises('360dialog', dialog360)
refusesChanges('360dialog', dialog360)

const { service, post, bodyOf } = dialog360

describe('360dialog', () => {
  const secret = dialect.secrets.demo

  test.each([
    ['with a prefix', (hex: string) => `sha256=${hex}`, 200],
    ['without one', (hex: string) => hex, 200],
    ['with another prefix', (hex: string) => `sha1=${hex}`, 401],
    ['in part', (hex: string) => hex.slice(0, 40), 401],
    ['and more', (hex: string) => `${hex}00`, 401],
  ])('signs %s', async (_, spelled, status) => {
    const body = bodyOf(digits(newPhone()), 'STOP')
    const headers = { 'x-360dialog-signature': spelled(signatureOf(body, secret)) }
    expect((await post(body, { headers })).status).toBe(status)
  })

  test('does not sign as Meta does', async () => {
    const body = bodyOf(digits(newPhone()), 'STOP')
    const headers = { 'x-hub-signature-256': `sha256=${signatureOf(body, secret)}` }
    expect((await post(body, { headers })).status).toBe(401)
  })

  test('is not proved by a header that the document does not name', async () => {
    const body = bodyOf(digits(newPhone()), 'STOP')
    const headers = { 'x-quiero': secret, 'x-webhook-token': secret, authorization: secret }
    expect((await post(body, { headers })).status).toBe(401)
  })

  test('passes on what was set about marketing', async () => {
    const phone = newPhone()
    await dialog360.tells(digits(phone), '#want')
    const timestamp = Math.floor(service().now() / 1000) + 5
    const body = wire([preference({ wa_id: digits(phone), value: 'stop', timestamp })])
    expect((await post(body)).status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['consented', 'platform_stop'])
  })
})

const direct = speakerFor({
  ...dialect,
  provider: (company, webhookSecret) => ({
    kind: '360dialog',
    phoneNumberId: company === 'demo' ? '106540352242922' : '999999999999999',
    webhookHeader: 'X-Quiero',
    webhookSecret,
  }),
  heardBy: 'secret-path',
  headersOf: (_, { secret }) => ({ 'x-quiero': secret }),
})

keepsPromises('360dialog to a direct client', direct)

test('360dialog to a direct client is not proved by a signature instead of the header', async () => {
  const body = direct.bodyOf(digits(newPhone()), 'STOP')
  const headers = { 'x-360dialog-signature': signatureOf(body, dialect.secrets.demo) }
  expect((await direct.post(body, { headers })).status).toBe(401)
})
