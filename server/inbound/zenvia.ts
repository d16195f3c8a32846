import type { Attachment, Delivered } from '../../consent/delivered.ts'
import { accountByPhone, numberAt } from './account.ts'
import { field, isObject, listAt, parseJson, textAt } from './json.ts'
import { messageOf, said, whoIn, type Words } from './message.ts'
import { isSameText } from './proof.ts'
import type { Credentials, InboundProvider, ProviderRequest } from './provider.ts'
import { dateTimeIn } from './time.ts'

/**
 * Zenvia (providers section 10). It signs nothing: the subscription bears a header of the company's own,
 * `X-Webhook-Token`, which says nothing of the body.
 */
export const zenvia: InboundProvider = {
  kind: 'zenvia',
  heardBy: 'secret-path',
  verify: (request, credentials) => (isProven(request, credentials) ? 'fresh' : 'refused'),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => readEvent(parseJson(body)),
  accountOf: accountByPhone,
  refusal: 401,
  answer: null,
}

const isProven = ({ header }: ProviderRequest, { secrets }: Credentials): boolean => {
  const { webhookToken = '' } = secrets
  return webhookToken !== '' && isSameText(header('x-webhook-token') ?? '', webhookToken)
}

const readEvent = (event: unknown): readonly Delivered[] => {
  // A status names the message, but neither the business number nor the person.
  if (field(event, 'type') === 'MESSAGE_STATUS') return [{ kind: 'ignored' }]
  const message = field(event, 'message')
  if (field(event, 'type') !== 'MESSAGE' || field(message, 'channel') !== 'whatsapp') {
    return [{ kind: 'unknown' }]
  }
  // A subscription may tell of what the business writes as well.
  if (field(message, 'direction') === 'OUT') return [{ kind: 'ignored' }]
  const contents = listAt(message, 'contents')
  return contents.length === 0
    ? [{ kind: 'unknown' }]
    : contents.map((content, index) => readContent(event, message, content, index))
}

/**
 * One part of a message, as a message of its own, so that a stop word that came with a picture stands alone.
 * The event's id and the message's stay the same when it is sent again.
 */
const readContent = (
  event: unknown,
  message: unknown,
  content: unknown,
  index: number,
): Delivered => {
  if (field(content, 'type') === 'unsupported') return { kind: 'ignored' }
  const id = textAt(message, 'id')
  return messageOf(
    numberAt(message, 'to'),
    id === null || index === 0 ? id : `${id}|${index}`,
    whoIn(textAt(message, 'from')),
    wordsOf(content),
    {
      sentAt: dateTimeIn(textAt(message, 'timestamp') ?? textAt(event, 'timestamp')),
      attachments: attachmentsOf(content),
    },
  )
}

const WORDLESS = ['location', 'contacts']

/** A text, with what the business had put into the button that was pressed, or the caption of a file. */
const wordsOf = (content: unknown): Words | null => {
  const type = textAt(content, 'type') ?? ''
  const payload = textAt(content, 'payload')
  if (type === 'text') {
    const words = said(textAt(content, 'text'))
    return words && { ...words, payload }
  }
  if (type === 'file') return { text: textAt(content, 'fileCaption'), payload: null }
  return WORDLESS.includes(type) ? { text: null, payload: null } : null
}

const attachmentsOf = (content: unknown): readonly Attachment[] => {
  const reference = field(content, 'type') === 'file' ? textAt(content, 'fileUrl') : null
  return reference === null ? [] : [{ kind: 'file', reference }]
}
