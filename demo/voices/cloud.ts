import { createHmac } from 'node:crypto'
import type { PhoneMessage } from './phone-message.ts'

/** The business number that a message goes to, under Meta's own ids. */
export type PhoneReceiver = {
  readonly wabaId: string
  readonly phoneNumberId: string
  readonly digits: string
}

/** The body in which Meta's Cloud API hands a message to a webhook: ASCII, slashes escaped, as on the wire. */
export const metaBody = (to: PhoneReceiver, message: PhoneMessage): string => {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: to.digits, phone_number_id: to.phoneNumberId },
    contacts: [
      {
        profile: { name: message.name },
        // Absent means absent: a hidden number is left out, never filled with the user id (facts section 9).
        ...(message.from === null ? {} : { wa_id: message.from }),
        user_id: message.bsuid,
      },
    ],
    messages: [
      {
        ...(message.from === null ? {} : { from: message.from }),
        from_user_id: message.bsuid,
        id: message.id,
        timestamp: String(Math.floor(message.sentAt / 1000)),
        ...metaContent(message.content, to.digits),
      },
    ],
  }
  return onTheWire({
    object: 'whatsapp_business_account',
    entry: [{ id: to.wabaId, changes: [{ value, field: 'messages' }] }],
  })
}

/** The header `X-Hub-Signature-256` for a body. */
export const metaSignature = (body: string, appSecret: string): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`

const metaContent = (content: PhoneMessage['content'], sender: string): object => {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: content.text } }
    case 'picture':
      return {
        type: 'image',
        image: {
          ...(content.caption === '' ? {} : { caption: content.caption }),
          mime_type: 'image/jpeg',
          sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=',
          id: '1003383421387256',
        },
      }
    case 'button':
      return {
        context: { from: sender, id: 'wamid.demo-template' },
        type: 'button',
        button: { payload: content.payload, text: content.title },
      }
  }
}

const onTheWire = (body: object): string =>
  JSON.stringify(body)
    .replace(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/')
