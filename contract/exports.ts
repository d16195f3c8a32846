import * as v from 'valibot'
import type { Kind } from '../consent/category.ts'
import type { Language } from '../consent/company.ts'
import type { ConsentState } from '../consent/consent-record.ts'
import type { Act, Evidence, HeardBy, Source } from '../consent/event.ts'
import type { Moment } from '../consent/moment.ts'
import type { Proof } from '../consent/proof.ts'
import type { Status } from '../consent/status.ts'

/** What can be had whole: GET /v1/exports/{name}. */
export const EXPORTS = ['people', 'events', 'consent-records'] as const
export type ExportName = (typeof EXPORTS)[number]

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** GET /v1/exports/people and /v1/exports/consent-records. */
export const AskExport = v.strictObject({
  /** Left out, what `Accept` names, else NDJSON. */
  format: v.optional(v.picklist(EXPORT_FORMATS)),
})

/** GET /v1/exports/events. */
export const AskExportedEvents = v.strictObject({
  ...AskExport.entries,
  /** `1`: with the evidence, which holds numbers. */
  evidence: v.optional(v.literal('1')),
})

/** A line for each sender and category of a person, as they stand; more lines where a person has two numbers. */
export type PersonRow = {
  readonly person: string
  /** In full: whoever has this list can write to everybody in it. */
  readonly phone: string | null
  readonly bsuid: string | null
  readonly email: string | null
  readonly external: string | null
  /** Persons who are the same; each has lines of their own, with what they themselves are known by. */
  readonly sameAs: readonly string[]
  /** The event that put in doubt who this is, until somebody settles it; every decision is a deny. */
  readonly conflict: string | null
  readonly sender: string
  readonly blocked: boolean
  readonly blockedBy: string | null
  readonly category: string
  readonly status: Status
  readonly proof: Proof | null
  readonly since: string | null
  /** The event that the status rests on. */
  readonly evidence: string | null
}

export const PERSON_COLUMNS = [
  'person',
  'phone',
  'bsuid',
  'email',
  'external',
  'sameAs',
  'conflict',
  'sender',
  'blocked',
  'blockedBy',
  'category',
  'status',
  'proof',
  'since',
  'evidence',
] as const satisfies readonly (keyof PersonRow)[]

/** Everything that happened, in the order of the log; what has no place in it yet comes last. */
export type EventRow = {
  readonly position: number | null
  readonly event: string
  readonly person: string
  readonly at: string
  readonly clock: Moment['clock']
  /** When somebody else's clock said that it was; null where ours is all there is. */
  readonly claimedAt: string | null
  readonly receivedAt: string
  readonly kind: Act['kind']
  readonly act: Act
  readonly leaf: string
  readonly evidence?: Evidence | null
}

export const EVENT_COLUMNS = [
  'position',
  'event',
  'person',
  'at',
  'clock',
  'claimedAt',
  'receivedAt',
  'kind',
  'act',
  'leaf',
] as const satisfies readonly (keyof EventRow)[]

/**
 * What was agreed to, refused or withdrawn, a line for each category of each act, with the words that were shown
 * (after ISO/IEC TS 27560). Nothing in it tells a number.
 */
export type ConsentRecordRow = {
  readonly schema: 'quiero-consent/1'
  /** The event, the state and the category: one record, for ever under this name. */
  readonly record: string
  readonly company: string
  readonly person: string
  readonly state: ConsentState
  /** Null: every category, at the senders named. */
  readonly category: string | null
  /** Null: at every sender. */
  readonly senders: readonly string[] | null
  /** When it counts: a yes at the earliest instant it can have been said, a no at the latest. */
  readonly at: string
  readonly clock: Moment['clock']
  readonly claimedAt: string | null
  readonly receivedAt: string
  /** How we know that it was this person; null for a no, which needs none. */
  readonly proof: Proof | null
  readonly source: Source | 'message'
  readonly heardBy: HeardBy | null
  readonly form: string | null
  /** The notice's hash, and what it said; null where no words of ours were shown. */
  readonly notice: string | null
  readonly language: Language | null
  readonly business: string | null
  readonly statement: string | null
  readonly kind: Kind | null
  readonly title: string | null
  readonly example: string | null
  readonly frequency: string | null
  readonly howToStop: string | null
  readonly privacyUrl: string | null
  readonly event: string
  readonly position: number | null
  readonly leaf: string
}

export const CONSENT_RECORD_COLUMNS = [
  'schema',
  'record',
  'company',
  'person',
  'state',
  'category',
  'senders',
  'at',
  'clock',
  'claimedAt',
  'receivedAt',
  'proof',
  'source',
  'heardBy',
  'form',
  'notice',
  'language',
  'business',
  'statement',
  'kind',
  'title',
  'example',
  'frequency',
  'howToStop',
  'privacyUrl',
  'event',
  'position',
  'leaf',
] as const satisfies readonly (keyof ConsentRecordRow)[]
