import type { Attachment } from '../../consent/delivered.ts'
import type { Sender } from '../../consent/company.ts'
import type { Act, Evidence, HeardBy } from '../../consent/event.ts'
import type { E164 } from '../../consent/line.ts'
import type { EventId, PersonId } from '../../consent/mark.ts'
import { momentTold, yesAt } from '../../consent/moment.ts'
import { readMessage, type Reading } from '../../consent/read-message.ts'
import type { Deps, Records, StoredCompany } from '../ports.ts'
import { grantOf } from './grant-of.ts'
import { queuePassing } from './pass-on.ts'
import { queueReply } from './queue-reply.ts'
import { recognisePerson, recordConflicts } from './recognise-person.ts'

/** A message that a person sent to a sender, as a provider or the company's own system tells it. */
export type InboundMessage = {
  /** Names the delivery for ever: provider, account and message id. */
  readonly delivery: string
  readonly phone: E164 | null
  readonly bsuid: string | null
  readonly parent?: string | undefined
  readonly text: string | null
  readonly payload: string | null
  readonly attachments?: readonly Attachment[] | undefined
  /** How the provider itself writes who it came from. */
  readonly replyTo?: string | undefined
  /** When the person sent it, if that is told; to the second. */
  readonly sentAt: number | null
  readonly receivedAt: number
}

/** What a message meant, and what it changed. */
export type HeardMessage = {
  readonly event: EventId
  readonly person: PersonId
  readonly act: MessageAct
}

type MessageAct = Extract<Act, { kind: 'message' }>

/** Hears one message inside a transaction. A delivery that was heard before changes nothing. */
export const hearMessage = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  sender: Sender,
  message: InboundMessage,
  heardBy: HeardBy,
): Promise<HeardMessage> => {
  const company = stored.document
  const event = deps.ids.eventOf(company.id, message.delivery)
  const moment = momentTold(message.sentAt, message.receivedAt)
  const reading = readMessage(message, { company, sender })
  const recognition = await recognisePerson(deps, records, message, yesAt(moment), event)
  const { person } = recognition
  const found = await grantOf(deps, records, stored, reading, {
    phone: message.phone,
    at: yesAt(moment),
    confirms: event,
  })
  const granted = found?.grant ?? null
  const act: MessageAct = {
    kind: 'message',
    sender: sender.id,
    heardBy,
    meaning: reading.meaning,
    stops: stops(reading, sender),
    granted,
    revoked: reading.meaning === 'unsubscribe_category' ? reading.categories : [],
  }
  const evidence = evidenceOf(message, reading, found?.page)
  const isNew = await records.append({ id: event, person, moment, act }, evidence)
  const { delivery } = message
  await recordConflicts(deps, records, company.id, delivery, moment, recognition.inConflict)
  const heard = { event, person, act }
  if (!isNew) return heard
  await queuePassing(records, sender, message, heard)
  await queueReply(deps, records, stored, sender, message, reading, moment, heard)
  return heard
}

const stops = ({ meaning }: Reading, sender: Sender): boolean =>
  meaning === 'opt_out' || (meaning === 'opt_out_suspected' && sender.strictRevocation === true)

const MEANINGS_WITHOUT_PROOF: readonly Reading['meaning'][] = ['other', 'help']

/** What is kept of the message: nothing of what people write to a business, unless it says yes or no. */
const evidenceOf = (
  message: InboundMessage,
  reading: Reading,
  page: string | undefined,
): Evidence | null => {
  if (MEANINGS_WITHOUT_PROOF.includes(reading.meaning)) return null
  return {
    phone: message.phone ?? undefined,
    bsuid: message.bsuid ?? undefined,
    text: message.text?.slice(0, 1000),
    button: message.payload?.slice(0, 300),
    code:
      reading.meaning === 'subscribe' && reading.asked.by === 'code'
        ? reading.asked.code
        : undefined,
    page,
  }
}
