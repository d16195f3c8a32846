import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { PhoneMessage } from './phone-message.ts'
import { JSON_BODY, VOICE_SECRET, type Voice } from './voice.ts'

const ACCOUNT = 'abcd1234'
const APPLICATION = 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab'

/** Vonage's Messages API, whose token vouches for the body by its hash. */
export const vonage: Voice = {
  provider: {
    kind: 'vonage',
    accountKey: ACCOUNT,
    applicationId: APPLICATION,
    signatureSecret: VOICE_SECRET,
  },
  speak: (message, to, { secret, at }) => {
    const body = JSON.stringify({
      channel: 'whatsapp',
      message_uuid: message.id,
      to: to.digits,
      ...(message.from === null ? {} : { from: message.from }),
      timestamp: new Date(message.sentAt).toISOString(),
      profile: { name: message.name },
      context_status: 'none',
      whatsapp: { sender: { user_id: message.bsuid } },
      ...contentOf(message.content),
    })
    const claims = {
      iat: Math.floor(at / 1000),
      jti: randomUUID(),
      iss: 'Vonage',
      payload_hash: createHash('sha256').update(body).digest('hex'),
      api_key: ACCOUNT,
      application_id: APPLICATION,
    }
    const signed = [{ alg: 'HS256', typ: 'JWT' }, claims].map(encoded).join('.')
    const signature = createHmac('sha256', secret).update(signed).digest('base64url')
    return { headers: { ...JSON_BODY, Authorization: `Bearer ${signed}.${signature}` }, body }
  },
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

const contentOf = (content: PhoneMessage['content']): object => {
  switch (content.kind) {
    case 'text':
      return { message_type: 'text', text: content.text }
    case 'picture':
      return {
        message_type: 'image',
        image: { url: 'https://media.example/a.jpg', caption: content.caption, name: 'a.jpg' },
      }
    case 'button':
      return {
        message_type: 'button',
        button: { payload: content.payload, text: content.title },
      }
  }
}
