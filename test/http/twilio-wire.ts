import { createHmac } from 'node:crypto'
import type { Company } from '../../consent/company.ts'
import { companyWith, SECRET, SECRET_REF } from './sinch-wire.ts'

const PROVIDED = { accountSid: 'AC1', authToken: SECRET_REF } as const

/** The demo with Twilio for its sender and for an SMS number. */
export const TWILIO_COMPANY: Company = companyWith(
  { kind: 'twilio', ...PROVIDED },
  {
    doors: [
      {
        id: 'sms',
        kind: 'twilio-sms',
        phone: '+12015550199',
        senders: ['main'],
        provider: { kind: 'twilio-sms', ...PROVIDED },
      },
    ],
  },
)

const BUSINESS = 'whatsapp:+5511912345678'

/** A form of Twilio's; what is undefined is left out. */
export type Form = Readonly<Record<string, string | undefined>>

let made = 0

const newSid = (): string => `SM${String((made += 1)).padStart(32, '0')}`

/** Twilio's signature of an address and a form's fields. */
export const signatureOf = (
  url: string,
  fields: readonly (readonly [string, string])[] = [],
): string =>
  createHmac('sha1', SECRET.QUIERO_SECRET_PROVIDER)
    .update(
      url +
        fields
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .flat()
          .join(''),
    )
    .digest('base64')

/** A STOP to the demo's sender, as JSON tells it. */
export const inboundEvent = (from: string) => ({
  type: 'com.twilio.messaging.inbound-message.received',
  data: { messageSid: newSid(), from: `whatsapp:${from}`, to: BUSINESS, body: 'STOP' },
})

/** A message to the demo's sender; what is given replaces what it says by itself. */
export const messageFrom = (phone: string, form: Form): Form => ({
  SmsStatus: 'received',
  NumMedia: '0',
  MessageType: 'text',
  MessageSid: newSid(),
  From: `whatsapp:${phone}`,
  WaId: phone.slice(1),
  To: BUSINESS,
  AccountSid: 'AC1',
  Body: '',
  ...form,
})

/** What became of a message of the demo's sender. */
export const statusOf = (phone: string, form: Form): Form => ({
  MessageStatus: 'failed',
  SmsStatus: 'failed',
  ChannelPrefix: 'whatsapp',
  MessageSid: newSid(),
  From: BUSINESS,
  To: `whatsapp:${phone}`,
  ...form,
})
