import type { Attachment, Delivered } from '../../consent/delivered.ts'
import { field, isObject, parseJson, textAt } from './json.ts'
import { messageOf, said, whoIn, type Words } from './message.ts'
import { isSameText } from './proof.ts'
import type { Credentials, InboundProvider, ProviderRequest } from './provider.ts'
import { codeAt, receiptOf, type Statuses } from './receipt.ts'
import { unixTimeAt } from './time.ts'
import { readCloud } from './whatsapp-cloud.ts'

/**
 * Gupshup (providers section 9). It signs nothing: the secret is the end of the address. Its answer is
 * empty, since old apps send what is answered to the person. A subscription of version 3 passes Meta's
 * format on, where the number is named by Meta's id: the document then gives it as `phoneNumberId`.
 */
export const gupshup: InboundProvider = {
  kind: 'gupshup',
  heardBy: 'secret-path',
  verify: (request, credentials) => (isProven(request, credentials) ? 'fresh' : 'refused'),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => {
    const told = parseJson(body)
    return Array.isArray(field(told, 'entry')) ? readCloud(body) : [readEvent(told)]
  },
  accountOf: ({ app = null, phoneNumberId = app }) => phoneNumberId,
  refusal: 401,
  answer: null,
}

const isProven = ({ pathToken: given }: ProviderRequest, { secrets }: Credentials): boolean => {
  const { pathToken = '' } = secrets
  return pathToken !== '' && isSameText(given ?? '', pathToken)
}

const readEvent = (event: unknown): Delivered => {
  switch (textAt(event, 'type') ?? '') {
    case 'message':
      return readMessage(event, field(event, 'payload'))
    case 'message-event':
      return readReceipt(event, field(event, 'payload'))
    case 'user-event':
      return readUser(event, field(event, 'payload'))
    default:
      return { kind: 'unknown' }
  }
}

const NOT_MESSAGES = ['reaction', 'unsupported']
const CHOICES = ['button_reply', 'quick_reply', 'list_reply']
const FILES = ['image', 'file', 'audio', 'video', 'sticker']
const WORDLESS = ['location', 'contact']

const readMessage = (event: unknown, message: unknown): Delivered => {
  const type = textAt(message, 'type') ?? ''
  if (NOT_MESSAGES.includes(type)) return { kind: 'ignored' }
  const content = field(message, 'payload')
  return messageOf(
    textAt(event, 'app'),
    textAt(message, 'id'),
    whoIn(
      textAt(message, 'source'),
      textAt(message, 'sender', 'phone'),
      textAt(message, 'sender', 'userId'),
    ),
    wordsOf(type, content),
    { sentAt: unixTimeAt(event, 'timestamp', 1), attachments: attachmentsOf(type, content) },
  )
}

/**
 * What a message says. What the business put into a button is `postbackText`; its `id` is the message's that
 * bore the buttons, the same for "yes" and for "no".
 */
const wordsOf = (type: string, content: unknown): Words | null => {
  if (type === 'text') return said(textAt(content, 'text'))
  if (CHOICES.includes(type)) {
    return {
      text: textAt(content, 'title') ?? textAt(content, 'text'),
      payload: textAt(content, 'postbackText'),
    }
  }
  if (FILES.includes(type)) return { text: textAt(content, 'caption'), payload: null }
  return WORDLESS.includes(type) ? { text: null, payload: null } : null
}

const attachmentsOf = (type: string, content: unknown): readonly Attachment[] => {
  const reference = FILES.includes(type) ? textAt(content, 'url') : null
  return reference === null ? [] : [{ kind: type, reference }]
}

const STATUSES: Statuses = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['failed', 'failed'],
])

/** What became of a message, which Gupshup named itself when it took it: `gsId`, beside WhatsApp's own id. */
const readReceipt = (event: unknown, receipt: unknown): Delivered =>
  receiptOf(
    textAt(event, 'app'),
    textAt(receipt, 'gsId') ?? textAt(receipt, 'id'),
    whoIn(textAt(receipt, 'destination')),
    STATUSES.get(textAt(receipt, 'type') ?? ''),
    {
      sentAt:
        unixTimeAt(field(receipt, 'payload'), 'ts', 1000) ?? unixTimeAt(event, 'timestamp', 1),
      error: codeAt(field(receipt, 'payload'), 'code'),
    },
  )

/** What never grants anything: an opt-in that Gupshup believes to know of, and its own trials of the address. */
const NO_CONCERN = ['opted-in', 'sandbox-start']

const readUser = (event: unknown, user: unknown): Delivered => {
  const type = textAt(user, 'type') ?? ''
  const account = textAt(event, 'app')
  const { phone, bsuid } = whoIn(textAt(user, 'phone'), textAt(user, 'userId'))
  if (NO_CONCERN.includes(type) || field(user, 'phone') === 'callbackSetPhone') {
    return { kind: 'ignored' }
  }
  const sentAt = unixTimeAt(event, 'timestamp', 1)
  const who = bsuid ?? phone
  if (type !== 'opted-out' || account === null || who === null || sentAt === null) {
    return { kind: 'unknown' }
  }
  return { kind: 'opt_out', account, id: `opted-out|${who}|${sentAt}`, phone, bsuid, sentAt }
}
