import type { Delivered, DeliveredChange, Seen } from '../../consent/delivered.ts'
import { idBefore, isSomebody, secondsAt, seenBy, whoIn } from './cloud-people.ts'
import { field, textAt } from './json.ts'
import { firstId } from './message.ts'

const FROM = { phone: 'from', id: 'from_user_id', parents: ['from_parent_user_id'] }

const CHANGES = ['user_changed_number', 'customer_changed_number', 'user_changed_user_id']

/** A note that WhatsApp wrote into the chat: of these, only those that tell of another number or id concern us. */
export const readSystem = (account: string, message: unknown): Delivered => {
  const system = field(message, 'system')
  if (!CHANGES.includes(textAt(system, 'type') ?? '')) return { kind: 'ignored' }
  const after = afterIn(system)
  const before = beforeIn(message, system, after)
  return changeOf(account, textAt(message, 'id'), secondsAt(message), before, after)
}

const afterIn = (system: unknown): Seen => {
  const number = textAt(system, 'new_wa_id') ?? textAt(system, 'wa_id')
  const [own, parent] = ['user_id', 'parent_user_id'].map((name) => firstId(textAt(system, name)))
  return seenBy(number, own ?? null, parent ?? null)
}

/** Who it was: by the old number, the id that is said to be the previous one, or the sender's that is not the new one. */
const beforeIn = (message: unknown, system: unknown, after: Seen): Seen => {
  const from = whoIn(message, FROM, [])
  const previous = firstId(
    textAt(system, 'previous_user_id'),
    idBefore(textAt(system, 'body'), after.bsuid),
    from.bsuid === after.bsuid ? null : from.bsuid,
  )
  const number = from.phone === after.phone ? null : from.phone
  return seenBy(number, previous, firstId(textAt(system, 'previous_parent_user_id')))
}

/** The same as a field of its own, as some providers still pass it on (providers section 1.2). */
export const readIdUpdate = (account: string, update: unknown): Delivered => {
  const idOf = (name: string, when: string) => firstId(textAt(update, name, when))
  const sentAt = secondsAt(update)
  const before = seenBy(null, idOf('user_id', 'previous'), idOf('parent_user_id', 'previous'))
  const number = textAt(update, 'wa_id')
  const after = seenBy(number, idOf('user_id', 'current'), idOf('parent_user_id', 'current'))
  // It has no id of its own.
  const id = `user_id_update|${before.bsuid ?? ''}|${after.bsuid ?? ''}|${sentAt ?? ''}`
  return after.bsuid === null ? { kind: 'unknown' } : changeOf(account, id, sentAt, before, after)
}

const changeOf = (
  account: string,
  id: string | null,
  sentAt: number | null,
  before: Seen,
  after: Seen,
): DeliveredChange | { readonly kind: 'unknown' } =>
  id === null || sentAt === null || !isSomebody(after)
    ? { kind: 'unknown' }
    : { kind: 'identity_change', account, id, sentAt, before, after }
