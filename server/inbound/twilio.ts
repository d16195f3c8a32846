import type { Attachment, Delivered } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'
import { isOptOutWord } from '../../consent/opt-out-words.ts'
import { accountByPhone } from './account.ts'
import type { InboundProvider } from './provider.ts'
import type { Statuses } from './receipt.ts'
import {
  eventsIn,
  isStatus,
  isStop,
  isTwilioReadable,
  sentAtIn,
  type TwilioFields,
  twilioUser,
  isSignedByTwilio,
} from './twilio-request.ts'

/** WhatsApp through Twilio (providers section 4). */
export const twilio: InboundProvider = {
  kind: 'twilio',
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
  isStatus(fields) ? readStatus(fields) : readMessage(fields)

/** What people write. A type that is new may be no message at all, so it lifts no block: it is kept. */
const MESSAGES = [
  'text',
  'button',
  'interactive',
  'list',
  'image',
  'video',
  'document',
  'audio',
  'sticker',
  'location',
  'contacts',
  'order',
]

const NOT_MESSAGES = ['reaction', 'system', 'unsupported', 'unknown']

const readMessage = (fields: TwilioFields): readonly Delivered[] => {
  const type = fields('MessageType') ?? 'text'
  if (NOT_MESSAGES.includes(type)) return [{ kind: 'ignored' }]
  const named = namedIn(fields, 'To', 'From')
  if (named === null || !MESSAGES.includes(type)) return [{ kind: 'unknown' }]
  const sentAt = sentAtIn(fields)
  const words = wordsOf(fields)
  const attachments = attachmentsOf(fields)
  const replyTo = fields('From') ?? ''
  const message: Delivered = { kind: 'message', ...named, sentAt, ...words, attachments, replyTo }
  return isStop(fields) && !isOptOutWord(words.text ?? '', [])
    ? [message, { kind: 'opt_out', ...named, sentAt, id: `${named.id}|STOP` }]
    : [message]
}

/** The message, the business' number and the person, where all three are told. */
const namedIn = (fields: TwilioFields, business: string, person: string) => {
  const account = heardPhone(fields(business) ?? '')
  const id = fields('MessageSid') ?? ''
  const who = twilioUser(fields(person))
  return account === null || id === '' || who === null ? null : { account, id, ...who }
}

/** A caption is the body of its picture; a body without words is empty. */
const wordsOf = (fields: TwilioFields) => ({
  text: [fields('Body'), fields('ButtonText'), fields('ListTitle')].find(Boolean) ?? null,
  payload: fields('ButtonPayload') ?? fields('ListId'),
})

const MOST_MEDIA = 10

const attachmentsOf = (fields: TwilioFields): readonly Attachment[] =>
  Array.from({ length: MOST_MEDIA }, (_, index): readonly Attachment[] => {
    const reference = fields(`MediaUrl${index}`)
    const kind = fields(`MediaContentType${index}`) ?? 'media'
    return reference === null ? [] : [{ kind, reference }]
  }).flat()

const STATUSES: Statuses = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['failed', 'failed'],
  ['undelivered', 'failed'],
])

/** The person blocked the business or opted out; Twilio does not say which. */
const BLOCKED = '63014'

const readStatus = (fields: TwilioFields): readonly Delivered[] => {
  const status = STATUSES.get(fields('MessageStatus') ?? '')
  if (status === undefined) return [{ kind: 'ignored' }]
  const named = namedIn(fields, 'From', 'To')
  if (named === null) return [{ kind: 'unknown' }]
  const error = fields('ErrorCode')
  const receipt: Delivered = { kind: 'receipt', ...named, sentAt: null, status, error }
  return error === BLOCKED
    ? [receipt, { kind: 'provider_block', ...named, sentAt: null, id: `${named.id}|${BLOCKED}` }]
    : [receipt]
}
