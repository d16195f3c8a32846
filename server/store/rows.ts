import type { Company } from '../../consent/company.ts'
import type { ConsentEvent, Evidence } from '../../consent/event.ts'
import type { IdentityKind } from '../../consent/identity.ts'
import type { EventId, Mark, PersonId } from '../../consent/mark.ts'
import type { Notice } from '../../consent/notice.ts'
import type { PassedOn } from '../../consent/passing-on.ts'
import type { Raise, RegisterName, Registers } from '../../consent/registers.ts'
import type { Reply } from '../../consent/reply.ts'
import type { KeptAnswer } from '../answers.ts'
import type { ApiKey, Inbound, KeptLink, Scope, StoredCompany, Submission } from '../ports.ts'
import type { CompanySeal, SealedIdentity } from './company-seal.ts'
import type {
  ApiKeyTable,
  CompanyTable,
  EventTable,
  InboxTable,
  OutboxTable,
  PassingTable,
  SubmissionTable,
} from './schema.ts'
import type { LinkTable } from './schema-links.ts'

// Rows hold what this store wrote from typed values, so that a type may be asserted here and only here.

/** What a statement gives, as what it was written to give. */
export const rowsOf = <Row>(rows: readonly unknown[]): Row[] => rows as Row[]

/** The bytes of an event's or a person's name; as bytes they sort as the names do, on both engines. */
export const idBytes = (id: EventId | PersonId): Buffer => Buffer.from(id.slice(4), 'hex')

/** The event's name that 16 bytes stand for. */
export const eventIdOf = (bytes: Buffer): EventId => `evt_${bytes.toString('hex')}` as EventId

/** The person's name that 16 bytes stand for. */
export const personIdOf = (bytes: Buffer): PersonId => personIdIn(bytes.toString('hex'))

/** The same of their hexadecimal digits. */
export const personIdIn = (digits: string): PersonId => `per_${digits}` as PersonId

/** What an event's row says happened. Throws if somebody has made its JSON unreadable. */
export const eventOf = (
  row: Pick<EventTable, 'id' | 'person' | 'moment' | 'act'>,
): ConsentEvent => ({
  id: eventIdOf(row.id),
  person: personIdOf(row.person),
  moment: objectIn(row.moment) as ConsentEvent['moment'],
  act: objectIn(row.act) as ConsentEvent['act'],
})

const objectIn = (json: string): unknown => {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object')
  return value
}

/** Evidence, once it is unsealed. */
export const evidenceOf = (plain: Buffer): Evidence => JSON.parse(plain.toString()) as Evidence

/** A message that waits to be passed on. Null when it cannot be opened. */
export const passedOnOf = (
  { event, body }: Pick<PassingTable, 'event' | 'body'>,
  seal: CompanySeal,
): PassedOn | null => {
  try {
    const plain = seal.unseal('passings', eventIdOf(event), body ?? Buffer.alloc(0))
    return JSON.parse(plain.toString()) as PassedOn
  } catch {
    return null
  }
}

/** What a request was answered with, once it is unsealed. */
export const keptAnswerOf = (plain: Buffer): KeptAnswer =>
  JSON.parse(plain.toString()) as KeptAnswer

/** A register as a row keeps it. */
export const raiseOf = (row: { register: string; at: number; event: Buffer }): Raise =>
  raiseIn(row.register, row.at, row.event.toString('hex'))

const raiseIn = (register: string, at: number, event: string): Raise => ({
  register: register as RegisterName,
  mark: { at, by: `evt_${event}` as EventId },
})

/** The registers of one person where a statement gives them as one text: of each its name, time and event. */
export const registersIn = (text: string | null): Registers => {
  const words = text?.split(' ') ?? []
  const registers = new Map<RegisterName, Mark>()
  for (let at = 0; at + 2 < words.length; at += 3) {
    const { register, mark } = raiseIn(words[at] ?? '', Number(words[at + 1]), words[at + 2] ?? '')
    registers.set(register, mark)
  }
  return registers
}

/** A stored identity, still sealed. */
export const sealedIdentityOf = (row: {
  kind: string
  sealed: Buffer
  value: Buffer | null
}): SealedIdentity => ({ ...row, kind: row.kind as IdentityKind })

/** A company as it stands. */
export const companyOf = (row: CompanyTable): StoredCompany => ({
  document: JSON.parse(row.document) as Company,
  version: row.version,
  secrets: JSON.parse(row.secrets) as readonly string[],
})

/** A client backend's key. */
export const apiKeyOf = (row: ApiKeyTable): ApiKey => ({
  hash: row.hash,
  company: row.company,
  name: row.name,
  scopes: JSON.parse(row.scopes) as readonly Scope[],
  createdAt: row.created_at,
  prefix: row.prefix,
  endsAt: row.ends_at,
  lastUsedAt: row.last_used_at,
})

/** A notice's words. */
export const noticeOf = (document: string): Notice => JSON.parse(document) as Notice

/** A form handed in, and its page, once it is unsealed. */
export const submissionOf = (row: SubmissionTable, page: string | null): Submission => ({
  id: row.id,
  code: row.code,
  form: row.form,
  notice: row.notice,
  language: row.language as Submission['language'],
  categories: JSON.parse(row.categories) as readonly string[],
  fingerprint: row.fingerprint,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  confirmedBy: row.confirmed_by ? eventIdOf(row.confirmed_by) : null,
  hasEvent: row.has_event === 1,
  page,
})

/** A personal link, once whom it is for is unsealed. */
export const linkOf = (row: LinkTable, recipient: Buffer): KeptLink => ({
  hash: row.hash,
  person: personIdOf(row.person),
  recipient: JSON.parse(recipient.toString()) as KeptLink['recipient'],
  campaign: row.campaign,
  form: row.form,
  notice: row.notice,
  language: row.language as KeptLink['language'],
  channel: row.channel as KeptLink['channel'],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  openedAt: row.opened_at,
  usedAt: row.used_at,
})

/** A provider's body, once it is unsealed. */
export const inboundOf = (
  row: Omit<InboxTable, 'company' | 'key_id' | 'note' | 'tries'>,
): Inbound => ({
  id: row.id,
  provider: row.provider,
  place: row.sender,
  receivedAt: row.received_at,
  body: row.body,
  type: row.type,
  isStale: row.stale === 1,
})

/** A reply that waits; its body is there for as long as it does. Null when it cannot be opened. */
export const replyOf = (row: OutboxTable, seal: CompanySeal): Reply | null => {
  const event = eventIdOf(row.event)
  const { kind, sender, acted_at: actedAt } = row
  try {
    const plain = seal.unseal('outbox', `${event}/${kind}`, row.body ?? Buffer.alloc(0)).toString()
    const body = JSON.parse(plain) as Pick<Reply, 'language' | 'matter' | 'to'>
    return { event, kind, person: personIdOf(row.person), sender, actedAt, ...body }
  } catch {
    return null
  }
}
