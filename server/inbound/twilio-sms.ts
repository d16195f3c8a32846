import type { Delivered } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'
import { isOptOutWord } from '../../consent/opt-out-words.ts'
import { accountByPhone } from './account.ts'
import type { InboundProvider } from './provider.ts'
import {
  eventsIn,
  isStatus,
  isStop,
  isTwilioReadable,
  sentAtIn,
  type TwilioFields,
  isSignedByTwilio,
} from './twilio-request.ts'

/** SMS through Twilio (providers section 4). */
export const twilioSms: InboundProvider = {
  kind: 'twilio-sms',
  heardBy: 'signed',
  verify: (request, credentials) => (isSignedByTwilio(request, credentials) ? 'fresh' : 'refused'),
  isReadable: isTwilioReadable,
  read: (content) => eventsIn(content).flatMap(readEvent),
  accountOf: accountByPhone,
  refusal: 403,
  // Anything else would be sent to the person.
  answer: { body: '<Response/>', type: 'text/xml' },
}

const readEvent = (fields: TwilioFields): readonly Delivered[] =>
  isStatus(fields) ? [readStatus(fields)] : readSms(fields)

const readSms = (fields: TwilioFields): readonly Delivered[] => {
  const account = numberOf(fields('To'))
  const id = fields('MessageSid') ?? ''
  const phone = numberOf(fields('From'))
  const text = fields('Body')
  if (account === null || id === '' || phone === null || text === null) {
    return [{ kind: 'unknown' }]
  }
  const sentAt = sentAtIn(fields)
  const sms: Delivered = { kind: 'sms', account, id, sentAt, phone, text }
  return isStop(fields) && !isOptOutWord(text, [])
    ? [sms, { kind: 'opt_out', account, id: `${id}|STOP`, sentAt, phone, bsuid: null }]
    : [sms]
}

/** A number; a WhatsApp user is none here, whatever number they have. */
const numberOf = (raw: string | null) =>
  raw === null || raw.startsWith('whatsapp:') ? null : heardPhone(raw)

/** Twilio refused to send: the person had opted out with it. */
const UNSUBSCRIBED = '21610'

const readStatus = (fields: TwilioFields): Delivered => {
  if (fields('ErrorCode') !== UNSUBSCRIBED) return { kind: 'ignored' }
  const account = numberOf(fields('From'))
  const sid = fields('MessageSid') ?? ''
  const phone = numberOf(fields('To'))
  if (account === null || sid === '' || phone === null) return { kind: 'unknown' }
  const id = `${sid}|${UNSUBSCRIBED}`
  return { kind: 'opt_out', account, id, sentAt: null, phone, bsuid: null }
}
