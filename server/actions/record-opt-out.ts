import type { Evidence, Source } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { findForm } from './find-form.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { readIdentityForNo } from './read-identity.ts'
import { momentOf, recordAct, type RecordedAct } from './record-act.ts'

/** A no. It needs no proof (design R3). */
export type TakenOptOut = {
  readonly person: Identity
  /** Left out: all senders. */
  readonly sender?: string | undefined
  /** Left out: everything. */
  readonly categories?: readonly string[] | undefined
  readonly at?: number | undefined
  readonly id?: string | undefined
  readonly source: Source
  readonly evidence?: Evidence | undefined
}

/** Takes a no by a typed number from a form's page: at every sender, at once. */
export const optOutByForm = async (
  deps: Deps,
  form: string,
  taken: Omit<TakenOptOut, 'source' | 'sender'>,
): Promise<RecordedAct | Problem> => {
  const found = await findForm(deps.memory, form)
  if (isProblem(found)) return found
  return recordOptOut(deps, found.stored, { ...taken, source: 'form' }, found.form.countries)
}

/** Records a no that came in any way but a chat. */
export const recordOptOut = async (
  deps: Deps,
  { document: company }: StoredCompany,
  taken: TakenOptOut,
  countries: readonly string[] = [],
): Promise<RecordedAct | Problem> => {
  const all = company.senders.map(({ id }) => id)
  const senders = taken.sender === undefined ? all : all.filter((id) => id === taken.sender)
  if (senders.length === 0) return problem('sender-not-found')
  const known = company.categories.map(({ id }) => id)
  const categories = taken.categories ?? null
  if (categories?.some((id) => !known.includes(id)) === true) return problem('category-not-found')
  const identity = readIdentityForNo(deps, taken.person, countries)
  if (isProblem(identity)) return identity
  return recordAct(deps, company.id, {
    name: taken.id === undefined ? null : `api|opt-out|${taken.id}`,
    identity,
    moment: momentOf(deps.now(), taken.at),
    act: { kind: 'opt_out', source: taken.source, categories, senders },
    evidence: taken.evidence ?? {},
  })
}
