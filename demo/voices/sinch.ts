import { createHmac, randomUUID } from 'node:crypto'
import type { PhoneMessage } from './phone-message.ts'
import { JSON_BODY, VOICE_SECRET, type Voice } from './voice.ts'

const PROJECT = 'c36f3d3d-1523-4edd-ae42-11995557ff61'
const APP = '01EB37HMH1M6SV18ABNS3G135H'

/** Sinch's Conversation API, in its processing mode `DISPATCH`. */
export const sinch: Voice = {
  provider: { kind: 'sinch', projectId: PROJECT, appId: APP, webhookSecret: VOICE_SECRET },
  tellsHidden: true,
  speak: (message, to, { secret, at }) => {
    const sentAt = new Date(message.sentAt).toISOString()
    const body = JSON.stringify({
      app_id: APP,
      accepted_time: sentAt,
      event_time: sentAt,
      project_id: PROJECT,
      message: {
        id: message.id,
        direction: 'TO_APP',
        contact_message: contentOf(message.content),
        channel_identity: {
          channel: 'WHATSAPP',
          identity: message.from ?? message.bsuid,
          app_id: '',
        },
        conversation_id: '',
        contact_id: '',
        metadata: '',
        accept_time: sentAt,
        sender_id: to.digits,
        processing_mode: 'DISPATCH',
        injected: false,
      },
      message_metadata: '',
      correlation_id: '',
    })
    const timestamp = String(Math.floor(at / 1000))
    const nonce = randomUUID()
    const signed = `${body}.${nonce}.${timestamp}`
    return {
      headers: {
        ...JSON_BODY,
        'x-sinch-webhook-signature-timestamp': timestamp,
        'x-sinch-webhook-signature-nonce': nonce,
        'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
        'x-sinch-webhook-signature': createHmac('sha256', secret).update(signed).digest('base64'),
      },
      body,
    }
  },
}

const contentOf = (content: PhoneMessage['content']): object => {
  switch (content.kind) {
    case 'text':
      return { text_message: { text: content.text } }
    case 'picture':
      return {
        media_card_message: { caption: content.caption, url: 'https://media.example/a.jpg' },
      }
    case 'button':
      return {
        choice_response_message: {
          message_id: '01KAEQ0000TEMPLATE000000001',
          postback_data: content.payload,
        },
      }
  }
}
