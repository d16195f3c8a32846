import { KINDS, stricterKind, type Kind } from '../../consent/category.ts'
import type { Delivered } from '../../consent/delivered.ts'
import type { E164 } from '../../consent/line.ts'
import { numberAt } from './account.ts'
import { secondsAt } from './cloud-people.ts'
import { field, isObject, textAt } from './json.ts'

/** Fields that tell of the account and are of no concern here. */
const NO_CONCERN = [
  'account_settings_update',
  'business_capability_update',
  'business_username_update',
  'calls',
  'flows',
  'history',
  'message_echoes',
  'phone_number_name_update',
  'security',
  'smb_app_state_sync',
  'smb_message_echoes',
]

/** What is told of one account, without the number that it is told at: the entry's id is the account's. */
type Told = {
  readonly waba: string
  readonly sentAt: number | null
  readonly field: string
  readonly value: unknown
}

/**
 * A change that is about templates, numbers or the account. It is known by what is in it: Meta's own sample of a
 * template's quality bears the field of its status (providers section 3).
 */
export const readAccount = (entry: unknown, change: unknown): Delivered => {
  const waba = textAt(entry, 'id')
  const name = textAt(change, 'field') ?? ''
  if (NO_CONCERN.includes(name)) return { kind: 'ignored' }
  if (waba === null) return { kind: 'unknown' }
  const told = {
    waba,
    sentAt: secondsAt(entry, 'time'),
    field: name,
    value: field(change, 'value'),
  }
  return readTemplate(told) ?? readQuality(told) ?? { kind: 'unknown' }
}

const readTemplate = (told: Told): Delivered | null => {
  const { waba: account, sentAt, value } = told
  const name = textAt(value, 'message_template_name')
  if (name === null) return null
  const score = textAt(value, 'new_quality_score')
  if (score !== null) return qualityOf(told, 'template', score, { template: name })
  const status = textAt(value, 'event')
  const category = categoryIn(value)
  if (status === null && category === null) return null
  const language = textAt(value, 'message_template_language')?.replaceAll('-', '_') ?? null
  const id = idOf(told, name, language, status, category)
  return { kind: 'template', account, id, sentAt, name, language, category, status }
}

/**
 * What Meta takes a template for. Of a change that it only announces (`correct_category`) the stricter counts at
 * once, and so does marketing for a word that is new: what is uncertain is a no (design R8).
 */
const categoryIn = (value: unknown): Kind | null => {
  const told = ['new_category', 'correct_category', 'message_template_category'].flatMap((name) => {
    const category = textAt(value, name)?.toLowerCase()
    return category === undefined ? [] : [KINDS.find((kind) => kind === category) ?? 'marketing']
  })
  return told.reduce<Kind | null>(
    (strictest, kind) => (strictest === null ? kind : stricterKind(strictest, kind)),
    null,
  )
}

const readQuality = (told: Told): Delivered | null => {
  const { field: name, value } = told
  switch (name) {
    case 'account_update':
      return qualityOf(told, 'account', textAt(value, 'event'), {
        detail: textAt(value, 'ban_info', 'waba_ban_state'),
      })
    case 'account_review_update':
      return qualityOf(told, 'account', textAt(value, 'decision'), {})
    case 'account_alerts':
      return readAlert(told)
    default:
      return readNumber(told)
  }
}

const readAlert = (told: Told): Delivered | null => {
  const { value } = told
  const alert = isObject(field(value, 'alert_info')) ? field(value, 'alert_info') : value
  return qualityOf(told, 'account', textAt(alert, 'alert_type'), {
    detail: textAt(alert, 'alert_severity'),
  })
}

const readNumber = (told: Told): Delivered | null => {
  const { value } = told
  const phone = numberAt(value, 'display_phone_number')
  if (phone === null) return null
  return qualityOf(told, 'sender', textAt(value, 'event'), {
    phone,
    detail: textAt(value, 'max_daily_conversations_per_business') ?? textAt(value, 'current_limit'),
  })
}

type More = {
  readonly phone?: E164
  readonly template?: string
  readonly detail?: string | null
}

const qualityOf = (
  told: Told,
  about: 'sender' | 'template' | 'account',
  event: string | null,
  { phone, template, detail }: More,
): Delivered | null => {
  if (event === null) return null
  const { waba: account, sentAt } = told
  const id = idOf(told, about, event, phone ?? template ?? null, detail ?? null)
  return {
    kind: 'quality',
    account,
    id,
    sentAt,
    about,
    event,
    ...(phone !== undefined && { phone }),
    ...(template !== undefined && { template }),
    ...(typeof detail === 'string' && { detail }),
  }
}

// Meta gives these no id, and may deliver them again. The field is no part of it, for it may be another's.
const idOf = ({ sentAt }: Told, ...parts: readonly (string | null)[]): string =>
  ['account', sentAt, ...parts].map((part) => String(part ?? '')).join('|')
