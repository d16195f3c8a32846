import type { Sender } from '../../consent/company.ts'
import type { DeliveredQuality } from '../../consent/delivered.ts'
import type { Heard } from './hear-delivered.ts'
import { isPlain, NOT_PLAIN } from './plain-words.ts'

/** Hears what the provider thinks of a number, a template or an account. It changes nothing that anybody agreed to. */
export const hearQuality = async (
  { deps, records, stored, inbound, delivery }: Heard,
  sender: Sender,
  told: DeliveredQuality,
): Promise<string | null> => {
  const { about, event } = told
  const [template, detail] = [told.template ?? null, told.detail ?? null]
  if (!isPlain(event, template, detail)) return NOT_PLAIN
  const id = deps.ids.eventOf(stored.document.id, delivery)
  const at = told.sentAt ?? inbound.receivedAt
  await records.keepQuality({ id, at, about, sender: sender.id, event, template, detail })
  return null
}
