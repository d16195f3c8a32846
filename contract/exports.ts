import * as v from 'valibot'
import { KINDS, type Kind } from '../consent/category.ts'
import { LANGUAGES, type Language } from '../consent/company.ts'
import { CONSENT_STATES, type ConsentState } from '../consent/consent-record.ts'
import { HEARD_BY, SOURCES, type HeardBy, type Source } from '../consent/event.ts'
import type * as facts from '../consent/event.ts'
import type { Moment } from '../consent/moment.ts'
import { PROOFS, type Proof } from '../consent/proof.ts'
import { STATUSES, type Status } from '../consent/status.ts'
import { Act, ACT_KINDS, Evidence } from './act.ts'
import type { MembersOf } from './members-of.ts'
import { Timestamp } from './words.ts'

/** What can be had whole: GET /v1/exports/{name}. */
export const EXPORTS = ['people', 'events', 'consent-records'] as const
export type ExportName = (typeof EXPORTS)[number]

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** GET /v1/exports/people and /v1/exports/consent-records. */
export const AskExport = v.strictObject({
  format: v.optional(
    v.pipe(
      v.picklist(EXPORT_FORMATS),
      v.description('Left out: what `Accept` names, else NDJSON.'),
    ),
  ),
})

/** GET /v1/exports/events. */
export const AskExportedEvents = v.strictObject({
  ...AskExport.entries,
  evidence: v.optional(
    v.pipe(v.literal('1'), v.description('With the evidence, which holds numbers.')),
  ),
})

/** A line for each sender and category of a person, as they stand; more lines where a person has two numbers. */
export type PersonRow = {
  readonly person: string
  readonly phone: string | null
  readonly bsuid: string | null
  readonly email: string | null
  readonly external: string | null
  readonly sameAs: readonly string[]
  readonly conflict: string | null
  readonly sender: string
  readonly blocked: boolean
  readonly blockedBy: string | null
  readonly category: string
  readonly status: Status
  readonly proof: Proof | null
  readonly since: string | null
  readonly evidence: string | null
}

const OrNull = v.nullable(v.string())
const said = (text: string) => v.pipe(v.string(), v.description(text))
const saidOrNull = (text: string) => v.nullable(said(text))

export const PersonRow = v.object({
  person: v.string(),
  phone: saidOrNull('In full: whoever has this list can write to everybody in it.'),
  bsuid: OrNull,
  email: OrNull,
  external: OrNull,
  sameAs: v.pipe(
    v.array(v.string()),
    v.description(
      'Persons who are the same; each has lines of their own, with what they themselves are known by.',
    ),
  ),
  conflict: saidOrNull(
    'The event that put in doubt who this is; until it is settled, every answer is a no.',
  ),
  sender: v.string(),
  blocked: v.boolean(),
  blockedBy: saidOrNull('The event that stopped everything.'),
  category: v.string(),
  status: v.picklist(STATUSES),
  proof: v.nullable(v.picklist(PROOFS)),
  since: v.nullable(Timestamp),
  evidence: saidOrNull('The event that the status rests on.'),
} satisfies MembersOf<PersonRow>)

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
  readonly claimedAt: string | null
  readonly receivedAt: string
  readonly kind: facts.Act['kind']
  readonly act: facts.Act
  readonly leaf: string
  readonly evidence?: facts.Evidence | null
}

const Clock = v.pipe(
  v.picklist(['ours', 'provider', 'offline'] as const satisfies readonly Moment['clock'][]),
  v.description(
    'Whose clock says when: ours, a provider’s or your own, or a device’s that was offline.',
  ),
)
const ClaimedAt = v.nullable(
  v.pipe(
    Timestamp,
    v.description('When somebody else’s clock said that it was; null where ours is all there is.'),
  ),
)
const Position = v.nullable(
  v.pipe(v.number(), v.description('Its place in the log; null for about a second.')),
)
const Leaf = said('Its leaf in the log: a SHA-256.')

export const EventRow = v.object({
  position: Position,
  event: v.string(),
  person: v.string(),
  at: v.pipe(Timestamp, v.description('When the person acted.')),
  clock: Clock,
  claimedAt: ClaimedAt,
  receivedAt: Timestamp,
  kind: v.pipe(v.picklist(ACT_KINDS), v.description('That of the act.')),
  act: Act,
  leaf: Leaf,
  evidence: v.exactOptional(v.nullable(Evidence)),
} satisfies MembersOf<EventRow>)

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
  readonly record: string
  readonly company: string
  readonly person: string
  readonly state: ConsentState
  readonly category: string | null
  readonly senders: readonly string[] | null
  readonly at: string
  readonly clock: Moment['clock']
  readonly claimedAt: string | null
  readonly receivedAt: string
  readonly proof: Proof | null
  readonly source: Source | 'message'
  readonly heardBy: HeardBy | null
  readonly form: string | null
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

export const ConsentRecordRow = v.object({
  schema: v.literal('quiero-consent/1'),
  record: said('The event, the state and the category: one record, for ever under this name.'),
  company: v.string(),
  person: v.string(),
  state: v.picklist(CONSENT_STATES),
  category: saidOrNull('Null: every category, at the senders named.'),
  senders: v.nullable(v.pipe(v.array(v.string()), v.description('Null: at every sender.'))),
  at: v.pipe(
    Timestamp,
    v.description(
      'When it counts: a yes at the earliest instant it can have been said, a no at the latest.',
    ),
  ),
  clock: Clock,
  claimedAt: ClaimedAt,
  receivedAt: Timestamp,
  proof: v.nullable(
    v.pipe(
      v.picklist(PROOFS),
      v.description('How it is known to be this person; null for a no, which needs none.'),
    ),
  ),
  source: v.picklist([...SOURCES, 'message']),
  heardBy: v.nullable(v.picklist(HEARD_BY)),
  form: OrNull,
  notice: saidOrNull(
    'The notice’s SHA-256; it and what it said are null where no words of ours were shown.',
  ),
  language: v.nullable(v.picklist(LANGUAGES)),
  business: OrNull,
  statement: OrNull,
  kind: v.nullable(v.picklist(KINDS)),
  title: OrNull,
  example: OrNull,
  frequency: OrNull,
  howToStop: OrNull,
  privacyUrl: OrNull,
  event: v.string(),
  position: Position,
  leaf: Leaf,
} satisfies MembersOf<ConsentRecordRow>)

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
