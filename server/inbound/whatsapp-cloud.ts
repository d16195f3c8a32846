import type { Attachment, Delivered, Seen } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'
import { field, isObject, listAt, parseJson, textAt } from './json.ts'
import { hmac, isSameText } from './proof.ts'
import type { InboundProvider } from './provider.ts'

/** Meta itself, through the Cloud API (providers section 3). */
export const whatsappCloud: InboundProvider = {
  kind: 'whatsapp-cloud',
  heardBy: 'signed',
  verify: ({ header, body }, { secrets }) =>
    isSigned(secrets['appSecret'] ?? '', body, header('x-hub-signature-256')) ? 'fresh' : 'refused',
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => readCloud(body),
  accountOf: ({ phoneNumberId = null }) => phoneNumberId,
  refusal: 401,
  answer: null,
  challengeOf: (query, { secrets }) => {
    const { 'hub.mode': mode, 'hub.verify_token': token = '', 'hub.challenge': challenge } = query
    const isOurs = isSameText(token, secrets['verifyToken'] ?? '')
    return mode === 'subscribe' && isOurs ? (challenge ?? null) : null
  },
}

/** Meta's signature: HMAC-SHA256 under the app's secret over the raw body. It bears no time. */
const isSigned = (secret: string, body: Uint8Array, header: string | null): boolean => {
  const signature = /^sha256=([0-9a-f]{64})$/u.exec(header ?? '')?.[1]
  return (
    secret !== '' &&
    signature !== undefined &&
    isSameText(signature, hmac('sha256', secret, body).toString('hex'))
  )
}

/** Everything that a body in Meta's format tells: up to a thousand updates. Others pass this format on. */
export const readCloud = (body: Uint8Array): readonly Delivered[] =>
  listAt(parseJson(body), 'entry')
    .flatMap((entry) => listAt(entry, 'changes'))
    .flatMap(readChange)

const readChange = (change: unknown): readonly Delivered[] => {
  const value = field(change, 'value')
  const account = textAt(value, 'metadata', 'phone_number_id')
  const messages = listAt(value, 'messages')
  const preferences = listAt(value, 'user_preferences')
  if (messages.length + preferences.length === 0) {
    return [{ kind: isKnownElsewhere(change, value) ? 'ignored' : 'unknown' }]
  }
  if (account === null) return [{ kind: 'unknown' }]
  const contacts = listAt(value, 'contacts')
  return [
    ...messages.map((message) => readMessage(account, message, contacts)),
    ...preferences.map((preference) => readPreference(account, preference)),
  ]
}

const OTHER_FIELDS = [
  'message_template_status_update',
  'message_template_quality_update',
  'template_category_update',
  'phone_number_quality_update',
  'account_update',
]

const isKnownElsewhere = (change: unknown, value: unknown): boolean =>
  listAt(value, 'statuses').length > 0 || OTHER_FIELDS.includes(textAt(change, 'field') ?? '')

/** What people did not write to the business: marks on messages, and what Meta or their phone made. */
const NOT_MESSAGES = ['reaction', 'system', 'unsupported', 'edit', 'revoke', 'request_welcome']

/** What they did write. A type that is new may be no message at all, so it lifts no block: it is kept. */
const MESSAGES = [
  'text',
  'button',
  'interactive',
  'image',
  'video',
  'document',
  'audio',
  'sticker',
  'location',
  'contacts',
  'order',
]

const readMessage = (
  account: string,
  message: unknown,
  contacts: readonly unknown[],
): Delivered => {
  const type = textAt(message, 'type') ?? ''
  if (NOT_MESSAGES.includes(type)) return { kind: 'ignored' }
  if (!MESSAGES.includes(type)) return { kind: 'unknown' }
  const id = textAt(message, 'id')
  const sentAt = secondsAt(message)
  const { phone, bsuid } = whoIn(message, 'from', 'from_user_id', contacts)
  const replyTo = textAt(message, 'from') ?? bsuid
  if (id === null || sentAt === null || replyTo === null || (phone === null && bsuid === null)) {
    return { kind: 'unknown' }
  }
  const attachments = attachmentsOf(type, message)
  const words = wordsOf(message)
  return { kind: 'message', account, id, phone, bsuid, sentAt, ...words, attachments, replyTo }
}

const attachmentsOf = (type: string, message: unknown): readonly Attachment[] => {
  const reference = textAt(message, type, 'id')
  return reference === null ? [] : [{ kind: type, reference }]
}

type Words = { readonly text: string | null; readonly payload: string | null }

/** What a message says: a text, a caption, or a button with its payload. Anything else is wordless. */
const wordsOf = (message: unknown): Words => {
  const type = textAt(message, 'type') ?? ''
  switch (type) {
    case 'text':
      return { text: textAt(message, 'text', 'body'), payload: null }
    case 'button':
      return {
        text: textAt(message, 'button', 'text'),
        payload: textAt(message, 'button', 'payload'),
      }
    case 'interactive':
      return chosenIn(field(message, 'interactive'))
    default:
      return { text: textAt(message, type, 'caption'), payload: null }
  }
}

const chosenIn = (interactive: unknown): Words => {
  const chosen = field(interactive, textAt(interactive, 'type') ?? '')
  return { text: textAt(chosen, 'title'), payload: textAt(chosen, 'id') }
}

const PREFERENCES = ['stop', 'resume'] as const

const readPreference = (account: string, preference: unknown): Delivered => {
  const value = PREFERENCES.find((known) => known === field(preference, 'value'))
  const { phone, bsuid } = whoIn(preference, 'wa_id', 'user_id', [])
  const sentAt = secondsAt(preference)
  const who = bsuid ?? phone
  const isMarketing = field(preference, 'category') === 'marketing_messages'
  if (value === undefined || sentAt === null || who === null || !isMarketing) {
    return { kind: 'unknown' }
  }
  // Meta gives these no id, and may deliver them again (facts section 5).
  const id = `preference|${who}|${value}|${sentAt}`
  return { kind: 'preference', account, id, phone, bsuid, value, sentAt }
}

const BSUID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/u

/** A person by phone, business-scoped id or both; what is hidden is left out, never empty (facts section 9). */
const whoIn = (
  told: unknown,
  phoneField: string,
  idField: string,
  contacts: readonly unknown[],
): Seen => {
  const from = textAt(told, phoneField)
  const id = [textAt(told, idField), idOfContact(contacts, from), from].find(
    (candidate) => candidate !== null && BSUID.test(candidate),
  )
  return { phone: from === null ? null : heardPhone(from), bsuid: id ?? null }
}

/** The id that the contacts give for a number; a contact without a number is this person's where it is the only one. */
const idOfContact = (contacts: readonly unknown[], from: string | null): string | null => {
  const [only] = contacts
  const isAlone = contacts.length === 1 && textAt(only, 'wa_id') === null
  const contact = contacts.find((one) => from !== null && textAt(one, 'wa_id') === from)
  return textAt(contact ?? (isAlone ? only : null), 'user_id')
}

/** A time in whole seconds, told as text or as a number, in milliseconds. */
const secondsAt = (told: unknown): number | null => {
  const seconds = Number(field(told, 'timestamp'))
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1000 : null
}
