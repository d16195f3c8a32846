import type { Company } from './company.ts'
import { consentIn, grantIn, type ConsentPart } from './consent-record.ts'
import type { ConsentEvent, Evidence } from './event.ts'
import type { Notice } from './notice.ts'
import type { ProvenRecord } from './proof-file.ts'

/** An event with its place in the log, and the notices by their hashes. */
export type Recorded = {
  readonly event: ConsentEvent
  readonly evidence: Evidence | null
  readonly position: number
  readonly leaf: string
}

/** What an event gives, refuses and withdraws, each as a record (docs/consent-record.md says where its fields come from). */
export const provenRecords = (
  company: Company,
  recorded: Recorded,
  notices: ReadonlyMap<string, Notice>,
): readonly ProvenRecord[] =>
  consentIn(recorded.event).map((part) =>
    recordOf(company, recorded, part, shownFor(recorded.event, part, notices)),
  )

/** The words that an act was shown, and their name; nothing where it was shown none of ours. */
type Shown = { readonly hash: string | null; readonly notice: Notice | null }

const shownFor = (
  { act }: ConsentEvent,
  { state }: ConsentPart,
  notices: ReadonlyMap<string, Notice>,
): Shown => {
  // A no to something else than was shown has no notice.
  const hash = state === 'withdrawn' ? null : (grantIn(act)?.notice ?? null)
  return { hash, notice: (hash !== null && notices.get(hash)) || null }
}

const recordOf = (
  company: Company,
  recorded: Recorded,
  part: ConsentPart,
  { hash, notice }: Shown,
): ProvenRecord => {
  const { event, evidence } = recorded
  const privacy = notice?.privacy.url ?? company.privacyUrl
  return {
    schema_version: 'quiero-consent/1',
    record_id: `${event.id}/${part.state}/${part.category ?? '*'}`,
    pii_principal_id: event.person,
    pii_processing: {
      privacy_notice: privacy,
      notice_hash: hash,
      language: notice?.language ?? evidence?.language ?? null,
      purposes: [purposeOf(company, event, part, notice)],
    },
    party_identification: [
      {
        party_id: company.id,
        party_type: 'controller',
        party_name: notice?.company.name ?? company.name,
        party_contact: privacy,
      },
      ...processorsOf(company),
    ],
    event: eventOf(company, recorded, part),
  }
}

const EVENT_TYPES = { given: 'explicit', refused: 'refusal', withdrawn: 'withdrawal' } as const

const eventOf = (
  company: Company,
  { event, position, leaf }: Recorded,
  { state, category, at, proof }: ConsentPart,
): ProvenRecord['event'] => ({
  event_time: new Date(at).toISOString(),
  event_type: EVENT_TYPES[state],
  event_state: state,
  validity_duration: state === 'given' ? validityOf(company, category) : null,
  entity_id: event.person,
  proof,
  event_id: event.id,
  position,
  leaf,
})

const purposeOf = (
  company: Company,
  { act }: ConsentEvent,
  { category }: ConsentPart,
  notice: Notice | null,
): ProvenRecord['pii_processing']['purposes'][number] => ({
  purpose: category,
  ...wordsOf(company, category, notice),
  lawful_basis: 'consent',
  pii_information: ['phone number'],
  pii_controllers: [company.id],
  collection_method: 'source' in act ? act.source : 'message',
  processing_method: 'messages on WhatsApp',
  recipient_third_parties: processorsOf(company).map(({ party_name: name }) => name),
  withdrawal_method: notice?.howToStop ?? null,
  // The document does not say them: whoever keeps the record adds what holds for them.
  storage_locations: [],
  retention_period: null,
  jurisdiction: null,
})

/** A category as it was shown, or as the document has it where none was. */
const wordsOf = ({ categories }: Company, category: string | null, notice: Notice | null) => {
  const shown = notice?.categories.find(({ id }) => id === category)
  if (shown) return { title: shown.title, purpose_type: shown.kind, frequency: shown.frequency }
  const known = categories.find(({ id }) => id === category)
  return { title: null, purpose_type: known?.kind ?? null, frequency: null }
}

/** Meta carries the messages, and so does each provider of the senders. */
const processorsOf = ({ senders }: Company) => {
  const kinds = new Set(['meta', ...senders.flatMap(({ provider }) => provider?.kind ?? [])])
  return [...kinds].map((kind) => ({
    party_id: kind,
    party_type: 'processor' as const,
    party_name: kind,
    party_contact: null,
  }))
}

/** ISO 8601, as 27560 has durations. */
const validityOf = ({ categories }: Company, category: string | null): string | null => {
  const days = categories.find(({ id }) => id === category)?.validForDays
  return days === undefined ? null : `P${days}D`
}
