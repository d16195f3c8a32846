import type { PhoneMessage } from './phone-message.ts'
import { JSON_BODY, VOICE_SECRET, type Voice } from './voice.ts'

/** Gupshup, which signs nothing: its secret is the end of the address. */
export const gupshup: Voice = {
  provider: { kind: 'gupshup', app: 'DemoApp', pathToken: VOICE_SECRET },
  isSecretInPath: true,
  speak: (message) => ({
    headers: JSON_BODY,
    body: JSON.stringify({
      app: 'DemoApp',
      timestamp: message.sentAt,
      version: 2,
      type: 'message',
      payload: {
        id: message.id,
        ...(message.from === null ? {} : { source: message.from }),
        ...contentOf(message.content),
        sender: {
          ...(message.from === null ? {} : { phone: message.from }),
          name: message.name,
          userId: message.bsuid,
        },
      },
    }),
  }),
}

const contentOf = (content: PhoneMessage['content']): object => {
  switch (content.kind) {
    case 'text':
      return { type: 'text', payload: { text: content.text } }
    case 'picture':
      return {
        type: 'image',
        payload: { url: 'https://media.example/a.jpg', caption: content.caption },
      }
    case 'button':
      return {
        type: 'quick_reply',
        payload: { text: content.title, type: 'button', postbackText: content.payload },
      }
  }
}
