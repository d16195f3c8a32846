import type { Door } from '../../consent/company.ts'
import type { DeliveredOptOut } from '../../consent/delivered.ts'
import { momentOf, yesAt } from '../../consent/moment.ts'
import type { Heard } from './hear-delivered.ts'
import { recognisePerson, recordConflicts } from './recognise-person.ts'

/** Hears that a provider of SMS holds a person for opted out: at every sender that the door speaks for (design R4). */
export const hearOptOutAtDoor = async (
  { deps, records, stored, inbound, delivery }: Heard,
  door: Door,
  { phone, bsuid, sentAt }: DeliveredOptOut,
): Promise<null> => {
  const company = stored.document
  const moment = momentOf(sentAt, inbound.receivedAt)
  const recognition = await recognisePerson(deps, records, { phone, bsuid }, yesAt(moment))
  const senders = door.senders ?? company.senders.map(({ id }) => id)
  await records.append(
    {
      id: deps.ids.eventOf(company.id, delivery),
      person: recognition.person,
      moment,
      act: { kind: 'opt_out', source: 'provider', categories: null, senders },
    },
    { phone: phone ?? undefined, bsuid: bsuid ?? undefined },
  )
  await recordConflicts(deps, records, company.id, delivery, moment, recognition.inConflict)
  return null
}
