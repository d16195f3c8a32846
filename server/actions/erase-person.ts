import { canonicalJson } from '../../consent/canonical.ts'
import { isPersonId, type EventId, type PersonId } from '../../consent/mark.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

/** Whose data went, and the event that tells of it. */
export type Erased = { readonly person: PersonId; readonly event: EventId }

/**
 * Erases a person, and who is the same: what tells who they are goes, their events' leaves stay, so that every proof of
 * everybody else still holds (design section 6). It is a no at every sender: whoever comes with one of their
 * identities is somebody new, for whom it counts. Done again it is the same erasure.
 */
export const erasePerson = async (
  deps: Deps,
  { document: company }: StoredCompany,
  id: string,
): Promise<Erased | Problem> => {
  const memory = deps.memory.of(company.id)
  if (!isPersonId(id) || !(await memory.person(id))) return problem('person-not-found')
  const event = deps.ids.eventOf(company.id, canonicalJson(['erase', id]))
  const senders = company.senders.map((sender) => sender.id)
  const moment = { clock: 'ours', receivedAt: deps.now() } as const
  await memory.write(async (records) => {
    await records.erase(id)
    await records.append({ id: event, person: id, moment, act: { kind: 'erased', senders } }, null)
  })
  await deps.memory.scrub()
  return { person: id, event }
}
