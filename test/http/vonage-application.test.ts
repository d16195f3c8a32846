import { beforeAll, describe, expect, test } from 'vitest'
import { demoDocument, serviceFor } from '../support/service.ts'
import { newPhone, reasons } from './acts.ts'
import { digits } from './speaker.ts'
import { formOf, SECRET, smsAt, withSig } from './vonage-fields.ts'
import { vonageToken } from './vonage-token.ts'

const secret = { env: 'QUIERO_SECRET_SMS' } as const
const SENDER = '/webhooks/vonage/demo/main'
const DOOR = '/webhooks/vonage-sms/demo/door'

describe('one Vonage application with one number for WhatsApp and for SMS', () => {
  const service = serviceFor({ engine: 'sqlite', secrets: { [secret.env]: SECRET } })
  beforeAll(async () => {
    const demo = demoDocument()
    const keys = { accountKey: 'abcd1234', signatureSecret: secret }
    const applicationId = 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab'
    const phone = '+12015550199'
    await service().load({
      ...demo,
      senders: demo.senders.map((sender) => ({
        ...sender,
        phone,
        provider: { kind: 'vonage', applicationId, ...keys },
      })),
      doors: [
        {
          id: 'door',
          kind: 'vonage-sms',
          phone,
          senders: ['main'],
          provider: { kind: 'vonage-sms', ...keys },
        },
      ],
    })
  })

  const tells = async (
    address: string,
    channel: 'whatsapp' | 'sms',
    phone: string,
    text: string,
  ): Promise<void> => {
    service().pass(2_000)
    const body = JSON.stringify({
      channel,
      message_uuid: `${channel}-${text}-${phone}`,
      to: '12015550199',
      from: digits(phone),
      timestamp: new Date(service().now()).toISOString(),
      message_type: 'text',
      text,
    })
    const headers = vonageToken(body, { secret: SECRET, at: service().now() })
    expect((await service().ask(address, { body, headers })).status).toBe(200)
  }

  test.each([SENDER, DOOR])('tells of both at %s', async (address) => {
    const phone = newPhone()
    await tells(address, 'whatsapp', phone, '#want')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    await tells(address, 'sms', phone, 'STOP')
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    // A no through another door is not lifted by just any message (design R5).
    await tells(address, 'whatsapp', phone, 'hola')
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('tells of an SMS in the older way', async () => {
    const phone = newPhone()
    await tells(SENDER, 'whatsapp', phone, '#want')
    service().pass(2_000)
    const at = new Date(service().now()).toISOString().slice(0, 19).replace('T', ' ')
    const sms = smsAt(service().now(), {
      msisdn: digits(phone),
      text: 'BAJA',
      'message-timestamp': at,
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await service().ask(DOOR, { body: formOf(withSig(sms)), headers })
    expect(answer.status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })
})
