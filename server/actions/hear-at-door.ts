import type { Door, Sender } from '../../consent/company.ts'
import type { DeliveredMail, DeliveredSms } from '../../consent/delivered.ts'
import type { Act, Evidence } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import { momentTold, yesAt } from '../../consent/moment.ts'
import { readAtDoor, sendersBehind, stopsAtDoor, textsAtDoor } from '../../consent/read-at-door.ts'
import type { Reading } from '../../consent/read-message.ts'
import { grantOf, type Found } from './grant-of.ts'
import type { Heard } from './hear-delivered.ts'
import { personKnownBy } from './recognise-person.ts'

type AtDoor = DeliveredSms | DeliveredMail

/**
 * Hears an SMS or an e-mail. A no halts the person at every sender that the door speaks for. A yes by SMS proves
 * its phone as a link does; one by e-mail proves a mailbox and no phone, is asked to be aligned, and leaves its code
 * for the tap on WhatsApp (design R3, R4; providers section 11).
 */
export const hearAtDoor = async (heard: Heard, door: Door, told: AtDoor): Promise<null> => {
  const { deps, records, stored, inbound, delivery } = heard
  const company = stored.document
  const senders = sendersBehind(company, door)
  const reading = readAtDoor(textsAtDoor(told, company), company, senders)
  const moment = momentTold(told.sentAt, inbound.receivedAt)
  const id = deps.ids.eventOf(company.id, delivery)
  const no = noIn(reading, senders, told)
  const found = no ? null : await yesIn(heard, reading, told, yesAt(moment))
  const act = no ?? (found && optIn(found, told))
  if (!act) return null
  const person = await personKnownBy(deps, records, identityOf(told), yesAt(moment))
  const evidence = evidenceOf(told, reading, found)
  await records.append({ id, person, moment, act }, evidence)
  return null
}

const noIn = (reading: Reading, senders: readonly Sender[], { kind }: AtDoor): Act | null => {
  const categories = reading.meaning === 'unsubscribe_category' ? reading.categories : null
  if (categories === null && !stopsAtDoor(reading, senders)) return null
  const source = kind === 'sms' ? 'sms' : 'email'
  return { kind: 'opt_out', source, categories, senders: senders.map(({ id }) => id) }
}

const yesIn = async (
  { deps, records, stored, delivery }: Heard,
  reading: Reading,
  told: AtDoor,
  at: number,
): Promise<Found | null> => {
  if (told.kind === 'mail' && !told.isAligned) return null
  const phone = told.kind === 'sms' ? told.phone : null
  const confirms = told.kind === 'sms' ? deps.ids.eventOf(stored.document.id, delivery) : null
  return grantOf(deps, records, stored, reading, { phone, at, confirms })
}

const optIn = ({ grant }: Found, { kind }: AtDoor): Act =>
  kind === 'sms'
    ? { kind: 'opt_in', proof: 'link', source: 'sms', refused: [], ...grant }
    : { kind: 'opt_in', proof: 'asserted', source: 'email', refused: [], ...grant }

const identityOf = (told: AtDoor): Identity =>
  told.kind === 'sms'
    ? { kind: 'phone', value: told.phone }
    : { kind: 'email', value: told.from.toLowerCase() }

const evidenceOf = (told: AtDoor, reading: Reading, found: Found | null): Evidence => ({
  ...(told.kind === 'sms' ? { phone: told.phone } : { email: told.from.toLowerCase() }),
  text: wordsIn(told).slice(0, 1000),
  code:
    reading.meaning === 'subscribe' && reading.asked.by === 'code' ? reading.asked.code : undefined,
  page: found?.page,
})

const wordsIn = (told: AtDoor): string =>
  told.kind === 'sms' ? told.text : `${told.subject}\n${told.text}`.trim()
