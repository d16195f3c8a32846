import { RECEIPTS, type Delivered } from '../../consent/delivered.ts'
import { isSomebody, secondsAt, whoIn } from './cloud-people.ts'
import { field, listAt, textAt } from './json.ts'

/** Meta's "this recipient has chosen to stop receiving marketing messages from your business". */
const MARKETING_STOPPED = '131050'

const TO = {
  phone: 'recipient_id',
  id: 'recipient_user_id',
  // Meta spells it both ways (providers section 1.2).
  parents: ['parent_recipient_user_id', 'recipient_parent_user_id'],
}

/**
 * One element of `statuses`: a receipt, and where Meta refused because the person stopped marketing, that stop.
 * No other error says anything of the person's will (providers section 0.6).
 */
export const readStatus = (
  account: string,
  told: unknown,
  contacts: readonly unknown[],
): readonly Delivered[] => {
  const id = textAt(told, 'id')
  const sentAt = secondsAt(told)
  const name = textAt(told, 'status')
  // A voice message that was played was read; of the others nothing follows. A group is nobody.
  const status = RECEIPTS.find((known) => known === (name === 'played' ? 'read' : name))
  if (id === null || sentAt === null || name === null) return [{ kind: 'unknown' }]
  if (status === undefined || textAt(told, 'recipient_type') === 'group') {
    return [{ kind: 'ignored' }]
  }
  const named = { account, id, sentAt, ...whoIn(told, TO, contacts) }
  const errors = listAt(told, 'errors').map(codeOf)
  const hasStopped = errors.includes(MARKETING_STOPPED)
  const error = hasStopped ? MARKETING_STOPPED : (errors[0] ?? null)
  const receipt = { kind: 'receipt', ...named, status, error } as const
  if (!hasStopped || !isSomebody(named)) return [receipt]
  // The same however often the status comes: named by the message that was refused.
  const stop = { kind: 'preference', ...named, id: `${id}|${MARKETING_STOPPED}` } as const
  return [receipt, { ...stop, value: 'stop' }]
}

const codeOf = (error: unknown): string => {
  const code = field(error, 'code')
  return typeof code === 'number' || typeof code === 'string' ? String(code).slice(0, 20) : 'none'
}

const PREFERENCES = ['stop', 'resume'] as const

const SET_BY = { phone: 'wa_id', id: 'user_id', parents: ['parent_user_id'] }

/** One element of `user_preferences`: what the person set in WhatsApp itself about marketing. */
export const readPreference = (
  account: string,
  preference: unknown,
  contacts: readonly unknown[],
): Delivered => {
  const value = PREFERENCES.find((known) => known === field(preference, 'value'))
  const who = whoIn(preference, SET_BY, contacts)
  const sentAt = secondsAt(preference)
  const isMarketing = field(preference, 'category') === 'marketing_messages'
  if (value === undefined || sentAt === null || !isSomebody(who) || !isMarketing) {
    return { kind: 'unknown' }
  }
  // Meta gives these no id, and may deliver them again (facts section 5).
  const own = whoIn(preference, SET_BY, [])
  const id = `preference|${own.bsuid ?? own.phone ?? who.bsuid ?? ''}|${value}|${sentAt}`
  return { kind: 'preference', account, id, ...who, value, sentAt }
}
