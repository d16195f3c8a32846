import type { Attachment, Delivered, Seen } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'
import { readSystem } from './cloud-changes.ts'
import { isSomebody, secondsAt, whoIn } from './cloud-people.ts'
import { field, listAt, textAt } from './json.ts'
import type { Words } from './message.ts'

/** What people did not write to the business: marks on messages, and what Meta or their phone made. */
const NOT_MESSAGES = ['reaction', 'unsupported', 'revoke', 'request_welcome']

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
  'edit',
]

const FROM = { phone: 'from', id: 'from_user_id', parents: ['from_parent_user_id'] }

/** One element of `messages`. */
export const readMessage = (
  account: string,
  message: unknown,
  contacts: readonly unknown[],
): Delivered => {
  const type = textAt(message, 'type') ?? ''
  if (type === 'system') return readSystem(account, message)
  if (NOT_MESSAGES.includes(type)) return { kind: 'ignored' }
  return MESSAGES.includes(type)
    ? readWritten(account, type, message, contacts)
    : { kind: 'unknown' }
}

const readWritten = (
  account: string,
  type: string,
  message: unknown,
  contacts: readonly unknown[],
): Delivered => {
  const id = textAt(message, 'id')
  const sentAt = secondsAt(message)
  const who = withSharedPhone(whoIn(message, FROM, contacts), message)
  const replyTo = textAt(message, 'from') ?? who.bsuid
  if (id === null || sentAt === null || replyTo === null || !isSomebody(who)) {
    return { kind: 'unknown' }
  }
  const attachments = attachmentsOf(type, message)
  const said = { id, sentAt, ...who, ...wordsOf(type, message), attachments, replyTo }
  if (type !== 'edit') return { kind: 'message', account, ...said }
  // Told apart from the message that it changes, should that lend it its id.
  return { kind: 'message', account, ...said, id: `${id}|edit|${sentAt}`, isEdit: true }
}

/**
 * The person's own number, where they shared it because they were asked: Meta says that it is theirs. A card that
 * they sent of themselves may be anybody's (facts section 9).
 */
const withSharedPhone = (who: Seen, message: unknown): Seen => {
  const [card] = listAt(message, 'contacts')
  if (who.phone !== null || textAt(card, 'origin') !== 'contact_request') return who
  const [shared] = listAt(card, 'phones')
  const phone = textAt(shared, 'wa_id') ?? textAt(shared, 'phone')
  return phone === null ? who : { ...who, phone: heardPhone(phone) }
}

const attachmentsOf = (type: string, message: unknown): readonly Attachment[] => {
  const reference = textAt(message, type, 'id')
  return reference === null ? [] : [{ kind: type, reference }]
}

/**
 * What a message says: a text, a caption, the note beside an order, or a button with its payload. Anything else is
 * wordless: a Flow's answers are the company's own and mean what it says they do.
 */
const wordsOf = (type: string, message: unknown): Words => {
  const part = field(message, type)
  switch (type) {
    case 'text':
      return { text: textAt(part, 'body'), payload: null }
    case 'button':
      return { text: textAt(part, 'text'), payload: textAt(part, 'payload') }
    case 'interactive':
      return chosenIn(part)
    case 'order':
      return { text: textAt(part, 'text'), payload: null }
    case 'edit':
      return editedIn(part)
    default:
      return { text: textAt(part, 'caption'), payload: null }
  }
}

const chosenIn = (interactive: unknown): Words => {
  const chosen = field(interactive, textAt(interactive, 'type') ?? '')
  return { text: textAt(chosen, 'title'), payload: textAt(chosen, 'id') }
}

/** The words as they are after the edit: a whole message within it, or the new text alone. */
const editedIn = (edit: unknown): Words => {
  const message = field(edit, 'message') ?? edit
  const type = textAt(message, 'type')
  if (type !== null && type !== 'edit') return wordsOf(type, message)
  const text = textAt(message, 'text', 'body') ?? textAt(message, 'text') ?? textAt(message, 'body')
  return { text, payload: null }
}
