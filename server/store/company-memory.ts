import type { CompanyMemory } from '../ports.ts'
import { apiKeysOf, apiKeyWith } from './api-keys.ts'
import type { CompanyCache } from './company-cache.ts'
import type { CompanySeal } from './company-seal.ts'
import { deadLetters } from './deliveries.ts'
import type { Engine } from './engine.ts'
import { lastPosition } from './feed.ts'
import { identitiesOf } from './identities.ts'
import { waitingInbound } from './inbox.ts'
import { personKnownAs, personNamed } from './known-person.ts'
import { knownNotices } from './notices.ts'
import { personsAfter } from './persons.ts'
import { eventNamed, eventsAfter, eventsOfPerson, recordOfPerson } from './read-events.ts'
import { holdsOf } from './holds.ts'
import { qualityEvents } from './quality-events.ts'
import { type News, recordsOf } from './records.ts'
import { snapshotOf } from './snapshot.ts'
import { sourceCounts, sourcesOf, sourcesSince } from './source-counts.ts'
import { replyCounts, replyCountsBySender, saidTo } from './said-replies.ts'
import { submissionBy } from './submissions.ts'
import { templateKindOf } from './templates.ts'
import { webhookStates, webhookWork } from './webhooks.ts'

/** What one company's memory is made of. */
export type CompanyMemoryOf = {
  readonly engine: Engine
  readonly company: string
  readonly seal: CompanySeal
  readonly cache: CompanyCache
  readonly now: () => number
  /** Told, once it is on disk, that the company has a reply to say. */
  readonly onReply: (company: string) => void
}

/** One company's people, events and settings. Every statement names the company, so nothing reaches another's. */
export const companyMemory = (of: CompanyMemoryOf): CompanyMemory => {
  const { engine, company, seal } = of
  const db = engine.reads
  const notices = knownNotices(db, company)
  return {
    whoIs: (identity) => personKnownAs(db, company, seal, identity),
    person: (id) => personNamed(db, company, seal, id),
    identitiesOf: (person) => identitiesOf(db, company, seal, person),
    eventsOf: (person) => eventsOfPerson(db, company, seal, person),
    event: (id) => eventNamed(db, company, seal, id),
    eventsAfter: (position, limit, which) => eventsAfter(db, company, seal, position, limit, which),
    lastPosition: () => lastPosition(db, company),
    webhookWork: (webhook, now) => webhookWork(db, company, webhook, now),
    webhookStates: () => webhookStates(db, company),
    deadLetters: (webhook, limit) => deadLetters(db, company, webhook, limit),
    notice: (hash) => notices.named(hash),
    templateKind: (account, name) => templateKindOf(db, company, account, name),
    submission: (id) => submissionBy(db, company, seal, 'id', id),
    sourceCounts: (from, to) => sourceCounts(db, company, from, to),
    sourcesSince: (from) => sourcesSince(db, company, from),
    sourcesOf: (events) => sourcesOf(db, company, events),
    holds: (which) => holdsOf(db, company, which),
    apiKeys: () => apiKeysOf(db, company),
    apiKeyWith: (hashStart) => apiKeyWith(db, company, hashStart),
    waiting: (limit) => waitingInbound(db, company, seal, limit),
    saidTo: (person, sender, since) => saidTo(db, company, person, sender, since),
    replyCounts: () => replyCounts(db, company),
    replyCountsBySender: (from, to) => replyCountsBySender(db, company, from, to),
    qualityEvents: (from, to, limit) => qualityEvents(db, company, from, to, limit),
    persons: (after, limit) => personsAfter(db, company, after, limit),
    snapshot: () => snapshotOf(engine, company, seal),
    recordOf: (person) => recordOfPerson(db, company, seal, person),
    write: async (work) => {
      const { cache, now, onReply } = of
      const news: News = { hasChangedCompany: false, hasReply: false, notices: [] }
      const result = await engine.write((transaction) =>
        work(recordsOf({ db: transaction, engine, company, seal, now, notices, news })),
      )
      for (const [hash, notice] of news.notices) notices.add(hash, notice)
      if (news.hasChangedCompany) cache.forget(company)
      if (news.hasReply) onReply(company)
      return result
    },
  }
}
