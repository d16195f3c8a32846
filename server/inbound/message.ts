import type { Delivered, DeliveredMessage, Seen } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'

/** A person as a provider names them, and how it writes that itself: an answer goes there. */
export type Who = Seen & { readonly replyTo: string | null }

// `ENT` marks the id that a managed business's portfolios share (facts section 9).
export const BSUID = /[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}/u
const WHOLE_BSUID = new RegExp(`^${BSUID.source}$`, 'u')

/** The first of some texts that is a business-scoped id, or null. */
export const firstId = (...texts: readonly (string | null)[]): string | null =>
  texts.find((text) => text !== null && WHOLE_BSUID.test(text)) ?? null

/**
 * A person by everything that a provider calls them: the first number and the first business-scoped id among
 * the names. A person with a username has no number, and some providers then write the id where the number
 * was (providers section 1.2).
 */
export const whoIn = (...names: readonly (string | null)[]): Who => {
  const number = names.find((name) => name !== null && heardPhone(name) !== null) ?? null
  const bsuid = firstId(...names)
  return { phone: number === null ? null : heardPhone(number), bsuid, replyTo: number ?? bsuid }
}

/** What a message says; null where it is no message, or none that is known. */
export type Words = { readonly text: string | null; readonly payload: string | null }

/** A text, or null where there is none: a text message without a text is not understood. */
export const said = (text: string | null): Words | null =>
  text === null ? null : { text, payload: null }

type Told = Omit<DeliveredMessage, 'kind' | 'account' | 'id' | keyof Seen | keyof Words | 'replyTo'>

/** A message of a person, as far as it was understood: without an account, an id, a person or words it is unknown. */
export const messageOf = (
  account: string | null,
  id: string | null,
  { phone, bsuid, replyTo }: Who,
  words: Words | null,
  told: Told,
): Delivered =>
  account === null || id === null || id === '' || replyTo === null || words === null
    ? { kind: 'unknown' }
    : { kind: 'message', account, id, phone, bsuid, ...words, ...told, replyTo }
