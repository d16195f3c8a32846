import type { Attachment, Delivered } from '../../consent/delivered.ts'
import { numberAt } from './account.ts'
import { field, textAt } from './json.ts'
import { messageOf, said, whoIn, type Words } from './message.ts'
import { codeAt, receiptOf, type Statuses } from './receipt.ts'
import { smsOf } from './sms.ts'
import { dateTimeIn } from './time.ts'
import { smsAccount } from './vonage-account.ts'

/**
 * What a body of Vonage's Messages API tells. An application has one address for all its channels, so that a
 * WhatsApp message may come to a door's address and an SMS to a sender's.
 */
export const readVonage = (told: unknown): Delivered => {
  const channel = textAt(told, 'channel')
  if (channel !== 'whatsapp' && channel !== 'sms') return { kind: 'unknown' }
  if (textAt(told, 'status') !== null) return readStatus(told)
  return channel === 'sms' ? readSms(told) : readMessage(told)
}

const NOT_MESSAGES = ['reaction', 'unsupported']
const FILES = ['image', 'video', 'audio', 'file', 'sticker']
const WORDLESS = ['location', 'contact', 'order']

const readMessage = (told: unknown): Delivered => {
  const type = textAt(told, 'message_type') ?? ''
  if (NOT_MESSAGES.includes(type)) return { kind: 'ignored' }
  return messageOf(
    numberAt(told, 'to'),
    textAt(told, 'message_uuid'),
    whoIn(
      textAt(told, 'from'),
      textAt(told, 'whatsapp', 'sender', 'wa_id'),
      textAt(told, 'whatsapp', 'sender', 'user_id'),
    ),
    wordsOf(type, told),
    {
      sentAt: dateTimeIn(textAt(told, 'timestamp')),
      attachments: attachmentsOf(type, told),
    },
  )
}

/** A text, a template's button, an answer to buttons or a list, or a caption. */
const wordsOf = (type: string, told: unknown): Words | null => {
  if (type === 'text') return said(textAt(told, 'text'))
  if (type === 'button') {
    return { text: textAt(told, 'button', 'text'), payload: textAt(told, 'button', 'payload') }
  }
  if (type === 'reply') {
    return { text: textAt(told, 'reply', 'title'), payload: textAt(told, 'reply', 'id') }
  }
  if (FILES.includes(type)) return { text: textAt(told, type, 'caption'), payload: null }
  return WORDLESS.includes(type) ? { text: null, payload: null } : null
}

const attachmentsOf = (type: string, told: unknown): readonly Attachment[] => {
  const reference = FILES.includes(type) ? textAt(told, type, 'url') : null
  return reference === null ? [] : [{ kind: type, reference }]
}

const readSms = (told: unknown): Delivered =>
  smsOf(
    smsAccount(textAt(told, 'to')),
    textAt(told, 'message_uuid'),
    textAt(told, 'from'),
    textAt(told, 'text'),
    dateTimeIn(textAt(told, 'timestamp')),
  )

const STATUSES: Statuses = new Map([
  ['submitted', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['rejected', 'failed'],
  ['undeliverable', 'failed'],
])

/** A status goes the other way: it is of a message from the business to the person. */
const readStatus = (told: unknown): Delivered =>
  receiptOf(
    textAt(told, 'channel') === 'sms' ? smsAccount(textAt(told, 'from')) : numberAt(told, 'from'),
    textAt(told, 'message_uuid'),
    whoIn(textAt(told, 'to')),
    STATUSES.get(textAt(told, 'status') ?? ''),
    {
      sentAt: dateTimeIn(textAt(told, 'timestamp')),
      // Vonage puts its code into the title, and a sentence into the detail.
      error: codeAt(field(told, 'error'), 'title'),
    },
  )
