import type { ConsentEvent } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import type { Notice } from '../../consent/notice.ts'
import type { CompanySeal } from './company-seal.ts'
import type { ImportRecords, LogRecords, Records, WebhookRecords } from '../ports.ts'
import { addApiKey, endApiKey } from './api-keys.ts'
import { claimAnswer, dropAnswer, forgetAnswers, keepAnswer } from './answers.ts'
import { appendEvent, isKnownEvent } from './append-event.ts'
import { allowSecrets, putCompany } from './companies.ts'
import type { Engine } from './engine.ts'
import { erasePerson } from './erase-person.ts'
import { keepHold, liftHold } from './holds.ts'
import { claimDeliveries, endDelivery, postponeDelivery, replayDead } from './deliveries.ts'
import {
  acquaintanceOf,
  acquaintanceWith,
  bindIdentity,
  personWith,
  tiePersons,
} from './identities.ts'
import { finishInbound, keepInbound, postponeInbound } from './inbox.ts'
import { linkRecords } from './links.ts'
import { markLog, takeLog } from './log-marks.ts'
import { keepNotice, type KnownNotices } from './notices.ts'
import { claimPassings, endPassing, postponePassing, queuePassing } from './passings.ts'
import { keepQuality } from './quality-events.ts'
import {
  claimReplies,
  endReply,
  markReply,
  postponeReply,
  queueReply,
  startReply,
} from './outbox.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { setRegisters } from './set-registers.ts'
import {
  confirmSubmission,
  forgetSubmissions,
  keepSubmission,
  submissionBy,
} from './submissions.ts'
import { keepTemplate } from './templates.ts'
import type { Db } from './schema.ts'
import { keepWebhooks, noteGone, rewindWebhook } from './webhooks.ts'
import { keepCheckpoint, noteTold, postponeTelling, takeTelling } from './checkpoints.ts'
import { lastPosition } from './feed.ts'
import {
  claimImport,
  forgetRefusedRows,
  holdImport,
  keepProgress,
  releaseImport,
} from './imports.ts'
import { growLogTree } from './log-tree.ts'
import { takeActs } from './take-acts.ts'
import { countTypedStop } from './typed-stops.ts'

/** One company, as one transaction needs it. */
export type RecordsOf = {
  readonly db: Db
  readonly engine: Engine
  readonly company: string
  readonly seal: CompanySeal
  readonly now: () => number
  readonly notices: KnownNotices
  /** What others are told of once the transaction is on disk. */
  readonly news: News
}

/** What a transaction has done that is told of once it is on disk. */
export type News = {
  hasChangedCompany: boolean
  hasChangedHold: boolean
  hasReply: boolean
  readonly changedKeys: string[]
  readonly events: ConsentEvent[]
  readonly notices: (readonly [hash: string, notice: Notice])[]
}

/**
 * What can be written in one transaction. What it reads by a name, an identity or a submission, it locks first,
 * so that of two transactions that meet somebody new the second sees whom the first made of them.
 */
export const recordsOf = (of: RecordsOf): Records => ({
  ...personRecords(of),
  ...settingRecords(of),
  ...webhookRecords(of),
  ...outgoingRecords(of),
  ...trafficRecords(of),
  ...importRecords(of),
  ...logRecords(of),
  ...linkRecords(of.db, of.company, of.seal),
})

const personRecords = ({ db, engine, company, seal, news }: RecordsOf) => {
  // One writer has nobody to wait for.
  const lock = async (identity: Identity): Promise<void> => {
    if (engine.name === 'sqlite') return
    await engine.lock(db, company, identity.kind, seal.indexOf(identity).toString('hex'))
  }
  return {
    personWith: async (identity) => {
      await lock(identity)
      return personWith(db, company, seal, identity)
    },
    acquaintance: async (identity) => {
      await lock(identity)
      return acquaintanceOf(db, company, seal, identity)
    },
    acquaintanceOf: (person) => acquaintanceWith(db, company, seal, person),
    bind: async (identity, person, since) => {
      await lock(identity)
      await bindIdentity(db, company, seal, identity, person, since)
    },
    tie: (person, other, bond) => tiePersons(db, company, person, other, bond),
    isKnown: (event) => isKnownEvent(db, company, event),
    append: async (event, evidence) => {
      const isNew = await appendEvent(db, engine.name, company, seal, event, evidence)
      if (isNew) news.events.push(event)
      return isNew
    },
    erase: (person) => erasePerson({ db, engine, company, seal }, person),
    setRegisters: (person, registers) => setRegisters(db, company, person, registers),
  } satisfies Partial<Records>
}

const settingRecords = ({ db, engine, company, seal, now, notices, news }: RecordsOf) =>
  ({
    keepNotice: async (hash, notice) => {
      if (notices.has(hash)) return
      news.notices.push([hash, notice])
      await keepNotice(db, company, hash, notice, now())
    },
    keepTemplate: async (template) => {
      await engine.lock(db, company, 'template', template.account, template.name)
      await keepTemplate(db, company, template)
    },
    keepQuality: (event) => keepQuality(db, company, event),
    countTypedStop: (form, hour, forgetBefore) =>
      countTypedStop(db, company, form, hour, forgetBefore),
    keepHold: (hold) => {
      news.hasChangedHold = true
      return keepHold(db, company, hold)
    },
    liftHold: (id, at) => {
      news.hasChangedHold = true
      return liftHold(db, company, id, at)
    },
    addApiKey: async (key) => {
      if (key.company !== company) throw new Error('this API key is another company’s')
      news.changedKeys.push(key.hash)
      await addApiKey(db, key)
    },
    endApiKey: (hash, at) => {
      news.changedKeys.push(hash)
      return endApiKey(db, company, hash, at)
    },
    claimAnswer: async (claim) => {
      await engine.lock(db, company, 'answer', claim.name)
      return claimAnswer(db, company, seal, claim)
    },
    keepAnswer: (name, answer) => keepAnswer(db, company, seal, name, answer),
    dropAnswer: (name) => dropAnswer(db, company, name),
    forgetAnswers: (begunBy) => forgetAnswers(db, company, begunBy),
    putCompany: async (document, at) => {
      if (document.id !== company) throw new Error('this document is another company’s')
      news.hasChangedCompany = true
      return putCompany(db, document, at)
    },
    allowSecrets: (secrets) => {
      news.hasChangedCompany = true
      return allowSecrets(db, company, secrets, now())
    },
  }) satisfies Partial<Records>

const trafficRecords = ({ db, engine, company, seal }: RecordsOf) =>
  ({
    submission: async (id) => {
      await engine.lock(db, company, 'submission', id)
      return submissionBy(db, company, seal, 'id', id)
    },
    submissionByCode: (code) => submissionBy(db, company, seal, 'code', code),
    keepSubmission: (submission) => keepSubmission(db, company, seal, submission),
    confirmSubmission: (id, by) => confirmSubmission(db, company, id, by),
    forgetSubmissions: (expiredBy, limit) => forgetSubmissions(db, company, expiredBy, limit),
    keepInbound: (inbound) => keepInbound(db, company, seal, inbound),
    postponeInbound: (id) => postponeInbound(db, company, id),
    finishInbound: (id, note) => finishInbound(db, company, id, note),
    takeLog: async (place, at, until) => {
      await engine.lock(db, company, 'log', place)
      return takeLog(db, company, place, at, until)
    },
    markLog: (place, mark) => markLog(db, company, place, mark),
  }) satisfies Partial<Records>

/** What waits to be passed on to the company, and to be said to people. */
const outgoingRecords = ({ db, company, seal, now, news }: RecordsOf) =>
  ({
    queuePassing: (passing) => queuePassing(db, company, seal, passing),
    claimPassings: (lease, at, limit) => claimPassings(db, company, seal, lease, at, limit),
    postponePassing: (claimed, until, reason) =>
      postponePassing(db, company, claimed, until, reason),
    endPassing: (claimed, reason) => endPassing(db, company, claimed, reason, now()),
    queueReply: (reply) => {
      news.hasReply = true
      return queueReply(db, company, seal, reply, now())
    },
    claimReplies: (lease, at, limit) => claimReplies(db, company, seal, lease, at, limit),
    startReply: (claimed, start) => startReply(db, company, claimed, start),
    postponeReply: (claimed, until, reason) => postponeReply(db, company, claimed, until, reason),
    endReply: (claimed, end) => endReply(db, company, claimed, end),
    markReply: (message, state, reason) => markReply(db, company, message, state, reason),
  }) satisfies Partial<Records>

const importRecords = ({ db, engine, company, seal }: RecordsOf): ImportRecords => ({
  claimImport: async (id, options, lease, at) => {
    await engine.lock(db, company, 'import', id)
    return claimImport(db, company, id, options, lease, at)
  },
  holdImport: (id, lease) => holdImport(db, company, id, lease),
  takeActs: (acts) => takeActs({ db, engine, company, seal }, acts),
  isAwaited: () => engine.isAwaited(),
  keepProgress: (id, progress, refused, at) => keepProgress(db, company, id, progress, refused, at),
  releaseImport: (id, mark, doneAt) => releaseImport(db, company, id, mark, doneAt),
  forgetRefusedRows: (unchangedSince) => forgetRefusedRows(db, company, unchangedSince),
})

const logRecords = ({ db, company }: RecordsOf): LogRecords => ({
  growLog: async () => growLogTree(db, company, (await lastPosition(db, company)) + 1),
  keepCheckpoint: (checkpoint) => keepCheckpoint(db, company, checkpoint),
  takeTelling: (webhook, size, at, until) => takeTelling(db, company, webhook, size, at, until),
  noteTold: (webhook, size) => noteTold(db, company, webhook, size),
  postponeTelling: (webhook, until) => postponeTelling(db, company, webhook, until),
})

// Whoever reads and then writes of a webhook takes its lock first: many processes share the work.
const webhookRecords = ({ db, engine, company, now }: RecordsOf): WebhookRecords => {
  const lock = (webhook: string) => engine.lock(db, company, 'webhook', webhook)
  return {
    keepWebhooks: (ids) => keepWebhooks(db, engine, company, ids),
    queueDeliveries: async (webhook, isWanted, at) => {
      await lock(webhook)
      return queueDeliveries(db, company, webhook, isWanted, at)
    },
    claimDeliveries: async (webhook, lease, at, limit) => {
      await lock(webhook)
      return claimDeliveries(db, company, webhook, lease, at, limit)
    },
    postponeDelivery: (claimed, until, reason) =>
      postponeDelivery(db, company, claimed, until, reason),
    endDelivery: (claimed, reason) => endDelivery(db, company, claimed, reason, now()),
    replayDead: async (webhook, event, at) => {
      await lock(webhook)
      return replayDead(db, company, webhook, event, at)
    },
    rewindWebhook: async (webhook, position) => {
      await lock(webhook)
      return rewindWebhook(db, company, webhook, position)
    },
    noteGone: (webhook, url, at) => noteGone(db, company, webhook, url, at),
  }
}
