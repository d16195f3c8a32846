import * as v from 'valibot'
import type { Act, Evidence } from '../consent/event.ts'
import type { Identity } from '../consent/identity.ts'
import type { Proof } from '../consent/proof.ts'
import type { Status } from '../consent/status.ts'
import { Person } from './identity.ts'

/** POST /v1/people/find. */
export const FindPerson = v.strictObject({ person: Person })
export type FindPerson = v.InferOutput<typeof FindPerson>

/** POST /v1/people/{id}/settle: somebody has looked at who is who. */
export const SettlePerson = v.strictObject({
  /** Who looked, and what they found. */
  note: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
  /** Another person in doubt who is this same one; left out where they are two. */
  sameAs: v.optional(v.pipe(v.string(), v.regex(/^per_[0-9a-f]{32}$/u))),
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

/** One act, when it was done and received, with the evidence that is kept of it and its leaf in the log. */
export type EventShown = {
  readonly id: string
  readonly at: string
  readonly receivedAt: string
  readonly act: Act
  readonly evidence: Evidence | null
  readonly position: number | null
  readonly leaf: string
}

/** GET /v1/people/{id}/events, oldest first. */
export type History = { readonly events: readonly EventShown[] }
