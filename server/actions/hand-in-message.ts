import { blockOf } from '../../consent/block.ts'
import type { Sender } from '../../consent/company.ts'
import type { Act } from '../../consent/event.ts'
import { heardPhone, type E164 } from '../../consent/line.ts'
import type { EventId, PersonId } from '../../consent/mark.ts'
import type { CompanyMemory, Deps, StoredCompany } from '../ports.ts'
import { hearMessage, type InboundMessage } from './hear-message.ts'
import { policyFor } from './policy-for.ts'
import { isProblem, problem, type Problem } from './problem.ts'

/** A message that the company's own system received, handed in under its key. */
export type HandedInMessage = {
  readonly sender: string
  readonly from: { readonly phone?: string | undefined; readonly bsuid?: string | undefined }
  readonly text?: string | undefined
  readonly payload?: string | undefined
  readonly at?: number | undefined
  readonly id: string
}

/** What it meant: of the first delivery, when it was handed in before. */
export type HeardHandedIn = {
  readonly event: EventId
  readonly act: Extract<Act, { kind: 'message' }>
  readonly isBlocked: boolean
}

/** Hears a message as from a provider, and tells what it meant and changed. */
export const handInMessage = async (
  deps: Deps,
  stored: StoredCompany,
  handedIn: HandedInMessage,
): Promise<HeardHandedIn | Problem> => {
  const company = stored.document
  const sender = company.senders.find(({ id }) => id === handedIn.sender)
  if (!sender) return problem('sender-not-found')
  const message = inboundOf(handedIn, deps.now())
  if (isProblem(message)) return message
  const memory = deps.memory.of(company.id)
  const heard = await memory.write((records) =>
    hearMessage(deps, records, stored, sender, message, 'handed-in'),
  )
  const { event } = heard
  // What was stored, not what was just read: a repeat is answered as its first delivery was.
  const recorded = await memory.event(event)
  if (recorded?.event.act.kind !== 'message') throw new Error('a message that was heard is missing')
  const { act, person } = recorded.event
  // Another message under a known id would be a no that is lost in silence.
  if (person !== heard.person || act.meaning !== heard.act.meaning) {
    return problem('attempt-already-used')
  }
  return { event, act, isBlocked: await isBlocked(memory, sender, message.phone, person) }
}

const inboundOf = (
  { sender, from, text, payload, at, id }: HandedInMessage,
  receivedAt: number,
): InboundMessage | Problem => {
  const phone = from.phone === undefined ? null : heardPhone(from.phone)
  if (from.phone !== undefined && phone === null) return problem('phone-not-valid')
  return {
    delivery: `handed-in|${sender}|${id}`,
    phone,
    bsuid: from.bsuid ?? null,
    text: text ?? null,
    payload: payload ?? null,
    sentAt: at ?? null,
    receivedAt,
  }
}

const isBlocked = async (
  memory: CompanyMemory,
  sender: Sender,
  phone: E164 | null,
  person: PersonId,
): Promise<boolean> => {
  const known = await memory.person(person)
  const policy = await policyFor(memory, sender, phone && { kind: 'phone', value: phone }, person)
  return known !== null && blockOf(known.registers, sender.id, policy) !== null
}
