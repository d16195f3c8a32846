import * as v from 'valibot'
import type * as facts from '../consent/event.ts'
import { IDENTITY_KINDS, type Identity } from '../consent/identity.ts'
import { PROOFS, type Proof } from '../consent/proof.ts'
import { STATUSES, type Status } from '../consent/status.ts'
import { Act, Evidence } from './act.ts'
import { Person } from './identity.ts'
import type { MembersOf } from './members-of.ts'
import { Timestamp } from './words.ts'

/** POST /v1/people/find. */
export const FindPerson = v.strictObject({ person: Person })
export type FindPerson = v.InferOutput<typeof FindPerson>

/** POST /v1/people/{id}/settle: somebody has looked at who is who. */
export const SettlePerson = v.strictObject({
  note: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(500),
      v.description('Who looked, and what they found.'),
    ),
  ),
  sameAs: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^per_[0-9a-f]{32}$/u),
      v.description('Another person in doubt who is this same one; left out where they are two.'),
    ),
  ),
})
export type SettlePerson = v.InferOutput<typeof SettlePerson>

/** What stands of a person. A phone is masked: whoever asks by it knows it. */
export type PersonShown = {
  readonly id: string
  readonly knownBy: readonly Identity[]
  /** The event that put in doubt who this is, until somebody settles it; every decision is a deny. */
  readonly conflict: string | null
  readonly senders: readonly {
    readonly sender: string
    readonly blocked: boolean
    readonly blockedBy: string | null
    readonly windowOpenUntil: string | null
    readonly categories: readonly {
      readonly category: string
      readonly status: Status
      readonly proof: Proof | null
      readonly evidence: string | null
      readonly since: string | null
    }[]
  }[]
}

type SenderShown = PersonShown['senders'][number]

export const PersonShown = v.object({
  id: v.string(),
  knownBy: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(IDENTITY_KINDS),
        value: v.string(),
      } satisfies MembersOf<Identity>),
    ),
    v.description('A phone is masked: whoever asks by it knows it.'),
  ),
  conflict: v.nullable(
    v.pipe(
      v.string(),
      v.description(
        'The event that put in doubt who this is; until it is settled, every answer is a no.',
      ),
    ),
  ),
  senders: v.array(
    v.object({
      sender: v.string(),
      blocked: v.boolean(),
      blockedBy: v.nullable(
        v.pipe(v.string(), v.description('The event that stopped everything.')),
      ),
      windowOpenUntil: v.nullable(
        v.pipe(Timestamp, v.description('Until when a service message is allowed.')),
      ),
      categories: v.array(
        v.object({
          category: v.string(),
          status: v.picklist(STATUSES),
          proof: v.nullable(v.picklist(PROOFS)),
          evidence: v.nullable(v.pipe(v.string(), v.description('The event that it rests on.'))),
          since: v.nullable(Timestamp),
        } satisfies MembersOf<SenderShown['categories'][number]>),
      ),
    } satisfies MembersOf<SenderShown>),
  ),
} satisfies MembersOf<PersonShown>)

/** DELETE /v1/people/{id}. */
export type PersonErased = { readonly id: string; readonly event: string }

export const PersonErased = v.object({
  id: v.string(),
  event: v.pipe(v.string(), v.description('The event that tells of it: a no at every sender.')),
} satisfies MembersOf<PersonErased>)

/** One act, when it was done and received, with the evidence that is kept of it and its leaf in the log. */
export type EventShown = {
  readonly id: string
  readonly at: string
  readonly receivedAt: string
  readonly act: facts.Act
  readonly evidence: facts.Evidence | null
  readonly position: number | null
  readonly leaf: string
}

export const EventShown = v.object({
  id: v.string(),
  at: v.pipe(Timestamp, v.description('When the person acted.')),
  receivedAt: v.pipe(Timestamp, v.description('When it was received.')),
  act: Act,
  evidence: v.nullable(Evidence),
  position: v.nullable(
    v.pipe(v.number(), v.description('Its place in the log; null for about a second.')),
  ),
  leaf: v.pipe(v.string(), v.description('Its leaf in the log: a SHA-256.')),
} satisfies MembersOf<EventShown>)

/** GET /v1/people/{id}/events, oldest first. */
export type History = { readonly events: readonly EventShown[] }

export const History = v.object({
  events: v.array(EventShown),
} satisfies MembersOf<History>)
