import type { Kind } from '../consent/category.ts'
import type { Company } from '../consent/company.ts'
import type { Delivered } from '../consent/delivered.ts'
import type { ConsentEvent, Evidence, HeardBy } from '../consent/event.ts'
import type { Bond, Identity } from '../consent/identity.ts'
import type { EventId, PersonId } from '../consent/mark.ts'
import type { Decision } from '../consent/may-send.ts'
import type { PhoneMetadata } from '../consent/phone.ts'
import type { Notice } from '../consent/notice.ts'
import type { Acquaintance } from '../consent/recognise.ts'
import type { ProviderKind } from '../consent/provider.ts'
import type { Outcome, Outgoing } from '../consent/outgoing.ts'
import type { Registers } from '../consent/registers.ts'
import type { TypedStops } from '../consent/typed-stops.ts'
import type { SaidReply } from '../consent/reply.ts'
import type {
  Hold,
  Inbound,
  KnownPerson,
  ListedPerson,
  LogMark,
  PersonRecord,
  PlacedEvent,
  QualityEvent,
  QueueLengths,
  RecordedEvent,
  SaltedEvent,
  ReplyCount,
  SenderReplyCount,
  SourceCount,
  SourceTrend,
  Submission,
  TemplateNews,
} from './kept.ts'
import type { OutgoingRecords } from './ports-outgoing.ts'
import type { ImportMemory, ImportRecords } from './ports-imports.ts'
import type { Posted, WebhookMemory, WebhookPost, WebhookRecords } from './ports-webhooks.ts'
import type { AnswerClaim, AnswerClaimed, KeptAnswer } from './answers.ts'
import type { Limiter } from './limits.ts'
import type { Work } from './ports-work.ts'
import type { ApiKey } from './ports-keys.ts'
import type { LinkMemory, LinkRecords } from './ports-links.ts'
import type { LogKeys, LogMemory, LogRecords } from './ports-log.ts'

export type * from './kept.ts'
export type * from './ports-outgoing.ts'
export type * from './ports-imports.ts'
export type * from './ports-webhooks.ts'
export type * from './ports-work.ts'
export type * from './ports-links.ts'
export type * from './ports-log.ts'
export * from './ports-keys.ts'

/** Everything an action needs from outside. Made once, in main.ts. */
export type Deps = {
  readonly memory: Memory
  /** The only clock: milliseconds since 1970. */
  readonly now: () => number
  readonly ids: Ids
  readonly sealer: Sealer
  readonly limiter: Limiter
  readonly work: Work
  readonly logKeys: LogKeys
  readonly phones: Phones
  /** How each provider speaks. */
  readonly dialects: { readonly [kind in ProviderKind]?: Dialect }
  /** The providers' own logs of messages, of those that do not repeat what was not heard. */
  readonly logs: { readonly [kind in ProviderKind]?: MessageLog }
  /** How each provider is spoken to. Nothing is said through one that is not here. */
  readonly speakers: { readonly [kind in ProviderKind]?: Speaker }
  /** What the world calls the server. */
  readonly publicUrl: string
  /** The address of a chat with a business number, with a draft in it: `https://wa.me/…`. */
  readonly chatLink: (phone: string, draft: string) => string
  /** What a company's document names as a secret, if the operator allows this company that name. */
  readonly secretOf: (company: StoredCompany, name: string) => string | null
  /** Posts a signed webhook to a company; it never throws. */
  readonly postWebhook: (post: WebhookPost) => Promise<Posted>
  /** Tells the operator of a fault that no caller can be told of. It must name nobody. `request`: the one it came in. */
  readonly report: (where: string, error: unknown, request?: string) => void
  /** Told of every decision that is answered, one by one or in lists. */
  readonly onDecision?: (decision: Decision) => void
  /** Whether this is the demo, on an address of this machine: only then is its well-known key one. */
  readonly isDemo: boolean
}

/** Names that nobody can guess, and names that repeat when the delivery repeats. */
export type Ids = {
  newEvent(): EventId
  newPerson(): PersonId
  /** The same for the same delivery, for ever; it gives nothing away about the delivery's key. */
  eventOf(company: string, delivery: string): EventId
  random(bytes: number): Uint8Array
}

/** Signatures under the server's key, and hashes. All are text that may stand in a URL. */
export type Sealer = {
  /** HMAC-SHA256 of a text for one purpose. */
  sign(purpose: string, text: string): string
  /** Whether a signature is that purpose's for the text, in constant time. */
  isSigned(purpose: string, text: string, signature: string): boolean
  /** SHA-256, hexadecimal. */
  digest(text: string): string
}

/** How a provider's requests are understood, once they are proved to be its own. */
export type Dialect = {
  /** What a message through it proves of the phone it came from, where that is a matter of the document by its ids. */
  readonly heardBy: HeardBy | ((ids: Readonly<Record<string, string>>) => HeardBy)
  /** The provider's id of a sender or door, from the ids in the document and what the place itself is called. */
  accountOf(ids: Readonly<Record<string, string>>, place: InboundPlace): string | null
  /** Everything that a body tells. One thing that is odd spoils no other. */
  read(content: Content): readonly Delivered[] | Promise<readonly Delivered[]>
}

/** A provider's own log of the messages that came to a number. */
export type MessageLog = {
  /** The ids and secrets that it takes, by their names in `consent/provider.ts`. */
  readonly needs: { readonly ids: readonly string[]; readonly secrets: readonly string[] }
  /** One page of the messages that came since then. Throws when the provider does not answer, or not with a page. */
  read(reading: ReadingLog): Promise<LogPage>
}

export type ReadingLog = {
  readonly phone: string
  readonly ids: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  readonly since: number
  /** What the page before gave as `next`; null for the first. */
  readonly page: string | null
}

/** Messages as their webhooks would have told them, and where there are more. */
export type LogPage = { readonly told: readonly Content[]; readonly next: string | null }

/** How messages are sent through a provider. */
export type Speaker = {
  /** The ids and secrets that it takes, by their names in `consent/provider.ts`. */
  readonly needs: { readonly ids: readonly string[]; readonly secrets: readonly string[] }
  /** Makes one attempt, which ends within a minute. It never throws, and tells of nobody. */
  send(message: Outgoing, credentials: SendingCredentials): Promise<Outcome>
}

export type SendingCredentials = {
  readonly ids: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
}

/** A sender or a door, as far as a provider can name it. */
export type InboundPlace = {
  readonly phone?: string | undefined
  readonly address?: string | undefined
}

/** A body and its `Content-Type`. */
export type Content = { readonly body: Uint8Array; readonly type: string }

/** What is known of the world's numbering plans. */
export type Phones = {
  readonly metadata: PhoneMetadata
  /** A mobile number of each country, in national digits. */
  readonly examples: { readonly [country: string]: string | undefined }
}

/** A company's document as it stands, with what the operator allows it. */
export type StoredCompany = {
  readonly document: Company
  readonly version: number
  /** Names of environment variables that its document may point to. */
  readonly secrets: readonly string[]
}

/** Everything that is kept. */
export type Memory = {
  /** A company as it stands, at most half a second old. */
  company(id: string): Promise<StoredCompany | null>
  /** The company that a form belongs to. */
  companyOfForm(form: string): Promise<StoredCompany | null>
  /** The company that a personal link is of, by the SHA-256 of its token. */
  companyOfLink(hash: string): Promise<StoredCompany | null>
  companies(): Promise<readonly string[]>
  /** The companies that have a reply to say by then. */
  companiesWithReplies(by: number): Promise<readonly string[]>
  /** How much waits, of all companies together. */
  queueLengths(): Promise<QueueLengths>
  /** Throws when the database does not answer. */
  check(): Promise<void>
  /**
   * Takes what was deleted out of the database's own journal too, as far as this process can: at once on SQLite unless
   * somebody reads a snapshot, and then as soon as they have done. PostgreSQL's journal is its operator's.
   */
  scrub(): Promise<void>
  /** The companies whose log has grown so that there is something to hash or to sign by then. */
  companiesWithGrownLogs(now: number): Promise<readonly string[]>
  /** The companies that have a message to pass on by then. */
  companiesWithPassings(by: number): Promise<readonly string[]>
  /** A key as it stands, at most half a second old; what this process did to it is seen at once. */
  apiKey(hash: string): Promise<ApiKey | null>
  addApiKey(key: ApiKey): Promise<void>
  /** Notes that a key was used, at most once an hour. Nobody need wait for it; `close` does. */
  noteKeyUse(hash: string, at: number): Promise<void>
  /** The part of the memory that is one company's; nothing in it reaches another's. */
  of(company: string): CompanyMemory
  close(): Promise<void>
}

/** One company's people, events and settings. */
export type CompanyMemory = ImportMemory &
  WebhookMemory &
  LinkMemory &
  LogMemory & {
    whoIs(identity: Identity): Promise<KnownPerson>
    /** The same by the person's id; null when there is no such person. */
    person(id: PersonId): Promise<KnownPerson | null>
    /** All that a person, and the persons that are the same, are known by. */
    identitiesOf(person: PersonId): Promise<readonly Identity[]>
    /** All events of a person and of the persons that are the same, oldest first. */
    eventsOf(person: PersonId): Promise<readonly RecordedEvent[]>
    /** The same with the salts of their leaves, for a proof. */
    saltedEventsOf(person: PersonId): Promise<readonly SaltedEvent[]>
    event(id: EventId): Promise<RecordedEvent | null>
    /** The events after a position of the log, in its order; without their evidence unless it is asked for. */
    eventsAfter(
      position: number,
      limit: number,
      which: 'thin' | 'with-evidence',
    ): Promise<readonly PlacedEvent[]>
    /** The last position of the log; -1 while it is empty. */
    lastPosition(): Promise<number>
    notice(hash: string): Promise<Notice | null>
    /** The names of every notice that was ever kept, the newest first. */
    noticeHashes(): Promise<readonly string[]>
    /** The strictest that Meta last took a template of this name for, in any language; null where it never said. */
    templateKind(account: string | null, name: string): Promise<Kind | null>
    submission(id: string): Promise<Submission | null>
    /** How each source did at each sender between two instants. */
    sourceCounts(from: number, to: number): Promise<readonly SourceCount[]>
    /** How each source did since an instant, or since its last hold was lifted, all senders together. */
    sourcesSince(from: number): Promise<readonly SourceTrend[]>
    /** Where the yeses of these events came from. */
    sourcesOf(events: readonly EventId[]): Promise<ReadonlyMap<EventId, string>>
    /** Holds, the newest first. Those in force are at most half a second old; what this process did is seen at once. */
    holds(which: 'in-force' | 'all'): Promise<readonly Hold[]>
    /** All keys that were ever made, the newest thousand first. */
    apiKeys(): Promise<readonly ApiKey[]>
    /** The key whose hash begins so. */
    apiKeyWith(hashStart: string): Promise<ApiKey | null>
    /** How many opt-outs were typed at a form in an hour (`hourOf`), and in as many hours before it. */
    typedStops(form: string, hour: number, before: number): Promise<TypedStops>
    /** Verified bodies that were taken but not worked off: the least tried first, then the oldest. */
    waiting(limit: number): Promise<readonly Inbound[]>
    /** What a sender has said to a person since then, or may have: attempts that go on are among it. */
    saidTo(person: PersonId, sender: string, since: number): Promise<readonly SaidReply[]>
    /** How many replies there are of each kind, in each state and for each reason. */
    replyCounts(): Promise<readonly ReplyCount[]>
    /** The same for each sender, of what people wrote between two instants. */
    replyCountsBySender(from: number, to: number): Promise<readonly SenderReplyCount[]>
    /** What providers thought between two instants, the newest first, up to a limit. */
    qualityEvents(from: number, to: number, limit: number): Promise<readonly QualityEvent[]>
    /** Person ids in order, after a given one. */
    persons(after: PersonId | null, limit: number): Promise<readonly PersonId[]>
    /** What is stored of one person alone, nothing joined. */
    recordOf(person: PersonId): Promise<PersonRecord>
    /** All of it as it stands now, whatever is written meanwhile. Throws where it cannot be taken. */
    snapshot(): Promise<Snapshot>
    /**
     * Runs the work in a transaction that it shares with others; resolves when it is on disk, throws when nothing of
     * it is. A database may ask for the work to be run again: it does nothing but through its records, and nothing
     * waits inside it for another write.
     */
    write<T>(work: (records: Records) => Promise<T>): Promise<T>
  }

/** One company's people as they stood at one instant, for many questions. Whoever takes one must end it. */
export type Snapshot = Pick<
  CompanyMemory,
  'templateKind' | 'sourcesOf' | 'holds' | 'person' | 'notice' | 'eventsAfter'
> & {
  /** Everybody, in the order of their ids, after a given one. */
  peopleAfter(person: PersonId | null, limit: number): Promise<readonly ListedPerson[]>
  /** The events that have no place in the log yet, in the order of their ids, after a given one. */
  unplacedAfter(event: EventId | null, limit: number): Promise<readonly RecordedEvent[]>
  /** Who each of them is, in the order given. */
  whoAre(identities: readonly Identity[]): Promise<readonly KnownPerson[]>
  /** All that each person, and the persons that are the same, are known by. */
  identitiesOfEach(
    persons: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, readonly Identity[]>>
  end(): Promise<void>
}

/** What can be written, inside one transaction. */
export type Records = ImportRecords &
  OutgoingRecords &
  WebhookRecords &
  LinkRecords &
  LogRecords & {
    /** The person that an identity stands for. */
    personWith(identity: Identity): Promise<PersonId | null>
    /** The same, with all that this person is known by. */
    acquaintance(identity: Identity): Promise<Acquaintance | null>
    /** The same of a person who is met already. */
    acquaintanceOf(person: PersonId): Promise<Acquaintance>
    /** Lets an identity stand for a person from then on, whoever it stood for before. */
    bind(identity: Identity, person: PersonId, since: number): Promise<void>
    tie(person: PersonId, other: PersonId, bond: Bond): Promise<void>
    /** Whether an event is stored already. */
    isKnown(event: EventId): Promise<boolean>
    /** Stores an event with its leaf and raises the registers. False, and nothing else, if the event is known. */
    append(event: ConsentEvent, evidence: Evidence | null): Promise<boolean>
    keepNotice(hash: string, notice: Notice): Promise<void>
    submission(id: string): Promise<Submission | null>
    submissionByCode(code: string): Promise<Submission | null>
    /** False if the id or the code is taken. */
    keepSubmission(submission: Submission): Promise<boolean>
    /** Uses a submission's code up: false if a message had already. */
    confirmSubmission(id: string, by: EventId): Promise<boolean>
    /** Deletes submissions that expired by then, and of which no event tells, up to a limit. Gives how many. */
    forgetSubmissions(expiredBy: number, limit: number): Promise<number>
    /** Keeps what is news of a template: of its category and of its status each the latest, however they come. */
    keepTemplate(template: TemplateNews): Promise<void>
    /** Keeps what a provider thinks, once for each event id. */
    keepQuality(event: QualityEvent): Promise<void>
    keepInbound(inbound: Inbound): Promise<void>
    /** Puts a body that could not be heard behind those that were tried less often. */
    postponeInbound(id: string): Promise<void>
    addApiKey(key: ApiKey): Promise<void>
    /** Lets a key end; false if there is none of this hash that would go on longer. */
    endApiKey(hash: string, at: number): Promise<boolean>
    /** Takes a request that may come again, or tells what became of it when it came before. */
    claimAnswer(claim: AnswerClaim): Promise<AnswerClaimed>
    /** Keeps what a claimed request was answered with. */
    keepAnswer(name: string, answer: KeptAnswer): Promise<void>
    /** Gives a claim up: nothing was done. */
    dropAnswer(name: string): Promise<void>
    /** Deletes answers that were begun by then. */
    forgetAnswers(begunBy: number): Promise<void>
    /** Counts an opt-out that was typed at a form, and forgets what was counted before an hour. */
    countTypedStop(form: string, hour: number, forgetBefore: number): Promise<void>
    /** False if the source is on hold already. */
    keepHold(hold: Hold): Promise<boolean>
    /** False if there is no such hold in force. */
    liftHold(id: string, at: number): Promise<boolean>
    /** The body is worked off: it goes, or stays for inspection when a note says why. */
    finishInbound(id: string, note: string | null): Promise<void>
    /** Takes the log of a place for oneself until then; null while it is taken, or left alone. */
    takeLog(place: string, now: number, until: number): Promise<LogMark | null>
    markLog(place: string, mark: LogMark): Promise<void>
    /** Stores a document as the company's next version; null, and nothing stored, if another company has one of its forms. */
    putCompany(company: Company, at: number): Promise<number | null>
    /** Sets which environment variables the company's document may name. */
    allowSecrets(secrets: readonly string[]): Promise<void>
    /**
     * Takes away all that tells who a person is, and who is the same: identities, salts, evidence and what waits for
     * them. Every no of theirs goes on for whoever comes with one of their identities.
     */
    erase(person: PersonId): Promise<void>
    /** Replaces what the registers of one person hold, after a rebuild. */
    setRegisters(person: PersonId, registers: Registers): Promise<void>
  }
