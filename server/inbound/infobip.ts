import type { Attachment, Delivered } from '../../consent/delivered.ts'
import { accountByPhone, numberAt } from './account.ts'
import { field, isObject, parseJson, textAt } from './json.ts'
import { messageOf, said, whoIn, type Words } from './message.ts'
import { hasBasicAuth } from './proof.ts'
import type { Credentials, InboundProvider, ProviderRequest } from './provider.ts'
import { codeAt, receiptOf, type Statuses } from './receipt.ts'
import { dateTimeIn } from './time.ts'

/**
 * Infobip (providers section 6). Its subscriptions can be signed as well, but where the signature stands is
 * written nowhere: so HTTP Basic, which says nothing of the body.
 */
export const infobip: InboundProvider = {
  kind: 'infobip',
  heardBy: 'secret-path',
  verify: (request, credentials) => (isProven(request, credentials) ? 'fresh' : 'refused'),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => readBody(parseJson(body)),
  accountOf: accountByPhone,
  refusal: 401,
  answer: null,
}

const isProven = ({ header }: ProviderRequest, { secrets }: Credentials): boolean => {
  const { basicAuth = '' } = secrets
  return basicAuth !== '' && hasBasicAuth(header('authorization'), basicAuth)
}

const readBody = (told: unknown): readonly Delivered[] => {
  const results = field(told, 'results')
  return Array.isArray(results) ? results.map(readResult) : [readPreference(told)]
}

/** Messages and reports come in the same envelope; a report is one without a message. */
const readResult = (result: unknown): Delivered => {
  const message = field(result, 'message')
  if (isObject(message)) return readMessage(result, message)
  const isReport = ['status', 'error', 'seenAt', 'deletedAt'].some((name) => field(result, name))
  return isReport ? readReport(result) : { kind: 'unknown' }
}

/** What people did not write, and files that Infobip withholds. */
const NOT_MESSAGES = [
  'REACTION',
  'UNSUPPORTED',
  'INFECTED_CONTENT',
  'INTERACTIVE_PAYMENT_CONFIRMATION',
  'INTERACTIVE_CALL_PERMISSION_REPLY',
]
const CHOICES = ['INTERACTIVE_BUTTON_REPLY', 'INTERACTIVE_LIST_REPLY']
const FILES = ['IMAGE', 'VIDEO', 'DOCUMENT', 'AUDIO', 'VOICE', 'STICKER']
const WORDLESS = ['LOCATION', 'CONTACT', 'ORDER', 'INTERACTIVE_FLOW_REPLY']

const readMessage = (result: unknown, message: unknown): Delivered => {
  const type = textAt(message, 'type') ?? ''
  if (NOT_MESSAGES.includes(type)) return { kind: 'ignored' }
  // One subscription may bring other channels, where a name proves no WhatsApp number.
  const channel = field(result, 'integrationType') ?? 'WHATSAPP'
  if (channel !== 'WHATSAPP') return { kind: 'unknown' }
  return messageOf(
    numberAt(result, 'to'),
    textAt(result, 'messageId'),
    whoIn(
      textAt(result, 'from'),
      textAt(result, 'contact', 'phoneNumber'),
      textAt(result, 'contact', 'userId'),
    ),
    wordsOf(type, message),
    {
      sentAt: dateTimeIn(textAt(result, 'receivedAt')),
      attachments: attachmentsOf(type, message),
    },
  )
}

const wordsOf = (type: string, message: unknown): Words | null => {
  if (type === 'TEXT') return said(textAt(message, 'text'))
  if (type === 'BUTTON') {
    return { text: textAt(message, 'text'), payload: textAt(message, 'payload') }
  }
  if (CHOICES.includes(type)) {
    return { text: textAt(message, 'title'), payload: textAt(message, 'id') }
  }
  if (FILES.includes(type)) return { text: textAt(message, 'caption'), payload: null }
  return WORDLESS.includes(type) ? { text: null, payload: null } : null
}

const attachmentsOf = (type: string, message: unknown): readonly Attachment[] => {
  const reference = FILES.includes(type) ? textAt(message, 'url') : null
  return reference === null ? [] : [{ kind: type.toLowerCase(), reference }]
}

const STATUSES: Statuses = new Map([
  ['PENDING', 'sent'],
  ['DELIVERED', 'delivered'],
  ['UNDELIVERABLE', 'failed'],
  ['EXPIRED', 'failed'],
  ['REJECTED', 'failed'],
])

/** A report of delivery, or of a message that was seen. It names the business number in `from` or `sender`. */
const readReport = (result: unknown): Delivered => {
  const seenAt = dateTimeIn(textAt(result, 'seenAt'))
  return receiptOf(
    numberAt(result, 'from') ?? numberAt(result, 'sender'),
    textAt(result, 'messageId'),
    whoIn(textAt(result, 'to')),
    seenAt === null ? STATUSES.get(textAt(result, 'status', 'groupName') ?? '') : 'read',
    {
      sentAt: seenAt ?? dateTimeIn(textAt(result, 'doneAt') ?? textAt(result, 'sentAt')),
      error: codeAt(field(result, 'error'), 'id'),
    },
  )
}

/** The values are documented nowhere: Meta's own words, and those of its other messengers. */
const STOPS = /^stop(?:ped|_notifications)?$/iu
const RESUMES = /^resumed?(?:_notifications)?$/iu

/** What the person set in WhatsApp about marketing. It bears no id, so who, what and when stand for one. */
const readPreference = (told: unknown): Delivered => {
  const content = field(told, 'content')
  const status = textAt(content, 'notificationMessagesStatus') ?? ''
  const account = numberAt(content, 'sender') ?? numberAt(told, 'from')
  const { phone, bsuid } = whoIn(textAt(content, 'from'), textAt(content, 'userId'))
  const sentAt = dateTimeIn(textAt(told, 'createdAt'))
  const who = bsuid ?? phone
  const isKnown = STOPS.test(status) || RESUMES.test(status)
  if (!isKnown || account === null || who === null || sentAt === null) return { kind: 'unknown' }
  const value = STOPS.test(status) ? 'stop' : 'resume'
  const id = `preference|${who}|${value}|${sentAt}`
  return { kind: 'preference', account, id, phone, bsuid, value, sentAt }
}
