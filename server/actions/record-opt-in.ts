import type { Form } from '../../consent/company.ts'
import type { Evidence } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import { isCredible } from '../../consent/moment.ts'
import type { Proof } from '../../consent/proof.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { formIn } from './find-form.ts'
import { readNoticeToken } from './notice-token.ts'
import { problem, isProblem, type Problem } from './problem.ts'
import { readIdentity } from './read-identity.ts'
import { momentOf, recordAct, type RecordedAct } from './record-act.ts'

/** A yes that the company's own system took, with what it can show for it. */
export type TakenOptIn = {
  readonly form: string
  readonly person: Identity
  readonly categories: readonly string[]
  readonly refused: readonly string[]
  readonly noticeToken?: string | undefined
  readonly proof: Extract<Proof, 'asserted' | 'witnessed'>
  readonly evidence: NonNullable<Evidence['details']>
  readonly language?: string | undefined
  /** When the person acted, where a device kept the act. */
  readonly at?: number | undefined
  readonly id?: string | undefined
}

/** Records a yes that the company took at a checkout, in a shop or on the phone. */
export const recordOptIn = async (
  deps: Deps,
  stored: StoredCompany,
  taken: TakenOptIn,
): Promise<RecordedAct | Problem> => {
  const found = formIn(stored, taken.form)
  if (!found) return problem('form-not-found')
  const { company, form } = found
  const named = [...taken.categories, ...taken.refused]
  if (!named.every((id) => form.categories.includes(id))) return problem('category-not-offered')
  const identity = readIdentity(deps, taken.person, form.countries, form.otherCountries)
  if (isProblem(identity)) return identity
  const moment = momentOf(deps.now(), taken.at)
  if (!isCredible(moment)) return problem('time-not-valid')
  const notice = await noticeNamed(deps, company.id, form, taken.noticeToken)
  if (isProblem(notice)) return notice
  return recordAct(deps, company.id, {
    name: taken.id === undefined ? null : `api|opt-in|${taken.id}`,
    identity,
    moment,
    act: {
      kind: 'opt_in',
      proof: taken.proof,
      source: 'api',
      categories: taken.categories,
      refused: taken.refused,
      senders: notice.senders,
      form: form.id,
      notice: notice.hash,
    },
    evidence: { language: taken.language, details: taken.evidence },
  })
}

type Shown = { readonly hash: string | null; readonly senders: readonly string[] }

/** The notice that was shown and the senders that it named; in the company's own words, the form's sender. */
const noticeNamed = async (
  deps: Deps,
  company: string,
  form: Form,
  token: string | undefined,
): Promise<Shown | Problem> => {
  if (token === undefined) return { hash: null, senders: [form.sender] }
  const read = readNoticeToken(deps.sealer, form.id, token, deps.now())
  if (read === null || read === 'stale') return problem('notice-token-not-valid')
  const notice = await deps.memory.of(company).notice(read.hash)
  if (!notice) return problem('notice-token-not-valid')
  return { hash: read.hash, senders: notice.senders.map(({ id }) => id) }
}
