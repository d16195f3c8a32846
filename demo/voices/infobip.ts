import type { PhoneMessage } from './phone-message.ts'
import { JSON_BODY, VOICE_SECRET, type Voice } from './voice.ts'

/** Infobip, which shows a name and a password. The secret is both of them: `name:password`. */
export const infobip: Voice = {
  provider: { kind: 'infobip', basicAuth: VOICE_SECRET },
  speak: (message, to, { secret }) => ({
    headers: {
      ...JSON_BODY,
      Authorization: `Basic ${Buffer.from(secret).toString('base64')}`,
    },
    body: JSON.stringify({
      results: [
        {
          ...(message.from === null ? {} : { from: message.from }),
          to: to.digits,
          integrationType: 'WHATSAPP',
          receivedAt: new Date(message.sentAt).toISOString().replace('Z', '+0000'),
          messageId: message.id,
          pairedMessageId: null,
          callbackData: null,
          message: contentOf(message.content),
          contact: { name: message.name, userId: message.bsuid },
          price: { pricePerMessage: 0, currency: 'EUR' },
        },
      ],
      messageCount: 1,
      pendingMessageCount: 0,
    }),
  }),
}

const contentOf = (content: PhoneMessage['content']): object => {
  switch (content.kind) {
    case 'text':
      return { text: content.text, type: 'TEXT' }
    case 'picture':
      return { url: 'https://media.example/a.jpg', caption: content.caption, type: 'IMAGE' }
    case 'button':
      return { text: content.title, payload: content.payload, type: 'BUTTON' }
  }
}
