import { canonicalJson } from '../../consent/canonical.ts'
import type { Identity } from '../../consent/identity.ts'
import type { EventId, PersonId } from '../../consent/mark.ts'
import type { Moment } from '../../consent/moment.ts'
import { bondByParent, recognise, type Recognition, type Seen } from '../../consent/recognise.ts'
import type { Deps, Records } from '../ports.ts'

/** What a message or a form shows of who acts. */
export type Sighting = {
  readonly phone: string | null
  readonly bsuid: string | null
  /** The id that all portfolios of a managed business share, where it is shown beside the portfolio's own. */
  readonly parent?: string | undefined
}

/**
 * Finds or begins the person who acts, and stores what was learned of who is who (design R7). `at` is when they acted.
 * Nothing is learned of a delivery whose `event` is known: an erasure since then would be undone.
 */
export const recognisePerson = async (
  deps: Deps,
  records: Records,
  sighting: Sighting,
  at: number,
  event: EventId | null,
): Promise<Recognition> => {
  const phone = await seen(records, sighting.phone && { kind: 'phone', value: sighting.phone })
  const bsuid = await seen(records, sighting.bsuid && { kind: 'bsuid', value: sighting.bsuid })
  const recognition = recognise(phone, bsuid, at, deps.ids.newPerson())
  if (recognition.binds.length > 0 && event !== null && (await records.isKnown(event))) {
    return { ...recognition, binds: [], ties: [], inConflict: [] }
  }
  for (const { identity, person } of recognition.binds) await records.bind(identity, person, at)
  for (const { person, other, bond } of recognition.ties) await records.tie(person, other, bond)
  if (sighting.parent !== undefined) await meetParent(records, recognition, sighting.parent, at)
  return recognition
}

const meetParent = async (
  records: Records,
  { person }: Recognition,
  parent: string,
  at: number,
): Promise<void> => {
  const identity = { kind: 'bsuid', value: parent } as const
  const known = await records.acquaintance(identity)
  if (!known) return records.bind(identity, person, at)
  const own = await records.acquaintanceOf(person)
  const bond = bondByParent(own, known)
  if (bond) await records.tie(person, known.person, bond)
}

/** Records, for each person that a delivery puts in doubt, that somebody has to look (design R7). */
export const recordConflicts = async (
  deps: Deps,
  records: Records,
  company: string,
  delivery: string,
  moment: Moment,
  inConflict: readonly PersonId[],
): Promise<void> => {
  for (const person of inConflict) {
    const id = deps.ids.eventOf(company, canonicalJson([delivery, 'conflict', person]))
    await records.append({ id, person, moment, act: { kind: 'identity_conflict' } }, null)
  }
}

/** Finds or begins the person known by one identity of any kind. */
export const personKnownBy = async (
  deps: Deps,
  records: Records,
  identity: Identity,
  at: number,
): Promise<PersonId> => {
  const known = await records.personWith(identity)
  if (known !== null) return known
  const person = deps.ids.newPerson()
  await records.bind(identity, person, at)
  return person
}

const seen = async (records: Records, identity: Identity | null | ''): Promise<Seen | null> =>
  identity ? { identity, known: await records.acquaintance(identity) } : null
