import type { Attachment, Delivered, DeliveredReceipt } from '../../consent/delivered.ts'
import { field, isObject, type JsonObject, listAt, parseJson, textAt } from './json.ts'
import { messageOf, whoIn, type Words } from './message.ts'
import type { InboundProvider } from './provider.ts'
import { codeAt } from './receipt.ts'
import { verdictOnSinch } from './sinch-signature.ts'
import { dateTimeIn } from './time.ts'
import { readCloud } from './whatsapp-cloud.ts'

/** Sinch's Conversation API (providers section 2a). */
export const sinch: InboundProvider = {
  kind: 'sinch',
  heardBy: 'signed',
  verify: (request, credentials, now) => verdictOnSinch(request, credentials, now),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => readCallback(parseJson(body)),
  accountOf: ({ appId = null }) => appId,
  refusal: 401,
  answer: null,
}

/** A callback around what it tells of: who is told, and when it happened. */
type Envelope = { readonly account: string; readonly at: number | null }

type Read = (told: unknown, envelope: Envelope) => readonly Delivered[]

const ignore: Read = () => [{ kind: 'ignored' }]

/** What may happen, by the one key that tells it; there is no other sign of what a callback is. */
const HAPPENINGS = new Map<string, Read>([
  ['message', (message, envelope) => [readMessage(message, envelope)]],
  ['message_delivery_report', (report, envelope) => readReport(report, envelope)],
  ['opt_out_notification', (notification, envelope) => [readOptOut(notification, envelope)]],
  // It echoes what the company itself told Sinch, and proves nothing of the person.
  ['opt_in_notification', ignore],
  ['unsupported_callback', (callback, envelope) => readUnsupported(callback, envelope)],
  [
    'channel_event_notification',
    (told, envelope) => [readQuality(field(told, 'channel_event'), envelope)],
  ],
  ['channel_event', (event, envelope) => [readQuality(event, envelope)]],
  // Reactions come as events; they are no messages.
  ['event', ignore],
  ['event_delivery_report', ignore],
  ['conversation_start_notification', ignore],
  ['conversation_stop_notification', ignore],
  ['conversation_delete_notification', ignore],
  ['contact_create_notification', ignore],
  ['contact_delete_notification', ignore],
  ['contact_merge_notification', ignore],
  ['contact_update_notification', ignore],
  ['duplicated_contact_identities_notification', ignore],
  ['capability_notification', ignore],
  ['message_submit_notification', ignore],
  ['smart_conversation_notification', ignore],
  ['smart_conversations_notification', ignore],
  ['message_redaction', ignore],
  ['record_notification', ignore],
])

const readCallback = (callback: unknown): readonly Delivered[] => {
  const account = textAt(callback, 'app_id') ?? ''
  const at =
    dateTimeIn(textAt(callback, 'event_time')) ?? dateTimeIn(textAt(callback, 'accepted_time'))
  const read = [...HAPPENINGS].flatMap(([key, readIt]) => {
    const told = field(callback, key)
    return isObject(told) ? readIt(told, { account, at }) : []
  })
  return read.length === 0 ? [{ kind: 'unknown' }] : read
}

const readMessage = (message: unknown, { account, at }: Envelope): Delivered => {
  if (!isOnWhatsapp(field(message, 'channel_identity'))) return { kind: 'ignored' }
  if (textAt(message, 'direction') === 'TO_CONTACT') return { kind: 'ignored' }
  // An injected message was written down by the company, not delivered by the person.
  if (field(message, 'injected') === true) return { kind: 'unknown' }
  const who = whoIn(textAt(message, 'channel_identity', 'identity'))
  const content = contentOf(field(message, 'contact_message'))
  const sentAt = at ?? dateTimeIn(textAt(message, 'accept_time'))
  const attachments = content?.attachments ?? []
  return messageOf(account, textAt(message, 'id'), who, content, { sentAt, attachments })
}

const isOnWhatsapp = (told: unknown): boolean => textAt(told, 'channel') === 'WHATSAPP'

type Said = Words & { readonly attachments: readonly Attachment[] }

const WORDLESS: Said = { text: null, payload: null, attachments: [] }

const medium = (media: unknown): readonly Attachment[] => {
  const reference = textAt(media, 'url')
  return reference === null ? [] : [{ kind: 'media', reference }]
}

const SAID = new Map<string, (content: JsonObject) => Said>([
  ['text_message', (content) => ({ ...WORDLESS, text: textAt(content, 'text') })],
  ['media_message', (content) => ({ ...WORDLESS, attachments: medium(content) })],
  [
    'media_card_message',
    (content) => ({
      ...WORDLESS,
      text: textAt(content, 'caption'),
      attachments: medium(content),
    }),
  ],
  // A pressed button comes without its title.
  [
    'choice_response_message',
    (content) => ({ ...WORDLESS, payload: textAt(content, 'postback_data') }),
  ],
  ['location_message', () => WORDLESS],
  ['product_response_message', () => WORDLESS],
  ['channel_specific_message', () => WORDLESS],
])

/** What a person wrote; null where it is of no kind that is known, such as what Sinch could not read itself. */
const contentOf = (message: unknown): Said | null => {
  for (const [kind, read] of SAID) {
    const content = field(message, kind)
    if (isObject(content)) return read(content)
  }
  return null
}

const STATUSES: ReadonlyMap<string | null, DeliveredReceipt['status'] | null> = new Map([
  ['QUEUED_ON_CHANNEL', 'sent'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['FAILED', 'failed'],
  ['SWITCHING_CHANNEL', null],
])

/** Meta's refusal that says: this person stopped marketing (facts section 5). */
const STOPPED_MARKETING = '131050'

const readReport: Read = (report, { account, at }) => {
  const identity = field(report, 'channel_identity')
  const status = STATUSES.get(textAt(report, 'status'))
  const id = textAt(report, 'message_id') ?? ''
  const { phone, bsuid, replyTo } = whoIn(textAt(identity, 'identity'))
  if (status === null || !isOnWhatsapp(identity)) return [{ kind: 'ignored' }]
  if (status === undefined || id === '' || replyTo === null) return [{ kind: 'unknown' }]
  const told = { account, sentAt: at, phone, bsuid }
  const channelCode = codeAt(field(report, 'reason'), 'channel_code')
  const error = channelCode ?? textAt(report, 'reason', 'code')
  const receipt: Delivered = { kind: 'receipt', id, ...told, status, error }
  return channelCode === STOPPED_MARKETING
    ? [receipt, { kind: 'preference', id: `${id}|${STOPPED_MARKETING}`, ...told, value: 'stop' }]
    : [receipt]
}

const readOptOut = (notification: unknown, { account, at }: Envelope): Delivered => {
  if (!isOnWhatsapp(notification)) return { kind: 'ignored' }
  const { phone, bsuid, replyTo } = whoIn(textAt(notification, 'identity'))
  const isDone = textAt(notification, 'status') === 'OPT_OUT_SUCCEEDED'
  if (replyTo === null || !isDone) return { kind: 'unknown' }
  const request = textAt(notification, 'request_id') ?? ''
  const id = request === '' ? `opt_out|${replyTo}|${at ?? ''}` : request
  return { kind: 'opt_out', account, id, sentAt: at, phone, bsuid }
}

/** Quality, in both shapes that are told of (providers section 2a). */
const readQuality = (event: unknown, { account, at }: Envelope): Delivered => {
  const type = textAt(event, 'event_type') ?? ''
  if (!isOnWhatsapp(event) || !/QUALITY/iu.test(type)) return { kind: 'ignored' }
  const rating = textAt(event, 'additional_data', 'quality_rating') ?? type
  const id = `quality|${rating}|${at ?? ''}`
  return { kind: 'quality', account, id, sentAt: at, about: 'sender', event: rating }
}

/**
 * What Sinch passes on as Meta wrote it. Meta's own words on marketing are in there, as text; how much of Meta's
 * frame comes with them is not documented.
 */
const readUnsupported: Read = (callback, { account }) => {
  const payload = field(callback, 'payload')
  const told = typeof payload === 'string' ? parseJson(Buffer.from(payload)) : payload
  const changes = valuesIn(told)
    .map((value) => listAt(value, 'user_preferences'))
    .filter((preferences) => preferences.length > 0)
    .map((preferences) => ({
      field: 'user_preferences',
      value: { metadata: { phone_number_id: account }, user_preferences: preferences },
    }))
  if (changes.length === 0) return [{ kind: 'unknown' }]
  return readCloud(Buffer.from(JSON.stringify({ entry: [{ changes }] })))
}

const valuesIn = (told: unknown): readonly unknown[] => {
  const entries = [told, ...listAt(told, 'entry')]
  const changes = [told, ...entries.flatMap((entry) => listAt(entry, 'changes'))]
  return [told, ...changes.map((change) => field(change, 'value'))]
}
