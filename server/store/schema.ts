import type { Kysely } from 'kysely'
import type { ReplyKind, ReplyState } from '../../consent/reply.ts'
import type { Inbound } from '../ports.ts'

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
  notices: { company: string; hash: string; document: string; at: number }
  identities: IdentityTable
  ties: { company: string; person: Buffer; other: Buffer; bond: string }
  events: EventTable
  registers: { company: string; person: Buffer; register: string; at: number; event: Buffer }
  submissions: SubmissionTable
  inbox: InboxTable
  outbox: OutboxTable
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
