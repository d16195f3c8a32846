import type { Act, Evidence } from '../../consent/event.ts'
import { isE164 } from '../../consent/line.ts'
import { masked } from '../../consent/masked.ts'
import type { Deps, Sealer, Submission } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

const PURPOSE = 'watch'

/** How long a page may still ask after its code has expired. */
const WATCHED_ON = 24 * 60 * 60 * 1000

/**
 * What a page needs to ask whether a form has been confirmed, until a day after its code has expired. It
 * repeats when the form is handed in again.
 */
export const watchTokenOf = (
  sealer: Sealer,
  company: string,
  { id, expiresAt }: Pick<Submission, 'id' | 'expiresAt'>,
): string => {
  const named = `${company}.${(expiresAt + WATCHED_ON).toString(36)}`
  return `${named}.${sealer.sign(PURPOSE, `${named}.${id}`)}`
}

/** The company of a submission that may be watched with a token; null if it is not of that one, or has ended. */
const readWatchToken = (sealer: Sealer, id: string, token: string, now: number): string | null => {
  const [company = '', endsAt = '', signature = ''] = token.split('.')
  const isOurs = sealer.isSigned(PURPOSE, `${company}.${endsAt}.${id}`, signature)
  return isOurs && now < Number.parseInt(endsAt, 36) ? company : null
}

/** Whether a form that was handed in has been confirmed, and by which number, masked. */
export type WatchedOptIn =
  | { readonly status: 'pending' | 'expired' }
  | {
      readonly status: 'confirmed'
      readonly at: number
      readonly from: string | null
      readonly categories: readonly string[]
    }

/** Looks whether the message with a form's code has come. A token that is not good tells nothing, not even that. */
export const watchOptIn = async (
  deps: Deps,
  id: string,
  watch: string,
): Promise<WatchedOptIn | Problem> => {
  const company = readWatchToken(deps.sealer, id, watch, deps.now())
  if (company === null) return problem('opt-in-not-found')
  const memory = deps.memory.of(company)
  const submission = await memory.submission(id)
  if (!submission) return problem('opt-in-not-found')
  if (submission.confirmedBy === null) {
    return { status: deps.now() < submission.expiresAt ? 'pending' : 'expired' }
  }
  const confirmed = await memory.event(submission.confirmedBy)
  if (!confirmed) throw new Error('the message that confirmed is missing')
  return {
    status: 'confirmed',
    at: confirmed.event.moment.receivedAt,
    from: maskedPhoneIn(confirmed.evidence),
    categories: grantedIn(confirmed.event.act) ?? submission.categories,
  }
}

/** What the message itself granted: a button may have asked for less than was ticked. */
const grantedIn = (act: Act): readonly string[] | null =>
  act.kind === 'message' ? (act.granted?.categories ?? null) : null

const maskedPhoneIn = (evidence: Evidence | null): string | null => {
  const phone = evidence?.phone ?? ''
  return isE164(phone) ? masked(phone) : null
}
