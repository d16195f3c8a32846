import { createHash } from 'node:crypto'
import type { Attachment, Delivered } from '../../consent/delivered.ts'
import { judgeAge } from './age.ts'
import { field, isObject, listAt, parseJson, textAt } from './json.ts'
import { messageOf, said, whoIn, type Who, type Words } from './message.ts'
import { hmac, isSameText } from './proof.ts'
import type { Credentials, InboundProvider, ProviderRequest, Verdict } from './provider.ts'
import { receiptOf, type Statuses } from './receipt.ts'
import { dateTimeIn } from './time.ts'

/** Bird, which was MessageBird (providers section 8). It signs the address that it was told as well. */
export const bird: InboundProvider = {
  kind: 'bird',
  heardBy: 'signed',
  verify: (request, credentials, now) => verdictOn(request, credentials, now),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => [readEvent(parseJson(body))],
  accountOf: ({ channelId = null }) => channelId,
  refusal: 401,
  answer: null,
}

/** HMAC-SHA256 over time, address and the bare SHA-256 of the body, a line each. */
const verdictOn = (
  { header, url, body }: ProviderRequest,
  { secrets }: Credentials,
  now: number,
): Verdict => {
  const { signingKey = '' } = secrets
  const time = header('messagebird-request-timestamp') ?? ''
  const digest = createHash('sha256').update(body).digest()
  const signature = hmac('sha256', signingKey, `${time}\n${url}\n`, digest).toString('base64')
  const isSigned =
    signingKey !== '' &&
    /^\d{1,12}$/u.test(time) &&
    isSameText(header('messagebird-signature') ?? '', signature)
  if (!isSigned) return 'refused'
  return judgeAge(Number(time) * 1000, now)
}

const readEvent = (event: unknown): Delivered => {
  const payload = field(event, 'payload')
  switch (textAt(event, 'event') ?? '') {
    case 'whatsapp.inbound':
      return readMessage(payload)
    case 'whatsapp.outbound':
      return readReceipt(payload)
    // An interaction is an opened message or a followed link.
    case 'whatsapp.interaction':
      return { kind: 'ignored' }
    default:
      return { kind: 'unknown' }
  }
}

const FILES = ['image', 'file', 'audio', 'video', 'sticker', 'gif']
const CHOICES = ['list', 'actions', 'interactive']
const WORDLESS = ['location', 'contact', 'contacts', 'order']

const readMessage = (message: unknown): Delivered => {
  const body = field(message, 'body')
  const type = textAt(body, 'type') ?? ''
  if (type === 'reaction' || type === 'unsupported') return { kind: 'ignored' }
  return messageOf(
    textAt(message, 'channelId'),
    textAt(message, 'id'),
    whoOf(field(field(message, 'sender'), 'contact'), message),
    wordsOf(type, body),
    {
      sentAt: dateTimeIn(textAt(message, 'createdAt')),
      attachments: attachmentsOf(type, field(body, type)),
    },
  )
}

/** A contact is named by any key; that it is a number or an id shows in the value. */
const whoOf = (contact: unknown, message: unknown): Who =>
  whoIn(
    textAt(contact, 'identifierValue'),
    textAt(contact, 'platformAddress'),
    textAt(message, 'meta', 'extraInformation', 'whatsappbsuid'),
  )

/** What a message says: each type has a part of its own name, with the text, and with the button that was pressed. */
const wordsOf = (type: string, body: unknown): Words | null => {
  const part = field(body, type)
  const pressed = pressedIn(part) ?? pressedIn(body)
  const text = textAt(part, 'text')
  if (pressed) return { text: pressed.text ?? text, payload: pressed.payload }
  if (type === 'text') return said(text)
  if (FILES.includes(type) || CHOICES.includes(type)) return { text, payload: null }
  return WORDLESS.includes(type) ? { text: null, payload: null } : null
}

const PRESSES = ['postback', 'reply']

const pressedIn = (part: unknown): Words | null => {
  for (const action of listAt(part, 'actions')) {
    const type = textAt(action, 'type') ?? ''
    const press = field(action, type)
    if (PRESSES.includes(type) && isObject(press)) {
      return {
        text: textAt(press, 'text'),
        payload: textAt(press, 'payload') ?? textAt(press, 'metadata'),
      }
    }
  }
  return null
}

const attachmentsOf = (type: string, part: unknown): readonly Attachment[] =>
  FILES.includes(type)
    ? [...listAt(part, 'images'), ...listAt(part, 'files')].flatMap((file) => {
        const reference = textAt(file, 'mediaUrl')
        return reference === null ? [] : [{ kind: type, reference }]
      })
    : []

const STATUSES: Statuses = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['sending_failed', 'failed'],
  ['delivery_failed', 'failed'],
  ['rejected', 'failed'],
  ['skipped', 'failed'],
])

const readReceipt = (message: unknown): Delivered => {
  const [contact] = listAt(field(message, 'receiver'), 'contacts')
  const status = STATUSES.get(textAt(message, 'status') ?? '')
  return receiptOf(
    textAt(message, 'channelId'),
    textAt(message, 'id'),
    whoOf(contact, message),
    status,
    {
      sentAt: dateTimeIn(textAt(message, 'lastStatusAt')),
      error: status === 'failed' ? textAt(message, 'reason') : null,
    },
  )
}
