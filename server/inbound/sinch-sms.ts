import type { Delivered } from '../../consent/delivered.ts'
import { accountByPhone, numberAt } from './account.ts'
import { field, isObject, parseJson, textAt } from './json.ts'
import type { InboundProvider } from './provider.ts'
import { verdictOnSinch } from './sinch-signature.ts'
import { smsOf } from './sms.ts'
import { dateTimeIn } from './time.ts'

/** SMS through Sinch's REST API, with a service plan whose callbacks are signed (providers section 2b). */
export const sinchSms: InboundProvider = {
  kind: 'sinch-sms',
  heardBy: 'signed',
  verify: (request, credentials, now) => verdictOnSinch(request, credentials, now),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => [readSms(parseJson(body))],
  accountOf: accountByPhone,
  refusal: 401,
  answer: null,
}

const readSms = (sms: unknown): Delivered => {
  const type = textAt(sms, 'type') ?? ''
  if (/^(?:recipient_)?delivery_report_[sm]ms$/u.test(type)) return { kind: 'ignored' }
  return smsOf(
    numberAt(sms, 'to'),
    textAt(sms, 'id'),
    textAt(sms, 'from'),
    textOf(type, sms),
    dateTimeIn(textAt(sms, 'sent_at')) ?? dateTimeIn(textAt(sms, 'received_at')),
  )
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
