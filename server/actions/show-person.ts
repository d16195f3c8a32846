import { blockOf, conflictOf } from '../../consent/block.ts'
import type { Category, Sender } from '../../consent/company.ts'
import type { Identity } from '../../consent/identity.ts'
import { isE164 } from '../../consent/line.ts'
import { isPersonId, type EventId, type Mark, type PersonId } from '../../consent/mark.ts'
import { masked } from '../../consent/masked.ts'
import { SERVICE_WINDOW } from '../../consent/may-send.ts'
import type { Proof } from '../../consent/proof.ts'
import { held, type Registers } from '../../consent/registers.ts'
import { standingOf, type Standing, type Status } from '../../consent/status.ts'
import type { Deps, KnownPerson, RecordedEvent, StoredCompany } from '../ports.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { policyFor } from './policy-for.ts'
import { readIdentity } from './read-identity.ts'

/** What stands of one category at one sender. Instants are milliseconds. */
export type CategoryView = {
  readonly category: string
  readonly status: Status
  readonly proof: Proof | null
  readonly evidence: EventId | null
  readonly since: number | null
}

/** What stands of a person at one sender. */
export type SenderView = {
  readonly sender: string
  readonly blocked: boolean
  readonly blockedBy: EventId | null
  readonly windowOpenUntil: number | null
  readonly categories: readonly CategoryView[]
}

/** What is known of a person; a phone is masked, since whoever asks by it knows it. */
export type PersonView = {
  readonly id: PersonId
  readonly knownBy: readonly Identity[]
  /** What put in doubt who this is, until somebody settles it. */
  readonly conflict: EventId | null
  readonly senders: readonly SenderView[]
}

/** Finds the person known by an identity, and tells what stands. */
export const findPerson = async (
  deps: Deps,
  stored: StoredCompany,
  wanted: Identity,
): Promise<PersonView | Problem> => {
  const identity = readIdentity(deps, wanted)
  if (isProblem(identity)) return identity
  const known = await deps.memory.of(stored.document.id).whoIs(identity)
  return viewOf(deps, stored, known)
}

/** Tells what stands of a person. */
export const showPerson = async (
  deps: Deps,
  stored: StoredCompany,
  id: string,
): Promise<PersonView | Problem> =>
  isPersonId(id)
    ? viewOf(deps, stored, await deps.memory.of(stored.document.id).person(id))
    : problem('person-not-found')

/** Tells everything that happened with a person, oldest first, with its evidence. */
export const showHistory = async (
  deps: Deps,
  stored: StoredCompany,
  id: string,
): Promise<readonly RecordedEvent[] | Problem> => {
  const memory = deps.memory.of(stored.document.id)
  const isKnown = isPersonId(id) && (await memory.person(id)) !== null
  return isKnown ? memory.eventsOf(id) : problem('person-not-found')
}

const viewOf = async (
  deps: Deps,
  { document: company }: StoredCompany,
  known: KnownPerson | null,
): Promise<PersonView | Problem> => {
  const person = known?.person
  if (!known || !person) return problem('person-not-found')
  const memory = deps.memory.of(company.id)
  const knownBy = await memory.identitiesOf(person)
  const phone = knownBy.find(({ kind }) => kind === 'phone') ?? null
  const senders: SenderView[] = []
  for (const sender of company.senders) {
    const policy = await policyFor(memory, sender, phone, person)
    const block = blockOf(known.registers, sender.id, policy)
    senders.push(senderView(known.registers, sender, company.categories, block, deps.now()))
  }
  const conflict = conflictOf(known.registers)?.by ?? null
  return { id: person, knownBy: knownBy.map(shown), conflict, senders }
}

/** What stands at one sender, where a block is known. */
export const senderView = (
  registers: Registers,
  sender: Sender,
  categories: readonly Category[],
  block: Mark | null,
  now: number,
): SenderView => {
  const window = held(registers, `window/${sender.id}`)
  const closesAt = window ? window.at + SERVICE_WINDOW : 0
  return {
    sender: sender.id,
    blocked: block !== null,
    blockedBy: block?.by ?? null,
    windowOpenUntil: closesAt > now ? closesAt : null,
    categories: categories.map((category) =>
      categoryView(category, standingOf(registers, sender.id, category)),
    ),
  }
}

const categoryView = ({ id: category }: Category, standing: Standing): CategoryView => {
  const { status } = standing
  switch (standing.status) {
    case 'granted':
    case 'pending': {
      const { mark, proof } = standing.status === 'granted' ? standing.grants[0] : standing.best
      return { category, status, proof, evidence: mark.by, since: mark.at }
    }
    case 'revoked':
    case 'denied':
      return { category, status, proof: null, evidence: standing.by.by, since: standing.by.at }
    case 'never_asked':
      return { category, status, proof: null, evidence: null, since: null }
  }
}

const shown = (identity: Identity): Identity =>
  isE164(identity.value) ? { ...identity, value: masked(identity.value) } : identity
