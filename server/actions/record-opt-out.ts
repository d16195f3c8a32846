import type { Evidence, Source } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { readIdentityForNo } from './read-identity.ts'
import { momentOf, recordAct, type RecordedAct, type TakenAct } from './record-act.ts'

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
  readonly beside?: TakenAct['beside']
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
    beside: taken.beside,
  })
}
