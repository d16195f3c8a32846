import type { Door, Sender } from '../../consent/company.ts'
import type {
  DeliveredBlock,
  DeliveredOptOut,
  DeliveredPreference,
} from '../../consent/delivered.ts'
import type { Act } from '../../consent/event.ts'
import { momentTold, yesAt } from '../../consent/moment.ts'
import { sendersBehind } from '../../consent/read-at-door.ts'
import type { Heard } from './hear-delivered.ts'
import { recognisePerson, recordConflicts } from './recognise-person.ts'

type Signal = DeliveredPreference | DeliveredOptOut | DeliveredBlock

/** Hears what a provider tells of a person's will, without words of the person's own (providers section 0.6). */
export const hearSignal = (heard: Heard, sender: Sender, signal: Signal): Promise<null> =>
  record(heard, signal, actOf(signal, sender.id))

/** Hears that a provider of SMS holds a person for opted out: at every sender that the door speaks for (design R4). */
export const hearOptOutAtDoor = (
  heard: Heard,
  door: Door,
  signal: DeliveredOptOut,
): Promise<null> => {
  const senders = sendersBehind(heard.stored.document, door).map(({ id }) => id)
  return record(heard, signal, { kind: 'opt_out', source: 'provider', categories: null, senders })
}

const record = async (
  { deps, records, stored, inbound, delivery }: Heard,
  { phone, bsuid, parent, sentAt }: Signal,
  act: Act,
): Promise<null> => {
  const company = stored.document.id
  const moment = momentTold(sentAt, inbound.receivedAt)
  const seen = { phone, bsuid, parent }
  const id = deps.ids.eventOf(company, delivery)
  const { person, inConflict } = await recognisePerson(deps, records, seen, yesAt(moment), id)
  const evidence = { phone: phone ?? undefined, bsuid: bsuid ?? undefined }
  await records.append({ id, person, moment, act }, evidence)
  await recordConflicts(deps, records, company, delivery, moment, inConflict)
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
