import type { Sender } from '../../consent/company.ts'
import type { Delivered, DeliveredMessage } from '../../consent/delivered.ts'
import type { HeardBy } from '../../consent/event.ts'
import { idsIn } from '../../consent/provider.ts'
import type { Deps, Inbound, Records, StoredCompany } from '../ports.ts'
import { hearAtDoor } from './hear-at-door.ts'
import { hearIdentityChange } from './hear-identity-change.ts'
import { hearMessage } from './hear-message.ts'
import { hearQuality } from './hear-quality.ts'
import { hearReceipt } from './hear-receipt.ts'
import { hearOptOutAtDoor, hearSignal } from './hear-signal.ts'
import { hearTemplate } from './hear-template.ts'
import { placeInAccount, placeOf, type ProvidedPlace } from './inbound-place.ts'
import { saysNo } from './says-no.ts'

/** Hears one thing that a provider told; says why it could not, for whoever looks at what was kept. */
export const hearDelivered = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  inbound: Inbound,
  delivered: Delivered,
): Promise<string | null> => {
  if (delivered.kind === 'ignored') return null
  if (delivered.kind === 'unknown') return 'a shape that is not known'
  const place = placeFor(deps, stored, inbound, delivered)
  if (!place) return 'a business number that is not of this company'
  const isForNoes = inbound.isStale || (delivered.kind === 'message' && delivered.isEdit === true)
  if (isForNoes && !saysNo(deps, stored, inbound, delivered)) return null
  const delivery = `${inbound.provider}|${delivered.account}|${delivered.id}`
  const heard: Heard = { deps, records, stored, inbound, delivery }
  return hearAt(heard, place, delivered)
}

/** What is told of templates and accounts names no number of ours, only the account that it is in. */
const placeFor = (
  deps: Deps,
  stored: StoredCompany,
  inbound: Inbound,
  told: Told,
): ProvidedPlace | null => {
  const place = placeOf(deps, stored, inbound, told.account)
  if (place || (told.kind !== 'template' && told.kind !== 'quality')) return place
  const phone = told.kind === 'quality' ? told.phone : undefined
  return placeInAccount(deps, stored, inbound, told.account, phone)
}

/** What a delivery is heard with. `delivery` names it for ever. */
export type Heard = {
  readonly deps: Deps
  readonly records: Records
  readonly stored: StoredCompany
  readonly inbound: Inbound
  readonly delivery: string
}

type Told = Exclude<Delivered, { readonly kind: 'ignored' | 'unknown' }>
type AtDoor = Extract<Told, { readonly kind: 'sms' | 'mail' }>

const hearAt = async (
  heard: Heard,
  { sender, door }: ProvidedPlace,
  told: Told,
): Promise<string | null> => {
  if (isAtDoor(told)) return door ? hearAtDoor(heard, door, told) : 'an SMS or an e-mail to no door'
  if (door && told.kind === 'opt_out') return hearOptOutAtDoor(heard, door, told)
  return sender
    ? hearAtSender(heard, sender, told)
    : 'a message to a door that is no WhatsApp number'
}

const isAtDoor = (told: Told): told is AtDoor => told.kind === 'sms' || told.kind === 'mail'

const hearAtSender = async (
  heard: Heard,
  sender: Sender,
  told: Exclude<Told, AtDoor>,
): Promise<string | null> => {
  switch (told.kind) {
    case 'message':
      return hearWritten(heard, sender, told)
    case 'preference':
    case 'opt_out':
    case 'provider_block':
      return hearSignal(heard, sender, told)
    case 'receipt':
      return hearReceipt(heard, sender, told)
    case 'identity_change':
      return hearIdentityChange(heard, told)
    case 'template':
      return hearTemplate(heard, told)
    case 'quality':
      return hearQuality(heard, sender, told)
  }
}

const hearWritten = async (
  { deps, records, stored, inbound, delivery }: Heard,
  sender: Sender,
  told: DeliveredMessage,
): Promise<null> => {
  const message = { ...told, receivedAt: inbound.receivedAt, delivery }
  await hearMessage(deps, records, stored, sender, message, heardByOf(deps, inbound, sender))
  return null
}

const heardByOf = (deps: Deps, inbound: Inbound, { provider }: Sender): HeardBy => {
  const heardBy = deps.dialects[inbound.provider]?.heardBy ?? 'secret-path'
  return typeof heardBy === 'function' ? heardBy(provider ? idsIn(provider) : {}) : heardBy
}
