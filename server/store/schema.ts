import type { Kysely } from 'kysely'
import type { Kind } from '../../consent/category.ts'
import type { DeliveredQuality } from '../../consent/delivered.ts'
import type { ReplyKind, ReplyState } from '../../consent/reply.ts'
import type { Inbound } from '../ports.ts'
import type { LinkTable } from './schema-links.ts'

/** The tables, as they are on both engines: times are milliseconds, documents JSON text, ids and seals bytes. */
export type Schema = {
  secrets: { name: string; sealed: Buffer; key_id: Buffer }
  companies: CompanyTable
  company_documents: {
    company: string
    version: number
    document: string
    hash: Buffer
    at: number
  }
  forms: { form: string; company: string }
  api_keys: ApiKeyTable
  answers: AnswerTable
  notices: { company: string; hash: string; document: string; at: number }
  identities: IdentityTable
  /** What is left of the identities of who was erased: keyed hashes. */
  suppressed: { company: string; hash: Buffer; person: Buffer }
  ties: { company: string; person: Buffer; other: Buffer; bond: string }
  events: EventTable
  registers: { company: string; person: Buffer; register: string; at: number; event: Buffer }
  submissions: SubmissionTable
  inbox: InboxTable
  log_marks: LogMarkTable
  source_signals: SourceSignalTable
  holds: HoldTable
  passings: PassingTable
  templates: TemplateTable
  quality_events: QualityEventTable
  outbox: OutboxTable
  webhooks: WebhookTable
  deliveries: DeliveryTable
  log_nodes: { company: string; level: number; place: number; hash: Buffer }
  log_checkpoints: { company: string; size: number; at: number; note: string }
  typed_stops: { company: string; form: string; hour: number; stops: number }
  imports: ImportTable
  refused_rows: RefusedRowTable
  links: LinkTable
}

/** The database, or a transaction on it. */
export type Db = Kysely<Schema>

/** Version 0 is a company that an operator has named and that has no document yet. */
export type CompanyTable = {
  id: string
  version: number
  document: string
  secrets: string
  created_at: number
}

export type ApiKeyTable = {
  hash: string
  company: string
  name: string
  scopes: string
  created_at: number
  prefix: string | null
  ends_at: number | null
  last_used_at: number | null
}

/** What was answered to a request that may come again. The body is null while it is worked on. */
export type AnswerTable = {
  company: string
  name: string
  fingerprint: string
  since: number
  lease_until: number
  body: Buffer | null
  key_id: Buffer
}

export type IdentityTable = {
  company: string
  kind: string
  sealed: Buffer
  key_id: Buffer
  /** Null where `sealed` itself can be opened. */
  value: Buffer | null
  person: Buffer
  since: number
}

export type EventTable = {
  company: string
  id: Buffer
  person: Buffer
  kind: string
  moment: string
  act: string
  received_at: number
  /** Null once the event's evidence is erased. */
  salt: Buffer | null
  leaf: Buffer
  evidence: Buffer | null
  key_id: Buffer
  position: number | null
}

export type SubmissionTable = {
  company: string
  id: string
  code: string
  form: string
  notice: string
  language: string
  categories: string
  fingerprint: string
  created_at: number
  expires_at: number
  confirmed_by: Buffer | null
  /** 1 where an event tells of it, else 0. */
  has_event: number
  /** Sealed; null where there is none, and once an event has it. */
  page: Buffer | null
  key_id: Buffer | null
}

/** What speaks for or against a source; written with the event, never changed. */
export type SourceSignalTable = {
  company: string
  event: Buffer
  sender: string
  what: string
  source: string | null
  person: Buffer
  at: number
  /** How long after the yes a no came; null for a yes, and where no yes is known. */
  waited: number | null
}

/** A message that waits to be passed on, or that nobody took. */
export type PassingTable = {
  company: string
  event: Buffer
  person: Buffer
  sender: string
  at: number
  received_at: number
  /** Null once it is ended. */
  body: Buffer | null
  key_id: Buffer
  next_at: number
  tries: number
  lease: string | null
  lease_until: number
  reason: string | null
  ended_at: number | null
}

/** How far a webhook of a company has come. */
export type WebhookTable = {
  company: string
  id: string
  /** The last position of the log that it has gone past; -1 before the first. */
  position: number
  gone_url: string | null
  gone_at: number | null
  /** The size of the last checkpoint that it took, when the next is tried, and how often it was in vain. */
  told_size: number
  told_next_at: number
  told_tries: number
}

/** An event that waits to be told to a webhook, or that it never took. */
export type DeliveryTable = {
  company: string
  webhook: string
  event: Buffer
  person: Buffer
  position: number
  queued_at: number
  next_at: number
  tries: number
  lease: string | null
  lease_until: number
  reason: string | null
  dead_at: number | null
}

export type HoldTable = {
  company: string
  id: string
  source: string
  since: number
  opt_ins: number
  opt_outs: number
  lifted_at: number | null
}

/** One row a language; `language` is empty where none was told. The instants are 0 where nothing was said. */
export type TemplateTable = {
  company: string
  account: string
  name: string
  language: string
  category: Kind | null
  category_at: number
  status: string | null
  status_at: number
}

export type QualityEventTable = {
  company: string
  id: Buffer
  at: number
  about: DeliveredQuality['about']
  sender: string
  event: string
  template: string | null
  detail: string | null
}

export type InboxTable = {
  company: string
  id: string
  provider: Inbound['provider']
  /** The sender or door in the address. */
  sender: string
  received_at: number
  body: Buffer
  key_id: Buffer
  note: string | null
  /** The `Content-Type`. */
  type: string
  /** 1 where the signature was old, else 0. */
  stale: number
  /** How often it was tried in vain. */
  tries: number
}

/** How far a provider's log of a sender's or door's messages has been heard. */
export type LogMarkTable = {
  company: string
  /** The sender or door. */
  place: string
  heard_up_to: number | null
  failures: number
  not_before: number
}

export type OutboxTable = {
  company: string
  event: Buffer
  kind: ReplyKind
  person: Buffer
  sender: string
  state: ReplyState
  acted_at: number
  /** When it is to be said; once it is claimed, when the lease ends. */
  due_at: number
  tries: number
  lease: string | null
  /** 1 where it is about everything, 0 where it is about categories. */
  everything: number
  /** To whom and what, sealed; null once it has ended. */
  body: Buffer | null
  key_id: Buffer
  /** SHA-256 of the words that were sent. */
  words: string | null
  said_at: number | null
  /** Keyed hash of the provider's id of the message. */
  message: Buffer | null
  reason: string | null
}

/** How far an import has been read, and who is at it. */
export type ImportTable = {
  company: string
  id: string
  /** A keyed digest of how its rows are read. */
  options: string
  begun_at: number
  changed_at: number
  done_at: number | null
  lease: string | null
  lease_until: number
  rows: number
  taken: number
  repeated: number
  refused: number
  digest: string
}

export type RefusedRowTable = {
  company: string
  import: string
  row: number
  problem: string
  at: string | null
}
