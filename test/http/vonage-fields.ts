import { createHash, createHmac } from 'node:crypto'
import { beforeAll } from 'vitest'
import { demoDocument, serviceFor, type Answer } from '../support/service.ts'

/** The signature secret of the door, and of Vonage's own examples. */
export const SECRET = 'abcde'
/** The address of the door's webhooks. */
export const DOOR = '/webhooks/vonage-sms/demo/door'
/** The type of a form. */
export const FORM = 'application/x-www-form-urlencoded'

/** The fields of a request of the older SMS API. */
export type Fields = Readonly<Record<string, string>>

/** The signed text, and what is made of it: written once more, by the page and not by the code. */
const signed = (fields: Fields): string =>
  Object.keys(fields)
    .filter((name) => name !== 'sig' && fields[name]?.trim() !== '')
    .toSorted()
    .map((name) => `&${name}=${(fields[name] ?? '').replace(/[&=]/gu, '_')}`)
    .join('')

/** The ways that an account can be set to sign in. */
export const WAYS: Readonly<Record<string, (text: string) => string>> = {
  md5hash: (text) => createHash('md5').update(`${text}${SECRET}`).digest('hex'),
  md5: (text) => createHmac('md5', SECRET).update(text).digest('hex'),
  sha1: (text) => createHmac('sha1', SECRET).update(text).digest('hex'),
  sha256: (text) => createHmac('sha256', SECRET).update(text).digest('hex'),
  sha512: (text) => createHmac('sha512', SECRET).update(text).digest('hex'),
}

/** Fields with their signature. */
export const withSig = (fields: Fields, way = 'sha256'): Fields => ({
  ...fields,
  sig: WAYS[way]?.(signed(fields)) ?? '',
})

/** Fields with one left out. */
export const without = (name: string, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name))

let sent = 0

/** The fields of an SMS that was signed at a time. */
export const smsAt = (at: number, changed: Fields = {}): Fields => ({
  msisdn: '12015550123',
  to: '12015550199',
  messageId: `0A${String((sent += 1))}`,
  text: 'hola & adiós = 1_2',
  type: 'unicode',
  keyword: 'HOLA',
  'api-key': 'abcd1234',
  'message-timestamp': '2026-11-18 11:06:35',
  timestamp: String(Math.floor(at / 1000)),
  nonce: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
  ...changed,
})

/** Fields as a form has them. */
export const formOf = (fields: Fields): string => new URLSearchParams(fields).toString()

/** A service whose demo has a door of this provider; its account signs in one way. */
export const doorWith = (more: Fields) => {
  const service = serviceFor({ engine: 'sqlite', secrets: { QUIERO_SECRET_SMS: SECRET } })
  beforeAll(async () => {
    await service().load({
      ...demoDocument(),
      doors: [
        {
          id: 'door',
          kind: 'vonage-sms',
          phone: '+12015550199',
          senders: ['main'],
          provider: {
            kind: 'vonage-sms',
            accountKey: 'abcd1234',
            signatureSecret: { env: 'QUIERO_SECRET_SMS' },
            ...more,
          },
        },
      ],
    })
  })
  return {
    service,
    post: (
      body: string | Uint8Array,
      headers: Fields = { 'content-type': FORM },
    ): Promise<Answer> => service().ask(DOOR, { body, headers }),
  }
}
