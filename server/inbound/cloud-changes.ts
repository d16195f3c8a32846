import type { Delivered, DeliveredChange, Seen } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'
import { field, textAt } from './json.ts'
import { firstId, idBefore, isSomebody, secondsAt, whoIn } from './cloud-people.ts'

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
  const phone = textAt(system, 'wa_id') ?? textAt(system, 'new_wa_id')
  const own = firstId(textAt(system, 'user_id'))
  const parent = firstId(textAt(system, 'parent_user_id'))
  return { phone: phone === null ? null : heardPhone(phone), bsuid: own ?? parent }
}

/** Who it was: by the old number, the id that is said to be the previous one, or the sender's that is not the new one. */
const beforeIn = (message: unknown, system: unknown, after: Seen): Seen => {
  const from = whoIn(message, FROM, [])
  const previous = firstId(
    textAt(system, 'previous_user_id'),
    idBefore(textAt(system, 'body'), after.bsuid),
    from.bsuid === after.bsuid ? null : from.bsuid,
    textAt(system, 'previous_parent_user_id'),
  )
  return { phone: from.phone === after.phone ? null : from.phone, bsuid: previous }
}

/** The same as a field of its own, as some providers still pass it on (providers section 1.2). */
export const readIdUpdate = (account: string, update: unknown): Delivered => {
  const ids = field(update, 'user_id')
  const parents = field(update, 'parent_user_id')
  const [previous, current] = ['previous', 'current'].map((when) =>
    firstId(textAt(ids, when), textAt(parents, when)),
  )
  const phone = textAt(update, 'wa_id')
  const sentAt = secondsAt(update)
  const before = { phone: null, bsuid: previous ?? null }
  const after = { phone: phone === null ? null : heardPhone(phone), bsuid: current ?? null }
  // It has no id of its own.
  const id = `user_id_update|${before.bsuid ?? ''}|${after.bsuid ?? ''}|${sentAt ?? ''}`
  return current ? changeOf(account, id, sentAt, before, after) : { kind: 'unknown' }
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
