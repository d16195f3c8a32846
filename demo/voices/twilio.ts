import { createHmac } from 'node:crypto'
import { wordsOf, type PhoneMessage } from './phone-message.ts'
import { VOICE_SECRET, type Voice } from './voice.ts'

const ACCOUNT = 'AC00000000000000000000000000000001'

/** Twilio. It tells no time, and nobody whose number is hidden. */
export const twilio: Voice = {
  provider: { kind: 'twilio', accountSid: ACCOUNT, authToken: VOICE_SECRET },
  speak: (message, to, { secret, url }) => {
    const from = message.from ?? ''
    const fields = new URLSearchParams({
      SmsMessageSid: message.id,
      ProfileName: message.name,
      MessageType: TYPE[message.content.kind],
      SmsSid: message.id,
      WaId: from,
      SmsStatus: 'received',
      Body: wordsOf(message),
      To: `whatsapp:+${to.digits}`,
      NumSegments: '1',
      MessageSid: message.id,
      AccountSid: ACCOUNT,
      From: `whatsapp:+${from}`,
      ApiVersion: '2010-04-01',
      ...contentOf(message.content),
    })
    const sorted = [...fields].toSorted(([one], [other]) => (one < other ? -1 : 1))
    const signed = url + sorted.map(([name, value]) => name + value).join('')
    return {
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'X-Twilio-Signature': createHmac('sha1', secret).update(signed).digest('base64'),
      },
      body: fields.toString(),
    }
  },
}

const TYPE = { text: 'text', picture: 'image', button: 'button' } as const

const contentOf = (content: PhoneMessage['content']): Readonly<Record<string, string>> => {
  switch (content.kind) {
    case 'text':
      return { NumMedia: '0' }
    case 'picture':
      return {
        NumMedia: '1',
        MediaUrl0: 'https://api.twilio.com/2010-04-01/Media/ME0',
        MediaContentType0: 'image/jpeg',
      }
    case 'button':
      return { NumMedia: '0', ButtonText: content.title, ButtonPayload: content.payload }
  }
}
