import type { Delivered } from '../../consent/delivered.ts'
import { readAtDoor, sendersBehind, textsAtDoor } from '../../consent/read-at-door.ts'
import { readMessage, type Meaning } from '../../consent/read-message.ts'
import type { Deps, Inbound, StoredCompany } from '../ports.ts'
import { placeOf } from './inbound-place.ts'

/** Whether a delivery says no, which is heard even when the request that brought it is old (design section 5). */
export const saysNo = (
  deps: Deps,
  stored: StoredCompany,
  inbound: Inbound,
  told: Delivered,
): boolean => {
  if (told.kind === 'opt_out' || told.kind === 'provider_block') return true
  if (told.kind === 'preference') return told.value === 'stop'
  const meaning = meaningOf(deps, stored, inbound, told)
  return meaning !== null && NOES.includes(meaning)
}

const NOES: readonly Meaning[] = ['opt_out', 'opt_out_suspected', 'unsubscribe_category']

/** What is said in words; null where nothing is, or to nobody of this company. */
const meaningOf = (
  deps: Deps,
  stored: StoredCompany,
  inbound: Inbound,
  told: Delivered,
): Meaning | null => {
  if (told.kind !== 'message' && told.kind !== 'sms' && told.kind !== 'mail') return null
  const company = stored.document
  const place = placeOf(deps, stored, inbound, told.account)
  if (told.kind === 'message') {
    return place?.sender ? readMessage(told, { company, sender: place.sender }).meaning : null
  }
  const { door = null } = place ?? {}
  return (
    door && readAtDoor(textsAtDoor(told, company), company, sendersBehind(company, door)).meaning
  )
}
