import { blockOf } from './block.ts'
import type { Category } from './company.ts'
import { isAfter, latest, type EventId } from './mark.ts'
import { maySend, SERVICE_WINDOW } from './may-send.ts'
import { held, type Registers } from './registers.ts'
import type { ReplyKind, SaidReply } from './reply.ts'
import type { ResumePolicy } from './resume.ts'
import { standingOf } from './status.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * How long after the person's message a reply may still be said, in milliseconds. An opt-out is confirmed once,
 * within five minutes (47 CFR 64.1200(a)(12)); an answer that is an hour late answers nothing; what was agreed is worth
 * telling when a server comes back after a weekend, by a template then.
 */
export const SAID_WITHIN = {
  confirmOptIn: 72 * HOUR,
  confirmOptOut: 5 * MINUTE,
  help: HOUR,
  askBack: HOUR,
  freshLink: HOUR,
} as const satisfies Record<ReplyKind, number>

/**
 * Within which time the same words are not said twice, in milliseconds: two machines would go on for ever. Who says
 * yes again may well wait for an answer again; an opt-out is confirmed once in its own way.
 */
const NOT_AGAIN_WITHIN = {
  confirmOptIn: MINUTE,
  confirmOptOut: 0,
  help: 10 * MINUTE,
  askBack: 10 * MINUTE,
  freshLink: 10 * MINUTE,
} as const satisfies Record<ReplyKind, number>

/** Why a reply is not said; each is counted. */
export const WITHHELD = [
  'too_late',
  'identity_conflict',
  'provider_block',
  'blocked',
  'superseded',
  'already_said',
  'no_longer_stands',
  'said_lately',
  'switched_off',
  'cannot_send',
  'no_template',
] as const
export type Withheld = (typeof WITHHELD)[number]

/** However different the words are, nobody is answered more often than this within an hour. */
const MOST_IN_AN_HOUR = 10

/** Everything that a reply is judged by, at the moment when it would be said. Instants are milliseconds. */
export type ReplyQuestion = {
  readonly kind: ReplyKind
  readonly event: EventId
  readonly actedAt: number
  readonly now: number
  readonly sender: string
  readonly policy: ResumePolicy
  readonly registers: Registers
  /** What the reply is about, as the document has it now; none where it is about everything. */
  readonly categories: readonly Category[]
  /** Whether the reply was about categories when it was queued. */
  readonly isOfEverything: boolean
  /** The senders that a yes was given to, and what brings the person back at each. */
  readonly grantedTo: readonly { readonly sender: string; readonly policy: ResumePolicy }[]
  /** What this sender said to this person before, or may have. */
  readonly said: readonly SaidReply[]
}

/** Whether to say it, of which categories it still holds, and whether words of our own may be used. */
export type ReplyJudgement =
  | { readonly may: true; readonly categories: readonly string[]; readonly isWindowOpen: boolean }
  | { readonly may: false; readonly why: Withheld }

/**
 * May this reply be said now? Asked again at every attempt, since people change their mind meanwhile. To somebody
 * who is blocked goes nothing but the one confirmation of the opt-out that blocks them.
 */
export const mayReplyNow = (question: ReplyQuestion): ReplyJudgement => {
  const { kind, actedAt, now } = question
  if (now - actedAt > SAID_WITHIN[kind]) return withheld('too_late')
  const inTheWay = obstacleTo(question)
  if (inTheWay) return withheld(inTheWay)
  const isStop = kind === 'confirmOptOut' && question.isOfEverything
  const why = isStop ? whyNotConfirmed(question) : whenBlocked(question)
  if (why) return withheld(why)
  const categories = stillTrue(question)
  if (categories.length === 0 && !question.isOfEverything) return withheld('no_longer_stands')
  const window = held(question.registers, `window/${question.sender}`)
  const isWindowOpen = window !== null && now < window.at + SERVICE_WINDOW
  return { may: true, categories, isWindowOpen }
}

const withheld = (why: Withheld): ReplyJudgement => ({ may: false, why })

const obstacleTo = ({ kind, registers, sender }: ReplyQuestion): Withheld | null => {
  const conflict = held(registers, 'conflict')
  const isDoubtful = conflict && !isAfter(held(registers, 'settled'), conflict)
  // Whoever wrote the no may hear that it is heard, whoever else they may be.
  if (isDoubtful && kind !== 'confirmOptOut') return 'identity_conflict'
  const refused = held(registers, `provider_block/${sender}`)
  return refused && !isAfter(held(registers, `window/${sender}`), refused) ? 'provider_block' : null
}

const whenBlocked = ({ registers, sender, policy }: ReplyQuestion): Withheld | null =>
  blockOf(registers, sender, policy) === null ? null : 'blocked'

/** Why an opt-out is not confirmed: it has been, a later one will be, or the person has come back. */
const whyNotConfirmed = (question: ReplyQuestion): Withheld | null => {
  const { registers, sender, policy, event, said } = question
  if (blockOf(registers, sender, policy) === null) return 'no_longer_stands'
  if (held(registers, `stopped/${sender}`)?.by !== event) return 'superseded'
  const back = latest([held(registers, `message/${sender}`), held(registers, `returned/${sender}`)])
  const isConfirmed = said.some(
    (one) =>
      one.kind === 'confirmOptOut' &&
      one.isOfEverything &&
      one.event !== event &&
      (back === null || one.actedAt >= back.at),
  )
  return isConfirmed ? 'already_said' : null
}

/** Of the categories that a reply names, those of which it is still true. */
const stillTrue = (question: ReplyQuestion): readonly string[] => {
  const { kind, registers, sender, categories } = question
  if (kind === 'confirmOptIn') {
    return categories.filter((one) => isConsented(question, one)).map(({ id }) => id)
  }
  return categories
    .filter((one) => standingOf(registers, sender, one).status === 'revoked')
    .map(({ id }) => id)
}

const isConsented = ({ now, registers, grantedTo }: ReplyQuestion, category: Category): boolean =>
  grantedTo.some(({ sender, policy }) => {
    const { allow, reason } = maySend({ now, sender, category, policy, registers })
    return allow && reason === 'consented'
  })

/**
 * Whether enough was said: the same words a moment ago, or much within the hour. A new opt-out is confirmed all the
 * same; it blocks, so that nothing follows it.
 */
export const isSaidLately = (
  { kind, event, now, said }: Pick<ReplyQuestion, 'kind' | 'event' | 'now' | 'said'>,
  words: string,
): boolean => {
  if (kind === 'confirmOptOut') return false
  const others = said.filter((one) => one.event !== event && now - one.saidAt < HOUR)
  if (others.length >= MOST_IN_AN_HOUR) return true
  const last = others.reduce<SaidReply | null>(
    (latestOne, one) => (latestOne && latestOne.saidAt >= one.saidAt ? latestOne : one),
    null,
  )
  return last !== null && last.words === words && now - last.saidAt < NOT_AGAIN_WITHIN[kind]
}
