import { randomUUID } from 'node:crypto'
import { wordsOf, type PhoneMessage } from './phone-message.ts'
import { JSON_BODY, VOICE_SECRET, type Voice } from './voice.ts'

/** Zenvia, which shows a secret header. */
export const zenvia: Voice = {
  provider: { kind: 'zenvia', webhookToken: VOICE_SECRET },
  speak: (message, to, { secret }) => ({
    headers: { ...JSON_BODY, 'x-webhook-token': secret },
    body: JSON.stringify({
      id: randomUUID(),
      timestamp: new Date(message.sentAt).toISOString(),
      type: 'MESSAGE',
      subscriptionId: 'sub-1',
      channel: 'whatsapp',
      direction: 'IN',
      message: {
        id: message.id,
        from: message.from ?? '',
        to: to.digits,
        direction: 'IN',
        channel: 'whatsapp',
        contents: [contentOf(message)],
        visitor: { name: message.name },
      },
    }),
  }),
}

const contentOf = (message: PhoneMessage): object => {
  const { content } = message
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: content.text }
    case 'picture':
      return {
        type: 'file',
        fileUrl: 'https://media.example/a.jpg',
        fileMimeType: 'image/jpeg',
        fileCaption: content.caption,
      }
    case 'button':
      return { type: 'text', text: wordsOf(message), payload: content.payload }
  }
}
