import { conflictOf } from '../../consent/block.ts'
import { isPersonId } from '../../consent/mark.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { problem, type Problem } from './problem.ts'
import { showPerson, type PersonView } from './show-person.ts'

/**
 * Records that somebody has looked at who is who, so that decisions about this person are made again (design R7). It
 * holds for this person alone; whoever else is in doubt is settled by themselves, and a doubt that comes later stands.
 * Gives what stands then: a provider's clock may be ahead of ours, and its doubt stays until ours has caught up.
 */
export const settlePerson = async (
  deps: Deps,
  stored: StoredCompany,
  id: string,
  note: string | undefined,
): Promise<PersonView | Problem> => {
  const memory = deps.memory.of(stored.document.id)
  const known = isPersonId(id) ? await memory.person(id) : null
  const person = known?.person ?? null
  if (!known || !person) return problem('person-not-found')
  if (!conflictOf(known.registers)) return problem('not-in-conflict')
  const moment = { clock: 'ours', receivedAt: deps.now() } as const
  const event = {
    id: deps.ids.newEvent(),
    person,
    moment,
    act: { kind: 'identity_settled' },
  } as const
  const evidence = note === undefined ? null : { details: { note } }
  await memory.write((records) => records.append(event, evidence))
  return showPerson(deps, stored, person)
}
