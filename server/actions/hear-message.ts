import { canonicalJson } from '../../consent/canonical.ts'
import type { Sender } from '../../consent/company.ts'
import type { Act, Evidence, Grant, HeardBy } from '../../consent/event.ts'
import { readLinkCode } from '../../consent/link-code.ts'
import type { E164 } from '../../consent/line.ts'
import type { EventId, PersonId } from '../../consent/mark.ts'
import { momentOf, yesAt } from '../../consent/moment.ts'
import type { Asked } from '../../consent/keyword.ts'
import { noticeOf } from '../../consent/notice.ts'
import { readMessage, type Reading } from '../../consent/read-message.ts'
import { languageSpokenAt } from '../../consent/spoken-language.ts'
import type { Deps, Records, StoredCompany } from '../ports.ts'
import { formIn, languageOf } from './find-form.ts'
import { queueReply } from './queue-reply.ts'
import { recognisePerson, recordConflicts } from './recognise-person.ts'

/** A message that a person sent to a sender, as a provider or the company's own system tells it. */
export type InboundMessage = {
  /** Names the delivery for ever: provider, account and message id. */
  readonly delivery: string
  readonly phone: E164 | null
  readonly bsuid: string | null
  readonly text: string | null
  readonly payload: string | null
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
  const moment = momentOf(message.sentAt, message.receivedAt)
  const reading = readMessage(message, { company, sender })
  const recognition = await recognisePerson(deps, records, message, yesAt(moment))
  const { person } = recognition
  const found = await grantOf(deps, records, stored, reading, message, event)
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
  if (isNew) await queueReply(deps, records, stored, sender, message, reading, moment, heard)
  return heard
}

const stops = ({ meaning }: Reading, sender: Sender): boolean =>
  meaning === 'opt_out' || (meaning === 'opt_out_suspected' && sender.strictRevocation === true)

/** What is granted, and the page where it was ticked if that is not known otherwise. */
type Found = { readonly grant: Grant; readonly page?: string | undefined }

/** What a subscription grants, with the notice that says so; null where it grants nothing (design R6). */
const grantOf = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  reading: Reading,
  message: InboundMessage,
  event: EventId,
): Promise<Found | null> => {
  if (reading.meaning !== 'subscribe') return null
  const { asked } = reading
  switch (asked.by) {
    case 'nothing':
      return null
    case 'code':
      return grantByCode(
        deps,
        records,
        stored,
        asked,
        yesAt(momentOf(message.sentAt, message.receivedAt)),
        event,
      )
    case 'form':
    case 'categories':
      return grantByKeyword(
        deps,
        records,
        stored,
        reading.form,
        asked.by === 'categories' ? asked.categories : null,
        message.phone,
      )
  }
}

const grantByCode = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  asked: Extract<Asked, { by: 'code' }>,
  sentAt: number,
  event: EventId,
): Promise<Found | null> => {
  const code = readLinkCode(asked.code)
  const submission = code === null ? null : await records.submissionByCode(code)
  if (!submission || sentAt >= submission.expiresAt) return null
  const isFirst =
    submission.confirmedBy === event || (await records.confirmSubmission(submission.id, event))
  if (!isFirst) return null
  const { form, notice: hash } = submission
  const notice = await deps.memory.of(stored.document.id).notice(hash)
  if (!notice) throw new Error('the notice of a form that was handed in is missing')
  // A button may ask for less than was ticked, never for more.
  const categories = submission.categories.filter((id) => asked.categories?.includes(id) ?? true)
  const senders = notice.senders.map(({ id }) => id)
  const page = submission.page ?? undefined
  return { grant: { categories, senders, form, notice: hash }, page }
}

const grantByKeyword = async (
  deps: Deps,
  records: Records,
  stored: StoredCompany,
  id: string,
  categories: readonly string[] | null,
  phone: string | null,
): Promise<Found | null> => {
  const found = formIn(stored, id)
  if (!found) return null
  const notice = noticeOf(found.company, found.form, languageOf(found, languageSpokenAt(phone)))
  const hash = deps.sealer.digest(canonicalJson(notice))
  await records.keepNotice(hash, notice)
  return {
    grant: {
      categories: categories ?? found.form.categories,
      senders: notice.senders.map((sender) => sender.id),
      form: id,
      notice: hash,
    },
  }
}

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
