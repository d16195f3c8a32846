import type { ConsentEvent } from '../../consent/event.ts'
import type { ApiKey, CompanyMemory, LogMemory } from '../ports.ts'
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
  readonly now: () => number
  readonly heed: Heed
}

/** One company's people, events and settings. Every statement names the company, so nothing reaches another's. */
export const companyMemory = (of: CompanyMemoryOf): CompanyMemory => {
  const { engine, company, seal } = of
  const db = engine.reads
  return {
    ...importMemory(db, company),
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
    apiKeys: () => apiKeysOf(db, company),
    apiKeyWith: (hashStart) => apiKeyWith(db, company, hashStart),
    ...logMemory(db, company),
    ...linkMemory(db, company, seal),
    ...qualityMemory(db, company),
    waiting: (limit) => waitingInbound(db, company, seal, limit),
    saidTo: (person, sender, since) => saidTo(db, company, person, sender, since),
    replyCounts: () => replyCounts(db, company),
    replyCountsBySender: (from, to) => replyCountsBySender(db, company, from, to),
    persons: (after, limit) => personsAfter(db, company, after, limit),
    snapshot: () => snapshotOf(engine, company, seal),
    recordOf: (person) => recordOfPerson(db, company, seal, person),
    write: writeOn(of),
  }
}

const logMemory = (db: Db, company: string): LogMemory => ({
  logSize: async () => (await lastPosition(db, company)) + 1,
  logHashes: (subtrees) =>
    Promise.all(subtrees.map((subtree) => hashOfSubtree(db, company, subtree))),
  checkpoint: () => newestCheckpoint(db, company),
  checkpointsAfter: (size, limit) => checkpointsAfter(db, company, size, limit),
  untoldCheckpoint: (webhook, now) => untoldCheckpoint(db, company, webhook, now),
})

/** What came of how people were asked, and how providers and strangers behave. */
const qualityMemory = (db: Db, company: string) =>
  ({
    sourceCounts: (from, to) => sourceCounts(db, company, from, to),
    sourcesSince: (from) => sourcesSince(db, company, from),
    sourcesOf: (events) => sourcesOf(db, company, events),
    holds: (which) => holdsOf(db, company, which),
    typedStops: (form, hour, before) => typedStops(db, company, form, hour, before),
    qualityEvents: (from, to, limit) => qualityEvents(db, company, from, to, limit),
  }) satisfies Partial<CompanyMemory>
/** Runs works in transactions, and tells whom it concerns what is on disk from then on. */
const writeOn =
  ({ engine, company, seal, cache, keys, now, heed }: CompanyMemoryOf): CompanyMemory['write'] =>
  async (work) => {
    const changedKeys: string[] = []
    let hasChangedCompany = false
    let hasReply = false
    let events: ConsentEvent[] = []
    const result = await engine.write((transaction) => {
      const records = recordsOf({ db: transaction, engine, company, seal, now })
      // A database may ask for the work to be run again.
      events = []
      return work({
        ...records,
        append: async (event, evidence) => {
          const isNew = await records.append(event, evidence)
          if (isNew) events.push(event)
          return isNew
        },
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
        queueReply: (reply) => {
          hasReply = true
          return records.queueReply(reply)
        },
      })
    })
    if (hasChangedCompany) cache.forget(company)
    for (const hash of changedKeys) keys.forget(hash)
    if (hasReply) heed.onReply(company)
    if (events.length > 0) heed.onEvents(events)
    return result
  }
