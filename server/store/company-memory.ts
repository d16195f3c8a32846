import type { ApiKey, CompanyMemory, Hold } from '../ports.ts'
import { apiKeysOf, apiKeyWith } from './api-keys.ts'
import type { CompanyCache } from './company-cache.ts'
import type { CompanySeal } from './company-seal.ts'
import { deadLetters } from './deliveries.ts'
import type { Engine } from './engine.ts'
import { lastPosition } from './feed.ts'
import { identitiesOf } from './identities.ts'
import { waitingInbound } from './inbox.ts'
import { personKnownAs, personNamed } from './known-person.ts'
import { noticeNamed } from './notices.ts'
import { personsAfter } from './persons.ts'
import { eventNamed, eventsAfter, eventsOfPerson, recordOfPerson } from './read-events.ts'
import { holdsOf } from './holds.ts'
import { qualityEvents } from './quality-events.ts'
import type { RecentlyRead } from './recently-read.ts'
import { recordsOf } from './records.ts'
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
  readonly keys: RecentlyRead<ApiKey>
  /** The holds in force, by company. */
  readonly holds: RecentlyRead<readonly Hold[]>
  readonly now: () => number
  /** Told, once it is on disk, that the company has a reply to say. */
  readonly onReply: (company: string) => void
}

/** One company's people, events and settings. Every statement names the company, so nothing reaches another's. */
export const companyMemory = (of: CompanyMemoryOf): CompanyMemory => {
  const { engine, company, seal } = of
  const db = engine.reads
  return {
    whoIs: (identity) => personKnownAs(db, engine.name, company, seal, identity),
    person: (id) => personNamed(db, company, seal, id),
    identitiesOf: (person) => identitiesOf(db, company, seal, person),
    eventsOf: (person) => eventsOfPerson(db, company, seal, person),
    event: (id) => eventNamed(db, company, seal, id),
    eventsAfter: (position, limit, which) => eventsAfter(db, company, seal, position, limit, which),
    lastPosition: () => lastPosition(db, company),
    webhookWork: (webhook, now) => webhookWork(db, company, webhook, now),
    webhookStates: () => webhookStates(db, company),
    deadLetters: (webhook, limit) => deadLetters(db, company, webhook, limit),
    notice: (hash) => noticeNamed(db, company, hash),
    templateKind: (account, name) => templateKindOf(db, company, account, name),
    submission: (id) => submissionBy(db, company, seal, 'id', id),
    sourceCounts: (from, to) => sourceCounts(db, company, from, to),
    sourcesSince: (from) => sourcesSince(db, company, from),
    sourcesOf: (events) => sourcesOf(db, company, events),
    holds: async (which) =>
      (which === 'in-force' ? await of.holds.read(company) : null) ?? holdsOf(db, company, which),
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
    write: writingFor(of),
  }
}

/** Runs work in a transaction, and tells afterwards, when it is on disk, who keeps what it has changed. */
const writingFor =
  ({
    engine,
    company,
    seal,
    cache,
    keys,
    holds,
    now,
    onReply,
  }: CompanyMemoryOf): CompanyMemory['write'] =>
  async (work) => {
    const changedKeys: string[] = []
    let hasChangedCompany = false
    let hasChangedHold = false
    let hasReply = false
    const result = await engine.write((transaction) => {
      const records = recordsOf({ db: transaction, engine, company, seal, now })
      return work({
        ...records,
        putCompany: (document, at) => {
          hasChangedCompany = true
          return records.putCompany(document, at)
        },
        allowSecrets: (secrets) => {
          hasChangedCompany = true
          return records.allowSecrets(secrets)
        },
        addApiKey: (key) => {
          changedKeys.push(key.hash)
          return records.addApiKey(key)
        },
        endApiKey: (hash, at) => {
          changedKeys.push(hash)
          return records.endApiKey(hash, at)
        },
        keepHold: (hold) => {
          hasChangedHold = true
          return records.keepHold(hold)
        },
        liftHold: (id, at) => {
          hasChangedHold = true
          return records.liftHold(id, at)
        },
        queueReply: (reply) => {
          hasReply = true
          return records.queueReply(reply)
        },
      })
    })
    if (hasChangedCompany) cache.forget(company)
    if (hasChangedHold) holds.forget(company)
    for (const hash of changedKeys) keys.forget(hash)
    if (hasReply) onReply(company)
    return result
  }
