import { blockOf, conflictOf, lastOptOut } from './block.ts'
import { stricterKind, type Kind } from './category.ts'
import type { Category } from './company.ts'
import { isAfter, type EventId, type Mark } from './mark.ts'
import type { Proof } from './proof.ts'
import type { AllowReason, DenyReason } from './reason.ts'
import { held, type Registers } from './registers.ts'
import type { ResumePolicy } from './resume.ts'
import { standingOf, type Standing, type StandingGrant } from './status.ts'

/** WhatsApp's customer service window: a day from the person's last message (facts section 6). */
export const SERVICE_WINDOW = 24 * 60 * 60 * 1000

const DAY = 24 * 60 * 60 * 1000

/** Everything a decision rests on. Instants are milliseconds. */
export type Question = {
  readonly now: number
  readonly sender: string
  readonly category: Category
  readonly policy: ResumePolicy
  readonly registers: Registers
  /** The category that Meta last gave the template, where one was named. */
  readonly templateKind?: Kind | undefined
  /** Until when the person has paused this sender. */
  readonly pausedUntil?: number | undefined
  /** Whether the source of a yes is on hold. */
  readonly isHeld?: ((event: EventId) => boolean) | undefined
}

/** Whether to send, why, and what proves it. */
export type Decision =
  | {
      readonly allow: true
      readonly reason: AllowReason
      readonly evidence: EventId
      readonly proof: Proof
    }
  | {
      readonly allow: false
      readonly reason: DenyReason
      readonly evidence: EventId | null
      readonly proof: Proof | null
    }

/** May this category be sent to this person from this sender, now (design R8)? What is uncertain is a no. */
export const maySend = (question: Question): Decision => {
  const standing = standingOf(question.registers, question.sender, question.category)
  const grants = grantsIn(standing, question)
  return (
    firstNo(question, grants) ??
    ownNo(standing) ??
    noInTheWay(question) ??
    yesOf(grants, question) ??
    lastNo(standing, grants, question)
  )
}

/** The noes that stand before the status of any category is looked at. */
const firstNo = (question: Question, grants: readonly StandingGrant[]): Decision | null => {
  const { registers, sender } = question
  const conflict = conflictOf(registers)
  if (conflict) return deny('identity_conflict', conflict)
  const block = blockOf(registers, sender, question.policy) ?? marketingBlock(question, grants)
  if (block) return deny('blocked', block)
  const refused = held(registers, `provider_block/${sender}`)
  // Someone who writes to us again has unblocked us.
  if (refused && !isAfter(held(registers, `message/${sender}`), refused)) {
    return deny('provider_block', refused)
  }
  const stop = held(registers, `platform_stop/${sender}`)
  const isStopped = stop && !isAfter(held(registers, `platform_resume/${sender}`), stop)
  if (isStopped && kindOf(question) === 'marketing') return deny('platform_stop', stop)
  return null
}

const marketingBlock = (question: Question, grants: readonly StandingGrant[]): Mark | null =>
  grants.length === 0 ? endOfOldYeses(question) : null

/**
 * The opt-out that ended every earlier yes, or null. Under `service-only` marketing takes a new yes to that very
 * category after it, by link or message, and no older yes counts again (design R5).
 */
const endOfOldYeses = (question: Question): Mark | null =>
  question.policy === 'service-only' && kindOf(question) === 'marketing'
    ? lastOptOut(question.registers, question.sender)
    : null

/** The no to this very category. */
const ownNo = (standing: Standing): Decision | null =>
  standing.status === 'revoked' || standing.status === 'denied'
    ? deny(standing.status, standing.by)
    : null

const noInTheWay = ({ pausedUntil, now, templateKind, category }: Question): Decision | null => {
  if (pausedUntil !== undefined && now < pausedUntil) return deny('paused', null)
  if (templateKind === 'marketing' && category.kind !== 'marketing') {
    return deny('template_is_marketing', null)
  }
  return null
}

/** A yes that is fresh and not held, else the open service window. */
const yesOf = (grants: readonly StandingGrant[], question: Question): Decision | null => {
  const good = grants.find((grant) => lapseOf(grant, question) === null)
  if (good) return allow('consented', good.mark, good.proof)
  const window = openWindow(question)
  return window && allow('service_window', window, 'message')
}

const lastNo = (
  standing: Standing,
  grants: readonly StandingGrant[],
  question: Question,
): Decision => {
  for (const lapse of LAPSES) {
    const lapsed = grants.find((grant) => lapseOf(grant, question) === lapse)
    if (lapsed) return deny(lapse, lapsed.mark, lapsed.proof)
  }
  if (standing.status !== 'pending') return deny('never_asked', null)
  const { mark, proof } = standing.best
  return deny(proof === 'imported' ? 'quarantined' : 'pending', mark, proof)
}

/** The yeses that may be relied on, strongest proof first. */
const grantsIn = (standing: Standing, question: Question): readonly StandingGrant[] => {
  if (standing.status !== 'granted') return []
  const end = endOfOldYeses(question)
  return standing.grants.filter(({ mark }) => isAfter(mark, end))
}

const LAPSES = ['expired', 'needs_renewal', 'held_source'] as const

/** Why a yes that stands does not count now, or null where it does. */
const lapseOf = ({ mark }: StandingGrant, question: Question): (typeof LAPSES)[number] | null => {
  const { validForDays, purposeChangedAt } = question.category
  if (validForDays !== undefined && question.now >= mark.at + validForDays * DAY) return 'expired'
  // An instant that cannot be read is after everything, so that it denies: ISO 8601 allows `+05`, `Date.parse` does not.
  if (purposeChangedAt !== undefined && !(mark.at >= Date.parse(purposeChangedAt))) {
    return 'needs_renewal'
  }
  return question.isHeld?.(mark.by) === true ? 'held_source' : null
}

const openWindow = (question: Question): Mark | null => {
  if (kindOf(question) !== 'service') return null
  const window = held(question.registers, `window/${question.sender}`)
  return window && question.now < window.at + SERVICE_WINDOW ? window : null
}

const kindOf = ({ category, templateKind }: Question): Kind =>
  templateKind ? stricterKind(category.kind, templateKind) : category.kind

const allow = (reason: AllowReason, mark: Mark, proof: Proof): Decision => ({
  allow: true,
  reason,
  evidence: mark.by,
  proof,
})

const deny = (reason: DenyReason, mark: Mark | null, proof: Proof | null = null): Decision => ({
  allow: false,
  reason,
  evidence: mark?.by ?? null,
  proof,
})
