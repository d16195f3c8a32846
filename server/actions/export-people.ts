import { blockOf, conflictOf } from '../../consent/block.ts'
import type { Identity } from '../../consent/identity.ts'
import type { EventId, PersonId } from '../../consent/mark.ts'
import type { KnownPerson, ListedPerson, Snapshot, StoredCompany } from '../ports.ts'
import { policyOf, restsOnIdentities } from './policy-for.ts'
import { senderView, type SenderView } from './show-person.ts'

// A page is worked on for some milliseconds, in which nobody else has a turn.
const PAGE = 200

/** A person as they stand, numbers in full. */
export type ExportedPerson = ListedPerson & {
  readonly conflict: EventId | null
  readonly senders: readonly SenderView[]
}

/** Everybody as they stand in a snapshot, page by page in the order of their ids; `asOf` is when it was taken. */
export const exportPeople = async function* (
  { document: company }: StoredCompany,
  snapshot: Snapshot,
  asOf: number,
): AsyncGenerator<readonly ExportedPerson[]> {
  for (let last: PersonId | null = null; ;) {
    const page: readonly ListedPerson[] = await snapshot.peopleAfter(last, PAGE)
    const standing = await standingOf(snapshot, page)
    const people: ExportedPerson[] = []
    for (const listed of page) {
      const registers = standing.get(listed.person)?.registers ?? new Map()
      const known = await identitiesOf(snapshot, listed)
      const identity = namedBy(listed)
      const senders = company.senders.map((sender) => {
        const policy = policyOf(sender, identity, restsOnIdentities(sender, identity) ? known : [])
        const block = blockOf(registers, sender.id, policy)
        return senderView(registers, sender, company.categories, block, asOf)
      })
      people.push({ ...listed, conflict: conflictOf(registers)?.by ?? null, senders })
    }
    yield people
    last = page.at(-1)?.person ?? null
    if (last === null) return
  }
}

/** What they are asked for by: the number where there is one, since that is how decisions are asked for. */
const namedBy = ({ knownBy }: ListedPerson): Identity | null =>
  knownBy.find(({ kind }) => kind === 'phone') ?? knownBy[0] ?? null

/** What counts for each, as a decision would find it: many at once by what they are known by, the others by their ids. */
const standingOf = async (
  snapshot: Snapshot,
  page: readonly ListedPerson[],
): Promise<ReadonlyMap<PersonId, KnownPerson>> => {
  const standing = new Map<PersonId, KnownPerson>()
  const named = page.flatMap((listed) => {
    const identity = namedBy(listed)
    return identity ? [{ person: listed.person, identity }] : []
  })
  const known = await snapshot.whoAre(named.map(({ identity }) => identity))
  for (const [nth, { person }] of named.entries()) {
    const one = known[nth]
    if (one) standing.set(person, one)
  }
  for (const { person } of page) {
    const one = standing.has(person) ? null : await snapshot.person(person)
    if (one) standing.set(person, one)
  }
  return standing
}

const identitiesOf = async (
  snapshot: Snapshot,
  { person, knownBy, sameAs }: ListedPerson,
): Promise<readonly Identity[]> =>
  sameAs.length === 0
    ? knownBy
    : ((await snapshot.identitiesOfEach([person])).get(person) ?? knownBy)
