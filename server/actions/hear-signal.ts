import type { Sender } from '../../consent/company.ts'
import type {
  DeliveredBlock,
  DeliveredOptOut,
  DeliveredPreference,
} from '../../consent/delivered.ts'
import type { Act } from '../../consent/event.ts'
import { momentOf, yesAt } from '../../consent/moment.ts'
import type { Heard } from './hear-delivered.ts'
import { recognisePerson, recordConflicts } from './recognise-person.ts'

type Signal = DeliveredPreference | DeliveredOptOut | DeliveredBlock

/** Hears what a provider tells of a person's will, without words of the person's own (providers section 0.6). */
export const hearSignal = async (
  { deps, records, stored, inbound, delivery }: Heard,
  sender: Sender,
  signal: Signal,
): Promise<null> => {
  const { phone, bsuid, parent } = signal
  const company = stored.document
  const moment = momentOf(signal.sentAt, inbound.receivedAt)
  const seen = { phone, bsuid, parent }
  const { person, inConflict } = await recognisePerson(deps, records, seen, yesAt(moment))
  const id = deps.ids.eventOf(company.id, delivery)
  const evidence = { phone: phone ?? undefined, bsuid: bsuid ?? undefined }
  await records.append({ id, person, moment, act: actOf(signal, sender.id) }, evidence)
  await recordConflicts(deps, records, company.id, delivery, moment, inConflict)
  return null
}

const actOf = (signal: Signal, sender: string): Act => {
  switch (signal.kind) {
    case 'preference':
      return { kind: signal.value === 'stop' ? 'platform_stop' : 'platform_resume', sender }
    case 'provider_block':
      return { kind: 'provider_block', sender }
    case 'opt_out':
      return { kind: 'opt_out', source: 'provider', categories: null, senders: [sender] }
  }
}
