import { canonicalJson } from '../../consent/canonical.ts'
import type { Act, Evidence } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import type { EventId, PersonId } from '../../consent/mark.ts'
import type { Moment } from '../../consent/moment.ts'
import type { Deps, RecordedEvent, Records } from '../ports.ts'
import { problem, type Problem } from './problem.ts'
import { personKnownBy } from './recognise-person.ts'

/** An act that did not come as a message, of somebody who is known by one identity. */
export type TakenAct = {
  /** Makes the act repeatable: the same name is the same act, for ever. */
  readonly name: string | null
  readonly identity: Identity
  readonly moment: Moment
  readonly act: Act
  readonly evidence: Evidence
  /** What else is written with the act, if it is new. */
  readonly beside?: ((records: Records) => Promise<void>) | undefined
}

/** What an act was stored as, and for whom. */
export type RecordedAct = { readonly event: EventId; readonly person: PersonId }

/**
 * Records an act. Again under its name it is answered as it was the first time; another act under that name is
 * refused, since a no that was taken for a repeat would be lost.
 */
export const recordAct = async (
  deps: Deps,
  company: string,
  taken: TakenAct,
): Promise<RecordedAct | Problem> => {
  const { name, identity, moment, act } = taken
  const memory = deps.memory.of(company)
  const id = name === null ? deps.ids.newEvent() : deps.ids.eventOf(company, name)
  const known = name === null ? null : await memory.event(id)
  if (known) return asRepeated(known, taken)
  const evidence = { [identity.kind]: identity.value, ...taken.evidence }
  const { person, isNew } = await memory.write(async (records) => {
    const owner = await personKnownBy(deps, records, identity, moment.receivedAt)
    const appended = await records.append({ id, person: owner, moment, act }, evidence)
    if (appended) await taken.beside?.(records)
    return { person: owner, isNew: appended }
  })
  if (isNew) return { event: id, person }
  const first = await memory.event(id)
  if (!first) throw new Error('an act that is known is missing')
  return asRepeated(first, taken)
}

/** When an act was done that our clock saw, or a device that kept it. */
export const momentOf = (receivedAt: number, claimedAt: number | undefined): Moment =>
  claimedAt === undefined
    ? { clock: 'ours', receivedAt }
    : { clock: 'offline', claimedAt, receivedAt }

const asRepeated = (
  { event, evidence }: RecordedEvent,
  { identity, act }: TakenAct,
): RecordedAct | Problem => {
  // Where the evidence is erased nothing tells any more whose act it was.
  const isSamePerson = evidence === null || evidence[identity.kind] === identity.value
  const isSame = isSamePerson && canonicalJson(event.act) === canonicalJson(act)
  return isSame ? { event: event.id, person: event.person } : problem('attempt-already-used')
}
