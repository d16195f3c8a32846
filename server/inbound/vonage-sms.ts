import type { Delivered } from '../../consent/delivered.ts'
import { isObject, parseJson, textAt } from './json.ts'
import { whoIn } from './message.ts'
import type { Content, Credentials, InboundProvider, ProviderRequest, Verdict } from './provider.ts'
import { receiptOf, type Statuses } from './receipt.ts'
import { smsOf } from './sms.ts'
import { dateTimeIn } from './time.ts'
import { smsAccount } from './vonage-account.ts'
import { vonageFields, type VonageFields } from './vonage-fields.ts'
import { readVonage } from './vonage-messages.ts'
import { verdictOnSig } from './vonage-sig.ts'
import { verdictOnToken } from './vonage-token.ts'

/** SMS by Vonage (providers section 7): through the Messages API, or through the older SMS API. */
export const vonageSms: InboundProvider = {
  kind: 'vonage-sms',
  heardBy: 'signed',
  verify: (request, credentials, now) => verdictOn(request, credentials, now),
  isReadable: (content) => isMessages(content) || vonageFields(content) !== null,
  read: (content) => [
    isMessages(content) ? readVonage(parseJson(content.body)) : readFields(vonageFields(content)),
  ],
  accountOf: (_, { phone = null }) => smsAccount(phone),
  refusal: 401,
  answer: null,
}

/** The Messages API gives every message a `message_uuid`, the older one a `messageId`. */
const isMessages = ({ body }: Content): boolean => {
  const told = parseJson(body)
  return isObject(told) && textAt(told, 'message_uuid') !== null
}

/** An account of the older API may have signing off: that is refused, since it would never come signed. */
const verdictOn = (request: ProviderRequest, credentials: Credentials, now: number): Verdict => {
  const { method, header, body } = request
  // What comes by GET has its fields in the query, and says nothing of a type.
  const content = { body, type: method === 'GET' ? '' : (header('content-type') ?? '') }
  if (header('authorization') !== null || isMessages(content)) {
    return verdictOnToken(request, credentials, now)
  }
  const fields = vonageFields(content)
  return fields === null ? 'refused' : verdictOnSig(fields, credentials, now)
}

const TEXTS = ['text', 'unicode']

const readFields = (fields: VonageFields | null): Delivered => {
  const at = (name: string): string | null => fields?.get(name) ?? null
  if (at('status') !== null) return readReport(at)
  if (!TEXTS.includes(at('type') ?? '')) return { kind: 'unknown' }
  const sentAt = dateTimeIn(at('message-timestamp'))
  return smsOf(smsAccount(at('to')), at('messageId'), at('msisdn'), at('text'), sentAt)
}

const STATUSES: Statuses = new Map([
  ['accepted', 'sent'],
  ['buffered', 'sent'],
  ['delivered', 'delivered'],
  ['expired', 'failed'],
  ['failed', 'failed'],
  ['rejected', 'failed'],
])

/** What became of an SMS: `to` is the business here too. */
const readReport = (at: (name: string) => string | null): Delivered => {
  const error = at('err-code')
  return receiptOf(
    smsAccount(at('to')),
    at('messageId'),
    whoIn(at('msisdn')),
    STATUSES.get(at('status') ?? ''),
    { sentAt: dateTimeIn(at('message-timestamp')), error: error === '0' ? null : error },
  )
}
