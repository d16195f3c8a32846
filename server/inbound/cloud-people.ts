import type { Seen } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'
import { field, textAt } from './json.ts'
import { BSUID, firstId } from './message.ts'

/** Where an update names a person: its fields for the phone, the business-scoped id and the parent's. */
export type NamedBy = {
  readonly phone: string
  readonly id: string
  readonly parents: readonly string[]
}

/** A person by phone, business-scoped ids or both; what is hidden is left out, never empty (facts section 9). */
export const whoIn = (
  told: unknown,
  { phone, id, parents }: NamedBy,
  contacts: readonly unknown[],
): Seen => {
  const from = textAt(told, phone)
  const contact = contactOf(contacts, from)
  const own = firstId(textAt(told, id), textAt(contact, 'user_id'), from)
  const parent = firstId(
    ...parents.map((name) => textAt(told, name)),
    textAt(contact, 'parent_user_id'),
  )
  return seenBy(from, own, parent)
}

/** Somebody by a number as WhatsApp writes it and by an id; the parent's stands in where there is no other. */
export const seenBy = (number: string | null, own: string | null, parent: string | null): Seen => {
  const seen = { phone: number === null ? null : heardPhone(number), bsuid: own ?? parent }
  return own === null || parent === null ? seen : { ...seen, parent }
}

/** The contact of a number; one without a number is this person's where it is the only one. */
const contactOf = (contacts: readonly unknown[], from: string | null): unknown => {
  const [only] = contacts
  const isAlone = contacts.length === 1 && textAt(only, 'wa_id') === null
  const contact = contacts.find((one) => from !== null && textAt(one, 'wa_id') === from)
  return contact ?? (isAlone ? only : null)
}

/** Whether an update shows anybody. */
export const isSomebody = ({ phone, bsuid }: Seen): boolean => phone !== null || bsuid !== null

/** A time in whole seconds, told as text or as a number, in milliseconds. */
export const secondsAt = (told: unknown, name = 'timestamp'): number | null => {
  const seconds = Number(field(told, name))
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1000 : null
}

const FROM_TO = new RegExp(` from (${BSUID.source}) to (${BSUID.source})$`, 'u')

/** The id that a person had before, as the note's own sentence ends: "… changed from US.1 to US.2". */
export const idBefore = (sentence: string | null, after: string | null): string | null => {
  const found = FROM_TO.exec(sentence?.slice(-400) ?? '')
  return found?.[2] === after ? (found?.[1] ?? null) : null
}
