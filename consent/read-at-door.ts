import type { Company, Door, Sender } from './company.ts'
import type { DeliveredMail, DeliveredSms } from './delivered.ts'
import { readMessage, type Meaning, type Reading } from './read-message.ts'

/** The senders that a door speaks for: all of them, where it names none. */
export const sendersBehind = ({ senders }: Company, door: Door): readonly Sender[] =>
  senders.filter(({ id }) => door.senders?.includes(id) ?? true)

/** What a door is told in words: an e-mail has a subject and a text, and a code may stand in its address. */
export const textsAtDoor = (
  told: DeliveredSms | DeliveredMail,
  { keywords = [] }: Company,
): readonly string[] => {
  if (told.kind === 'sms') return [told.text]
  const [keyword] = keywords
  const byAddress = keyword && told.code !== null ? [`${keyword.word} ${told.code}`] : []
  return [told.subject, told.text, ...byAddress].filter((text) => text !== '')
}

const STRONGEST_FIRST: readonly Meaning[] = [
  'opt_out',
  'unsubscribe_category',
  'opt_out_suspected',
  'subscribe',
  'resume',
  'help',
  'other',
]

/**
 * What is said through a door, whose senders may each take other words for an opt-out: a no that any of them
 * hears in any of the texts is one (design R4). `texts` are an SMS, or an e-mail's subject and its own words.
 */
export const readAtDoor = (
  texts: readonly string[],
  company: Company,
  senders: readonly Sender[],
): Reading => {
  const readings = senders.flatMap((sender) =>
    texts.map((text) => readMessage({ text, payload: null }, { company, sender })),
  )
  for (const meaning of STRONGEST_FIRST) {
    const found = readings.find((reading) => reading.meaning === meaning)
    if (found) return found
  }
  return { meaning: 'other' }
}

/** Whether everything stops at the senders behind a door. */
export const stopsAtDoor = ({ meaning }: Reading, senders: readonly Sender[]): boolean =>
  meaning === 'opt_out' ||
  (meaning === 'opt_out_suspected' && senders.some(({ strictRevocation }) => strictRevocation))
