import { conflictOf } from '../../consent/block.ts'
import { isPersonId, type PersonId } from '../../consent/mark.ts'
import type { CompanyMemory, Deps, StoredCompany } from '../ports.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { showPerson, type PersonView } from './show-person.ts'

/** What somebody found who looked at who is who. */
export type Settlement = {
  readonly note?: string | undefined
  /** Another person in doubt who is this same one. */
  readonly sameAs?: string | undefined
  /** Makes it repeatable: the same name is the same settlement. */
  readonly name?: string | undefined
}

/**
 * Records that somebody has looked at who is who, so that decisions about this person are made again (design R7).
 * Two who are said to be one are settled together, and are in doubt no more when they are seen together again; else
 * it holds for this person alone. A doubt that comes later stands. Gives what stands then: a provider's clock may be
 * ahead of ours, and its doubt stays until ours has caught up.
 */
export const settlePerson = async (
  deps: Deps,
  stored: StoredCompany,
  id: string,
  { note, sameAs, name }: Settlement,
): Promise<PersonView | Problem> => {
  const memory = deps.memory.of(stored.document.id)
  const eventId =
    name === undefined
      ? deps.ids.newEvent()
      : deps.ids.eventOf(stored.document.id, `api|settle|${name}`)
  const known = name === undefined ? null : await memory.event(eventId)
  if (known) return showPerson(deps, stored, known.event.person)
  const person = await inDoubt(memory, id)
  if (isProblem(person)) return person
  const other = sameAs === undefined ? null : await inDoubt(memory, sameAs)
  if (isProblem(other)) return other
  const moment = { clock: 'ours', receivedAt: deps.now() } as const
  const act = { kind: 'identity_settled' } as const
  const event = { id: eventId, person, moment, act }
  const details = { ...(note !== undefined && { note }), ...(other && { sameAs: other }) }
  await memory.write(async (records) => {
    if (other) await records.tie(person, other, 'same')
    await records.append(event, Object.keys(details).length > 0 ? { details } : null)
  })
  return showPerson(deps, stored, person)
}

const inDoubt = async (memory: CompanyMemory, id: string): Promise<PersonId | Problem> => {
  const known = isPersonId(id) ? await memory.person(id) : null
  if (!known?.person) return problem('person-not-found')
  return conflictOf(known.registers) ? known.person : problem('not-in-conflict')
}
