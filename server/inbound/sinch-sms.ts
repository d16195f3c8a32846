import type { Delivered } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'
import { accountByPhone, numberAt } from './account.ts'
import { field, isObject, parseJson, textAt } from './json.ts'
import type { InboundProvider } from './provider.ts'
import { verdictOfSinch } from './sinch-signature.ts'
import { dateTimeIn } from './time.ts'

/** SMS through Sinch's REST API, with a service plan whose callbacks are signed (providers section 2b). */
export const sinchSms: InboundProvider = {
  kind: 'sinch-sms',
  heardBy: 'signed',
  verify: (request, { secrets }, now) =>
    verdictOfSinch(request, secrets['webhookSecret'] ?? '', now),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => [readSms(parseJson(body))],
  accountOf: accountByPhone,
  refusal: 401,
  answer: null,
}

const readSms = (sms: unknown): Delivered => {
  const type = textAt(sms, 'type') ?? ''
  if (/^(?:recipient_)?delivery_report_[sm]ms$/u.test(type)) return { kind: 'ignored' }
  const account = numberAt(sms, 'to')
  const id = textAt(sms, 'id') ?? ''
  const phone = heardPhone(textAt(sms, 'from') ?? '')
  const text = textOf(type, sms)
  if (account === null || id === '' || phone === null || text === null) return { kind: 'unknown' }
  const sentAt = dateTimeIn(textAt(sms, 'sent_at')) ?? dateTimeIn(textAt(sms, 'received_at'))
  return { kind: 'sms', account, id, sentAt, phone, text }
}

/** An SMS' words; an MMS has them within. What is binary has none. */
const textOf = (type: string, sms: unknown): string | null => {
  switch (type) {
    case 'mo_text':
      return textAt(sms, 'body')
    case 'mo_media':
      return textAt(field(sms, 'body'), 'message') ?? textAt(field(sms, 'body'), 'subject')
    default:
      return null
  }
}
