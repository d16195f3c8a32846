import type { Sender } from '../../consent/company.ts'
import type { Delivered, DeliveredMessage } from '../../consent/delivered.ts'
import { readMessage } from '../../consent/read-message.ts'
import type { Deps, Inbound, Records, StoredCompany } from '../ports.ts'
import { hearMessage } from './hear-message.ts'
import { hearReceipt } from './hear-receipt.ts'
import { hearSignal } from './hear-signal.ts'
import { placeOf, type ProvidedPlace } from './inbound-place.ts'

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
  const place = placeOf(deps, stored, inbound, delivered.account)
  if (!place) return 'a business number that is not of this company'
  if (inbound.isStale && !saysNo(deps, stored, inbound, delivered)) return null
  const delivery = `${inbound.provider}|${delivered.account}|${delivered.id}`
  const heard: Heard = { deps, records, stored, inbound, delivery }
  return hearAt(heard, place, delivered)
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
  { sender }: ProvidedPlace,
  told: Told,
): Promise<string | null> => {
  if (isAtDoor(told)) return 'a door, which is not heard yet'
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
    case 'template':
    case 'quality':
      return null
  }
}

const hearWritten = async (
  { deps, records, stored, inbound, delivery }: Heard,
  sender: Sender,
  told: DeliveredMessage,
): Promise<null> => {
  const heardBy = deps.dialects[inbound.provider]?.heardBy ?? 'secret-path'
  const message = { ...told, receivedAt: inbound.receivedAt, delivery }
  await hearMessage(deps, records, stored, sender, message, heardBy)
  return null
}

const NOES: readonly string[] = ['opt_out', 'opt_out_suspected', 'unsubscribe_category']

/** Whether a delivery says no, which is heard even when the request that brought it is old (design section 5). */
export const saysNo = (
  deps: Deps,
  stored: StoredCompany,
  inbound: Inbound,
  delivered: Delivered,
): boolean => {
  if (delivered.kind === 'preference') return delivered.value === 'stop'
  if (delivered.kind !== 'message') {
    return delivered.kind === 'opt_out' || delivered.kind === 'provider_block'
  }
  const sender = placeOf(deps, stored, inbound, delivered.account)?.sender
  if (!sender) return false
  const { meaning } = readMessage(delivered, { company: stored.document, sender })
  return NOES.includes(meaning)
}
