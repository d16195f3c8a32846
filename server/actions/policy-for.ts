import type { Sender } from '../../consent/company.ts'
import type { Identity } from '../../consent/identity.ts'
import type { PersonId } from '../../consent/mark.ts'
import { resumePolicy, type ResumePolicy } from '../../consent/resume.ts'
import type { CompanyMemory } from '../ports.ts'

/** What brings this person back at a sender: the document's word, else by the person's number (design R5). */
export const policyFor = async (
  memory: CompanyMemory,
  sender: Sender,
  identity: Identity | null,
  person: PersonId | null,
): Promise<ResumePolicy> => {
  const known =
    person && restsOnIdentities(sender, identity) ? await memory.identitiesOf(person) : []
  return policyOf(sender, identity, known)
}

/** Whether all that the person is known by has to be looked up for that. */
export const restsOnIdentities = (sender: Sender, identity: Identity | null): boolean =>
  sender.resume === undefined && identity?.kind !== 'phone'

/** The same of what the person is known by, as far as it was looked up. */
export const policyOf = (
  sender: Sender,
  identity: Identity | null,
  known: readonly Identity[],
): ResumePolicy => {
  if (!restsOnIdentities(sender, identity)) {
    return resumePolicy(sender.resume, identity?.value ?? null)
  }
  const all = identity ? [identity, ...known] : known
  return all.some(isNorthAmerican) ? resumePolicy(undefined, '+1') : resumePolicy(undefined, null)
}

// A business-scoped id begins with the country of its person's number (facts section 9).
const isNorthAmerican = ({ kind, value }: Identity): boolean =>
  (kind === 'phone' && value.startsWith('+1')) || (kind === 'bsuid' && /^(?:US|CA)\./u.test(value))
