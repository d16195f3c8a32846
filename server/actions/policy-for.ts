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
  if (sender.resume !== undefined || identity?.kind === 'phone') {
    return resumePolicy(sender.resume, identity?.value ?? null)
  }
  const known = person ? await memory.identitiesOf(person) : []
  const all = identity ? [identity, ...known] : known
  return all.some(isNorthAmerican) ? resumePolicy(undefined, '+1') : resumePolicy(undefined, null)
}

// A business-scoped id begins with the country of its person's number (facts section 9).
const isNorthAmerican = ({ kind, value }: Identity): boolean =>
  (kind === 'phone' && value.startsWith('+1')) || (kind === 'bsuid' && /^(?:US|CA)\./u.test(value))
