import type { Asked, Reply } from '../shapes.ts'
import { userIdOf } from './user-id.ts'

/** What became of a message: on its way, answered by the webhook, or never sent. */
export type Delivery =
  | { readonly state: 'sending' }
  | { readonly state: 'failed' }
  | { readonly state: 'answered'; readonly status: number; readonly ms: number }
  /** The business wrote it. */
  | { readonly state: 'received' }

/** One message in the chat. */
export type Bubble = {
  readonly key: number
  /** The number of the phone it was sent from or came to, in digits. */
  readonly from: string
  readonly kind: 'text' | 'picture' | 'button' | 'reply'
  readonly text: string
  readonly sentAt: number
  readonly delivery: Delivery
}

/** All that the phone shows. */
export type PhoneState = {
  /** The number as it stands in the field, and the last good one in digits. */
  readonly typed: string
  readonly digits: string
  readonly isWrong: boolean
  readonly isHidden: boolean
  readonly screen: 'list' | 'chat'
  readonly draft: string
  readonly hasPicture: boolean
  readonly bubbles: readonly Bubble[]
}

/** What can happen to a phone. */
export type PhoneAct =
  | { readonly kind: 'number-typed'; readonly text: string }
  | { readonly kind: 'number-changed'; readonly text: string }
  | { readonly kind: 'hiding-chosen'; readonly isHidden: boolean }
  | { readonly kind: 'screen-opened'; readonly screen: 'list' | 'chat' }
  | { readonly kind: 'draft-came'; readonly text: string }
  | { readonly kind: 'draft-typed'; readonly text: string }
  | { readonly kind: 'picture-chosen'; readonly hasPicture: boolean; readonly caption: string }
  | { readonly kind: 'sent'; readonly bubble: Bubble }
  | { readonly kind: 'reply-came'; readonly reply: Reply; readonly at: number }
  | { readonly kind: 'delivered'; readonly key: number; readonly delivery: Delivery }

/** A phone as it comes out of its box. */
export const newPhone = (number: string): PhoneState => ({
  typed: number,
  digits: digitsIn(number),
  isWrong: false,
  isHidden: false,
  screen: 'list',
  draft: '',
  hasPicture: false,
  bubbles: [],
})

/** The phone after something has happened to it. */
export const nextPhone = (state: PhoneState, act: PhoneAct): PhoneState => {
  if (isOfMessages(act)) return withMessages(state, act)
  switch (act.kind) {
    case 'number-typed':
      return { ...state, typed: act.text }
    case 'number-changed':
      return { ...withNumber(state, act.text), draft: '', hasPicture: false }
    case 'hiding-chosen':
      return { ...state, isHidden: act.isHidden }
    case 'screen-opened':
      return { ...state, screen: act.screen }
    case 'draft-came':
      return { ...state, screen: 'chat', draft: act.text, hasPicture: false }
    case 'draft-typed':
      return { ...state, draft: act.text }
    case 'picture-chosen':
      return { ...state, screen: 'chat', hasPicture: act.hasPicture, draft: act.caption }
  }
}

type MessageAct = Extract<PhoneAct, { readonly kind: 'sent' | 'reply-came' | 'delivered' }>

const isOfMessages = (act: PhoneAct): act is MessageAct =>
  act.kind === 'sent' || act.kind === 'reply-came' || act.kind === 'delivered'

const withMessages = (state: PhoneState, act: MessageAct): PhoneState => {
  switch (act.kind) {
    case 'sent':
      return afterSending(state, act.bubble)
    case 'reply-came':
      return withReply(state, act.reply, act.at)
    case 'delivered':
      return { ...state, bubbles: state.bubbles.map((bubble) => delivered(bubble, act)) }
  }
}

/** Whom this phone's messages come from, as the shop's systems get to know it. */
export const askedAbout = ({ digits, isHidden }: PhoneState): Asked =>
  isHidden ? { bsuid: userIdOf(digits) } : { phone: `+${digits}` }

/** The chat as it stands for the number that the phone has now. */
export const chatOf = ({ bubbles, digits }: PhoneState): readonly Bubble[] =>
  bubbles.filter(({ from }) => from === digits)

const digitsIn = (text: string): string => text.replace(/\D/gu, '')

const withNumber = (state: PhoneState, text: string): PhoneState => {
  const digits = digitsIn(text)
  const isWrong = !/^[1-9]\d{7,14}$/u.test(digits)
  return { ...state, typed: text, isWrong, digits: isWrong ? state.digits : digits }
}

const afterSending = (state: PhoneState, bubble: Bubble): PhoneState => ({
  ...state,
  screen: 'chat',
  bubbles: [...state.bubbles, bubble],
  // A button is pressed beside a draft, which stays.
  ...(bubble.kind === 'button' ? {} : { draft: '', hasPicture: false }),
})

/** A reply stands in the chat of the number that it was written to, whichever the phone has now. */
const withReply = (state: PhoneState, { to, bsuid, text }: Reply, at: number): PhoneState => {
  const known = [state.digits, ...state.bubbles.map(({ from }) => from)]
  const from = to ?? known.find((digits) => userIdOf(digits) === bsuid)
  if (from === undefined) return state
  // What a person sends is numbered upwards.
  const key = Math.min(0, ...state.bubbles.map((bubble) => bubble.key)) - 1
  const delivery = { state: 'received' } as const
  const bubble: Bubble = { key, from, kind: 'reply', text, sentAt: at, delivery }
  return { ...state, bubbles: [...state.bubbles, bubble] }
}

const delivered = (
  bubble: Bubble,
  { key, delivery }: { readonly key: number; readonly delivery: Delivery },
): Bubble => (bubble.key === key ? { ...bubble, delivery } : bubble)
