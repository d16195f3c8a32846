import type { DeliveredChange, Seen } from '../../consent/delivered.ts'
import type { Identity } from '../../consent/identity.ts'
import { momentTold, noAt } from '../../consent/moment.ts'
import type { Recognition } from '../../consent/recognise.ts'
import type { Heard } from './hear-delivered.ts'
import { recognisePerson, recordConflicts } from './recognise-person.ts'

/**
 * Hears that a person has another number or id. It may be another person by now: whoever is known by the new one
 * inherits every no and no yes, and what was agreed stays with the old one (design R7). Where the note does not
 * say who changed, or says that one person became the same one, somebody has to look.
 */
export const hearIdentityChange = async (
  { deps, records, stored, inbound, delivery }: Heard,
  { before, after, sentAt }: DeliveredChange,
): Promise<null> => {
  const moment = momentTold(sentAt, inbound.receivedAt)
  // Later than all that was written in the same second, which the note came after.
  const at = noAt(moment)
  const old = isAnybody(before) ? await recognisePerson(deps, records, before, at, null) : null
  const next = await recognisePerson(deps, records, after, at, null)
  const isResolved = old !== null && !(await areOne(records, old, next, before))
  if (isResolved) await records.tie(next.person, old.person, 'noes')
  const inConflict = new Set([
    ...(old?.inConflict ?? []),
    ...next.inConflict,
    ...(isResolved ? [] : [next.person]),
  ])
  await recordConflicts(deps, records, stored.document.id, delivery, moment, [...inConflict])
  return null
}

const isAnybody = ({ phone, bsuid }: Seen): boolean => phone !== null || bsuid !== null

const areOne = async (
  records: Heard['records'],
  old: Recognition,
  next: Recognition,
  before: Seen,
): Promise<boolean> => {
  if (old.person === next.person) return true
  // By the id where it is told: the number may have gone on to the new one in a message that came before the note.
  const identity: Identity =
    before.bsuid === null
      ? { kind: 'phone', value: before.phone ?? '' }
      : { kind: 'bsuid', value: before.bsuid }
  const { knownBy } = await records.acquaintanceOf(next.person)
  return knownBy.some(({ kind, value }) => kind === identity.kind && value === identity.value)
}
