import * as v from 'valibot'
import { KINDS } from '../consent/category.ts'
import { BADGES } from '../consent/company.ts'
import { CONSENT_STATES } from '../consent/consent-record.ts'
import { isEventId, isPersonId } from '../consent/mark.ts'
import type * as facts from '../consent/moment.ts'
import type * as words from '../consent/notice.ts'
import type * as parts from '../consent/proof-file.ts'
import { Act, Evidence } from './act.ts'
import type { MembersOf } from './members-of.ts'
import { Language } from './words.ts'

const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))
const Instant = v.pipe(v.number(), v.description('Milliseconds since 1970.'))
const OrNull = v.nullable(v.string())
const Names = v.array(v.string())

type ClaimedMoment = Extract<facts.Moment, { readonly claimedAt: number }>

const Moment = v.variant('clock', [
  v.object({ clock: v.literal('ours'), receivedAt: Instant }),
  v.object({
    clock: v.picklist(['provider', 'offline']),
    claimedAt: Instant,
    receivedAt: Instant,
  } satisfies MembersOf<ClaimedMoment>),
])

const ProvenEvent = v.object({
  position: v.pipe(v.number(), v.description('Its index in the log.')),
  leaf: v.pipe(Hash, v.description('SHA-256 of the salted canonical event.')),
  event: v.object({
    id: v.pipe(v.string(), v.guard(isEventId)),
    person: v.pipe(v.string(), v.guard(isPersonId)),
    moment: Moment,
    act: Act,
  } satisfies MembersOf<parts.ProvenEvent['event']>),
  evidence: v.nullable(Evidence),
  salt: v.nullable(
    v.pipe(v.string(), v.description('Hexadecimal; null, with the evidence, once it is erased.')),
  ),
  path: v.pipe(
    Names,
    v.description(
      'From the leaf to the root of the checkpoint, in base64 (RFC 6962, section 2.1.1).',
    ),
  ),
} satisfies MembersOf<parts.ProvenEvent>)

const Notice = v.object({
  schema: v.literal('quiero-notice/1'),
  company: v.object({ id: v.string(), name: v.string(), businessManagerId: v.string() }),
  form: v.string(),
  language: Language,
  senders: v.array(
    v.object({
      id: v.string(),
      phone: v.string(),
      displayName: v.string(),
      badge: v.picklist(BADGES),
    } satisfies MembersOf<words.NoticeSender>),
  ),
  statement: v.string(),
  categories: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(KINDS),
      title: v.string(),
      example: v.string(),
      frequency: v.string(),
    } satisfies MembersOf<words.NoticeCategory>),
  ),
  howToStop: v.string(),
  notCondition: v.string(),
  privacy: v.object({ text: v.string(), url: v.string() }),
  trademark: v.string(),
  buttons: v.object({ yes: v.string(), no: v.string() }),
} satisfies MembersOf<words.Notice>)

const ProvenNotice = v.object({
  hash: v.pipe(Hash, v.description('SHA-256 of the notice’s canonical JSON.')),
  notice: Notice,
  html: v.pipe(v.string(), v.description('The words as a page shows them.')),
} satisfies MembersOf<parts.ProvenNotice>)

type Processing = parts.ProvenRecord['pii_processing']

const Purpose = v.object({
  purpose: v.nullable(v.pipe(v.string(), v.description('The category; null: every one.'))),
  title: OrNull,
  purpose_type: OrNull,
  lawful_basis: v.literal('consent'),
  pii_information: Names,
  pii_controllers: Names,
  collection_method: v.string(),
  processing_method: v.string(),
  recipient_third_parties: Names,
  frequency: OrNull,
  withdrawal_method: OrNull,
  storage_locations: Names,
  retention_period: OrNull,
  jurisdiction: OrNull,
} satisfies MembersOf<Processing['purposes'][number]>)

const ProvenRecord = v.object({
  schema_version: v.literal('quiero-consent/1'),
  record_id: v.pipe(v.string(), v.description('The event, the state and the category.')),
  pii_principal_id: v.pipe(v.string(), v.description('The person; never a number.')),
  pii_processing: v.object({
    privacy_notice: OrNull,
    notice_hash: OrNull,
    language: OrNull,
    purposes: v.array(Purpose),
  } satisfies MembersOf<Processing>),
  party_identification: v.array(
    v.object({
      party_id: v.string(),
      party_type: v.picklist(['controller', 'processor']),
      party_name: v.string(),
      party_contact: OrNull,
    } satisfies MembersOf<parts.ProvenRecord['party_identification'][number]>),
  ),
  event: v.object({
    event_time: v.string(),
    event_type: v.picklist(['explicit', 'withdrawal', 'refusal']),
    event_state: v.picklist(CONSENT_STATES),
    validity_duration: OrNull,
    entity_id: v.string(),
    proof: OrNull,
    event_id: v.string(),
    position: v.number(),
    leaf: v.string(),
  } satisfies MembersOf<parts.ProvenRecord['event']>),
} satisfies MembersOf<parts.ProvenRecord>)

/** GET /v1/people/{id}/proof. */
export const AskProof = v.object({
  language: v.optional(v.pipe(v.string(), v.description('Of the page: `es`, `pt` or `en`.'))),
})

/** The whole file: what convinces somebody who trusts neither the company nor whoever runs the server. */
export const ProofFile = v.object({
  schema: v.literal('quiero-proof/1'),
  company: v.string(),
  person: v.string(),
  made: v.pipe(v.string(), v.description('When the file was made.')),
  key: v.pipe(
    v.string(),
    v.description('What checks the signatures (https://c2sp.org/signed-note).'),
  ),
  checkpoint: v.pipe(
    v.string(),
    v.description('The signed head of the log that holds every event here.'),
  ),
  events: v.array(ProvenEvent),
  records: v.pipe(
    v.array(ProvenRecord),
    v.description('Each consent, refusal and withdrawal, after ISO/IEC TS 27560.'),
  ),
  notices: v.array(ProvenNotice),
  signature: v.pipe(
    v.string(),
    v.description('Ed25519 over the canonical JSON (RFC 8785) of all the rest, in base64.'),
  ),
} satisfies MembersOf<parts.ProofFile>)
