import type { Sender } from '../../consent/company.ts'
import { yesAt, type Moment } from '../../consent/moment.ts'
import type { Reading } from '../../consent/read-message.ts'
import { isSwitchedOn, replyTo, type ReplyAddress } from '../../consent/reply.ts'
import {
  languageOfWords,
  languageSpokenAt,
  languageToSpeak,
} from '../../consent/spoken-language.ts'
import type { Deps, Records, StoredCompany } from '../ports.ts'
import type { HeardMessage, InboundMessage } from './hear-message.ts'
import { sendingPlaceOf } from './sending-place.ts'

/**
 * Lets the answer to a message wait, in the transaction that stores the message. Only what came from the person is
 * ever answered: through a provider's proved webhook, or handed in under a key.
 */
export const queueReply = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  sender: Sender,
  message: InboundMessage,
  reading: Reading,
  moment: Moment,
  { event, person, act }: HeardMessage,
): Promise<void> => {
  const reply = replyTo(act, reading)
  if (!reply || !isSwitchedOn(sender, reply.kind) || !sendingPlaceOf(deps, stored, sender)) return
  const wished = [
    message.text === null ? null : languageOfWords(message.text),
    languageSpokenAt(message.phone),
  ]
  await records.queueReply({
    ...reply,
    event,
    person,
    sender: sender.id,
    actedAt: yesAt(moment),
    language: languageToSpeak(stored.document.languages, wished),
    to: addressOf(message),
  })
}

/** A number is written as the provider wrote it: in Mexico and Brazil WhatsApp's own differs from what is dialled. */
const addressOf = ({ phone, bsuid, replyTo: told }: InboundMessage): ReplyAddress => {
  const digits = /^(?:whatsapp:)?\+?([1-9]\d{6,14})$/u.exec(told ?? '')?.[1]
  return { number: digits === undefined ? phone : `+${digits}`, bsuid }
}
