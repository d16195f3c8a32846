import type { Attachment, Delivered, DeliveredReceipt } from '../../consent/delivered.ts'
import { accountByPhone, numberAt } from './account.ts'
import { field, isObject, listAt, parseJson, textAt } from './json.ts'
import { messageOf, whoIn, type Words } from './message.ts'
import { isSameText } from './proof.ts'
import type { Credentials, InboundProvider, ProviderRequest } from './provider.ts'
import { dateTimeIn, unixTimeAt } from './time.ts'

/** Sinch in Latin America, once Wavy (providers section 2c). It signs nothing: the address is the secret. */
export const sinchLatam: InboundProvider = {
  kind: 'sinch-latam',
  heardBy: 'secret-path',
  verify: (request, credentials) => (isProven(request, credentials) ? 'fresh' : 'refused'),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => readBatch(parseJson(body)),
  accountOf: accountByPhone,
  refusal: 401,
  answer: null,
}

const isProven = ({ pathToken: given }: ProviderRequest, { secrets }: Credentials): boolean => {
  const { pathToken = '' } = secrets
  return pathToken !== '' && isSameText(given ?? '', pathToken)
}

const readBatch = (batch: unknown): readonly Delivered[] => {
  const items = listAt(batch, 'data')
  return items.length === 0 ? [{ kind: 'unknown' }] : items.flatMap(readItem)
}

const readItem = (item: unknown): readonly Delivered[] =>
  textAt(item, 'source') === null && textAt(item, 'destination') !== null
    ? readStatus(item)
    : [readMessage(item)]

/** What people write. A type that is new may be no message at all, so it lifts no block: it is kept. */
const MESSAGES = ['TEXT', 'IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT', 'STICKER', 'BUTTON', 'INTERACTIVE']

const NOT_MESSAGES = ['REACTION', 'SYSTEM', 'UNSUPPORTED', 'UNKNOWN']

const readMessage = (item: unknown): Delivered => {
  const message = field(item, 'message')
  if (NOT_MESSAGES.includes(typeOf(message))) return { kind: 'ignored' }
  const told = {
    sentAt: timeAt(item, 'receivedAt') ?? timeAt(item, 'receivedDate'),
    attachments: attachmentsOf(message),
  }
  const words = isWritten(message) ? wordsOf(message) : null
  const who = whoIn(textAt(item, 'source'))
  return messageOf(numberAt(item, 'origin'), textAt(item, 'id'), who, words, told)
}

/** A time, of which the platform's own pages say both that it is milliseconds and that it is text. */
const timeAt = (item: unknown, name: string): number | null =>
  dateTimeIn(textAt(item, name)) ?? unixTimeAt(item, name, 1)

/** Places and contacts come without a type; what was said in a group was not said to the business. */
const isWritten = (message: unknown): boolean => {
  if (textAt(message, 'waGroupId') !== null) return false
  const isUntyped = isObject(field(message, 'location')) || listAt(message, 'contacts').length > 0
  return MESSAGES.includes(typeOf(message)) || (typeOf(message) === '' && isUntyped)
}

const typeOf = (message: unknown): string => (textAt(message, 'type') ?? '').toUpperCase()

/** Buttons are told as Meta tells them. */
const wordsOf = (message: unknown): Words => {
  const interactive = field(message, 'interactive')
  const chosen = field(interactive, textAt(interactive, 'type') ?? '')
  const text = [
    textAt(message, 'messageText'),
    textAt(message, 'caption'),
    textAt(message, 'button', 'text'),
    textAt(chosen, 'title'),
  ].find((words) => words !== null)
  const payload = textAt(message, 'button', 'payload') ?? textAt(chosen, 'id')
  return { text: text ?? null, payload }
}

const attachmentsOf = (message: unknown): readonly Attachment[] => {
  const reference = textAt(message, 'mediaUrl')
  return reference === null ? [] : [{ kind: typeOf(message).toLowerCase(), reference }]
}

/** The platform's own list of who opted out (providers section 2c): any message of the person's ends it there too. */
const BLOCKED_BY_OPT_OUT = 204

const readStatus = (item: unknown): readonly Delivered[] => {
  const account = numberAt(item, 'origin')
  const id = textAt(item, 'id') ?? ''
  const { phone, bsuid, replyTo } = whoIn(textAt(item, 'destination'))
  if (account === null || id === '' || replyTo === null) return [{ kind: 'unknown' }]
  const sentAt = timeAt(item, 'updatedAt') ?? timeAt(item, 'updatedDate')
  const named = { account, sentAt, phone, bsuid }
  const receipt: Delivered = { kind: 'receipt', id, ...named, ...outcomeOf(item) }
  return field(item, 'sentStatusCode') === BLOCKED_BY_OPT_OUT
    ? [receipt, { kind: 'provider_block', id: `${id}|${BLOCKED_BY_OPT_OUT}`, ...named }]
    : [receipt]
}

/** Delivery codes from a hundred on are failures. */
const FIRST_FAILURE = 100

const outcomeOf = (item: unknown): Pick<DeliveredReceipt, 'status' | 'error'> => {
  const delivery = field(item, 'deliveredStatusCode')
  if (field(item, 'read') === true) return { status: 'read', error: null }
  if (typeof delivery === 'number' && delivery >= FIRST_FAILURE) {
    return { status: 'failed', error: textAt(item, 'deliveredStatus') }
  }
  if (field(item, 'delivered') === true) return { status: 'delivered', error: null }
  return field(item, 'sent') === true
    ? { status: 'sent', error: null }
    : { status: 'failed', error: textAt(item, 'sentStatus') }
}
