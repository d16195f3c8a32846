import type { ApiKey, CompanyMemory, Hold, LogMemory } from '../ports.ts'
import { apiKeysOf, apiKeyWith } from './api-keys.ts'
import { checkpointsAfter, newestCheckpoint, untoldCheckpoint } from './checkpoints.ts'
import type { CompanyCache } from './company-cache.ts'
import type { CompanySeal } from './company-seal.ts'
import { deadLetters } from './deliveries.ts'
import type { Engine } from './engine.ts'
import { lastPosition } from './feed.ts'
import type { Heed } from './heed.ts'
import { identitiesOf } from './identities.ts'
import { importMemory } from './imports.ts'
import { waitingInbound } from './inbox.ts'
import { personKnownAs, personNamed } from './known-person.ts'
import { linkMemory } from './links.ts'
import { hashOfSubtree } from './log-tree.ts'
import { knownNotices, noticeHashes, type KnownNotices } from './notices.ts'
import { personsAfter } from './persons.ts'
import {
  eventNamed,
  eventsAfter,
  eventsOfPerson,
  recordOfPerson,
  saltedEventsOf,
} from './read-events.ts'
import { holdsOf } from './holds.ts'
import { qualityEvents } from './quality-events.ts'
import type { RecentlyRead } from './recently-read.ts'
import { type News, recordsOf } from './records.ts'
import { snapshotOf } from './snapshot.ts'
import { sourceCounts, sourcesOf, sourcesSince } from './source-counts.ts'
import { replyCounts, replyCountsBySender, saidTo } from './said-replies.ts'
import { submissionBy } from './submissions.ts'
import type { Db } from './schema.ts'
import { templateKindOf } from './templates.ts'
import { typedStops } from './typed-stops.ts'
import { webhookStates, webhookWork } from './webhooks.ts'

/** What one company's memory is made of. */
export type CompanyMemoryOf = {
  readonly engine: Engine
  readonly company: string
  readonly seal: CompanySeal
  readonly cache: CompanyCache
  readonly keys: RecentlyRead<ApiKey>
  /** The holds in force, by company. */
  readonly holds: RecentlyRead<readonly Hold[]>
  readonly now: () => number
  readonly heed: Heed
}

/** One company's people, events and settings. Every statement names the company, so nothing reaches another's. */
export const companyMemory = (of: CompanyMemoryOf): CompanyMemory => {
  const { engine, company, seal } = of
  const db = engine.reads
  const notices = knownNotices(db, company)
  return {
    ...importMemory(db, company),
    whoIs: (identity) => personKnownAs(db, engine.name, company, seal, identity),
    person: (id) => personNamed(db, company, seal, id),
    identitiesOf: (person) => identitiesOf(db, company, seal, person),
    eventsOf: (person) => eventsOfPerson(db, company, seal, person),
    saltedEventsOf: (person) => saltedEventsOf(db, company, seal, person),
    event: (id) => eventNamed(db, company, seal, id),
    eventsAfter: (position, limit, which) => eventsAfter(db, company, seal, position, limit, which),
    lastPosition: () => lastPosition(db, company),
    webhookWork: (webhook, now) => webhookWork(db, company, webhook, now),
    webhookStates: () => webhookStates(db, company),
    deadLetters: (webhook, limit) => deadLetters(db, company, webhook, limit),
    notice: (hash) => notices.named(hash),
    noticeHashes: () => noticeHashes(db, company),
    templateKind: (account, name) => templateKindOf(db, company, account, name),
    submission: (id) => submissionBy(db, company, seal, 'id', id),
    apiKeys: () => apiKeysOf(db, company),
    apiKeyWith: (hashStart) => apiKeyWith(db, company, hashStart),
    ...logMemory(db, company),
    ...linkMemory(db, company, seal),
    ...qualityMemory(db, of),
    waiting: (limit) => waitingInbound(db, company, seal, limit),
    saidTo: (person, sender, since) => saidTo(db, company, person, sender, since),
    replyCounts: () => replyCounts(db, company),
    replyCountsBySender: (from, to) => replyCountsBySender(db, company, from, to),
    persons: (after, limit) => personsAfter(db, company, after, limit),
    snapshot: () => snapshotOf(engine, company, seal),
    recordOf: (person) => recordOfPerson(db, company, seal, person),
    write: writeOn(of, notices),
  }
}

const logMemory = (db: Db, company: string): LogMemory => ({
  logSize: async () => (await lastPosition(db, company)) + 1,
  logHashes: (subtrees) =>
    Promise.all(subtrees.map((subtree) => hashOfSubtree(db, company, subtree))),
  checkpoint: () => newestCheckpoint(db, company),
  checkpointsAfter: (size, limit) => checkpointsAfter(db, company, size, limit),
  untoldCheckpoint: (webhook, url, now) => untoldCheckpoint(db, company, webhook, url, now),
})

/** What came of how people were asked, and how providers and strangers behave. */
const qualityMemory = (db: Db, { company, holds }: CompanyMemoryOf) =>
  ({
    sourceCounts: (from, to) => sourceCounts(db, company, from, to),
    sourcesSince: (from) => sourcesSince(db, company, from),
    sourcesOf: (events) => sourcesOf(db, company, events),
    holds: async (which) =>
      (which === 'in-force' ? await holds.read(company) : null) ?? holdsOf(db, company, which),
    typedStops: (form, hour, before) => typedStops(db, company, form, hour, before),
    qualityEvents: (from, to, limit) => qualityEvents(db, company, from, to, limit),
  }) satisfies Partial<CompanyMemory>

/** Runs works in transactions, and tells whom it concerns what is on disk from then on. */
const writeOn =
  (of: CompanyMemoryOf, notices: KnownNotices): CompanyMemory['write'] =>
  async (work) => {
    const { engine, company, seal, cache, keys, holds, now, heed } = of
    const news = noNews()
    const result = await engine.write((transaction) => {
      // A database may ask for the work to be run again.
      news.events.length = 0
      return work(recordsOf({ db: transaction, engine, company, seal, now, notices, news }))
    })
    for (const [hash, notice] of news.notices) notices.add(hash, notice)
    if (news.hasChangedCompany) cache.forget(company)
    if (news.hasChangedHold) holds.forget(company)
    for (const hash of news.changedKeys) keys.forget(hash)
    if (news.hasReply) heed.onReply(company)
    if (news.events.length > 0) heed.onEvents(news.events)
    return result
  }

const noNews = (): News => ({
  hasChangedCompany: false,
  hasChangedHold: false,
  hasReply: false,
  changedKeys: [],
  events: [],
  notices: [],
})
