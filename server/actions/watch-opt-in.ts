import type { Evidence } from '../../consent/event.ts'
import { isE164 } from '../../consent/line.ts'
import { masked } from '../../consent/masked.ts'
import type { Deps, Sealer } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

const PURPOSE = 'watch'

/** What a page needs to ask whether a form has been confirmed. It repeats when the form is handed in again. */
export const watchTokenOf = (sealer: Sealer, company: string, submission: string): string =>
  `${company}.${sealer.sign(PURPOSE, `${company}.${submission}`)}`

/** Whether a form that was handed in has been confirmed, and by which number, masked. */
export type WatchedOptIn =
  | { readonly status: 'pending' | 'expired' }
  | {
      readonly status: 'confirmed'
      readonly at: number
      readonly from: string | null
      readonly categories: readonly string[]
    }

/** Looks whether the message with a form's code has come. */
export const watchOptIn = async (
  deps: Deps,
  id: string,
  watch: string,
): Promise<WatchedOptIn | Problem> => {
  const [company = '', signature = ''] = watch.split('.')
  if (!deps.sealer.isSigned(PURPOSE, `${company}.${id}`, signature)) {
    return problem('watch-token-not-valid')
  }
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
    categories: submission.categories,
  }
}

const maskedPhoneIn = (evidence: Evidence | null): string | null => {
  const phone = evidence?.phone ?? ''
  return isE164(phone) ? masked(phone) : null
}
