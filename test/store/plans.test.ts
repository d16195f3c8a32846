import { readFileSync, writeFileSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Reply } from '../../consent/reply.ts'
import { by, handedIn, maySend, newPhone, person, writes } from '../http/acts.ts'
import { askList } from '../http/batch-lists.ts'
import { askExport } from '../http/export-lists.ts'
import { serviceFor } from '../support/service.ts'
import {
  connected,
  fill,
  planned,
  type Planned,
  plannedForAll,
  type Sent,
  shardsOf,
  spread,
} from './spread.ts'

const PAGE = new URL('../../docs/spread.md', import.meta.url)
const PASSED_ON = {
  phone: null,
  bsuid: 'BR.1',
  text: 'hola',
  payload: null,
  attachments: [],
  replyTo: null,
  meaning: 'other',
} as const

const PEOPLE = 5_000
const LEASE = { mark: 'me', until: Number.MAX_SAFE_INTEGER }

/** What is asked again and again, and how the statement is known. */
const HOT: readonly (readonly [name: string, statement: RegExp])[] = [
  ['may-send: who is this, and what stands', /as what, identities\.person,.*"isTied"/su],
  ['may-send: the same with kin', /kin \(person, noes\).*registers\.event as bytes/su],
  ['a list: who are these', /from unnest.*ordinality/su],
  ['a list: their registers', /from registers\s+where company = .* and person = any/su],
  ['an act: its event', /insert into events/u],
  ['an act: its registers', /insert into registers/u],
  ['an act: who it was', /insert into identities/u],
  ['an act: the source it speaks of', /insert into "?source_signals/u],
  ['a person’s history', /select events\.\* from same/u],
  ['the change feed', /select \* from events where company = .* and position >/su],
  ['the end of the log', /max\(position\), -1/u],
  ['a provider’s body: kept', /insert into inbox/u],
  ['a provider’s body: worked off', /delete from inbox/u],
  ['a company’s document', /select \* from "companies" where "id"/u],
  ['an API key', /select \* from api_keys where hash/u],
  ['a form handed in', /insert into submissions/u],
  ['a form by its code', /from submissions where company = .* and code/u],
  ['a webhook’s next deliveries', /from deliveries as waiting/u],
  ['replies to say', /^select \* from "outbox" where "company" = /u],
  ['messages to pass on', /select \* from passings as waiting/u],
  ['an export: the people', /select person from \(\s+select distinct person/u],
]

/** What is asked of every company at once, and therefore of every shard. `docs/spread.md` says what to do about each. */
const EVERYWHERE_ASKED: readonly (readonly [name: string, statement: RegExp])[] = [
  ['which companies there are', /^select "id" from "companies" where "version" >/u],
  ['which companies have a reply to say', /distinct "company" from "outbox"/u],
  ['which companies have a message to pass on', /distinct "company" from "passings"/u],
  [
    'is there an event without a place',
    /^select "company" from "events" where "position" is null/u,
  ],
  ['give events their places', /update events set position/u],
]

describe('the tables, spread by company over machines,', () => {
  const service = serviceFor({ engine: 'postgres' })
  const sent = new Map<string, Sent>()
  let client: Client | undefined

  beforeAll(async () => {
    await spread(service().url)
    await fill(service().url, 'demo', PEOPLE)
    client = await connected(service().url)
    const told = vi.spyOn(Client.prototype, 'query')
    await everyday()
    const calls: readonly unknown[][] = told.mock.calls
    for (const [query] of calls) if (isSent(query)) sent.set(query.text, query)
    told.mockRestore()
  })
  afterAll(async () => client?.end())

  /** What a company does of a day. */
  const everyday = async (): Promise<void> => {
    const it = service()
    const phone = newPhone()
    const { code } = await handedIn(it, { phone })
    await writes(it, { ...by(phone), from_user_id: `MX.7${phone.slice(1)}` }, `#want ${code}`)
    await writes(it, by(phone), 'SALIR')
    await writes(it, by('+5491123456001'), '#want')
    await maySend(it, phone)
    await maySend(it, '+5491123456001')
    const { id } = await person(it, phone)
    const line = JSON.stringify({ person: { phone }, sender: 'main', category: 'offers' })
    await askList(it, [line])
    for (const path of [`people/${id}/events`, 'events', 'quality', 'holds', 'keys', 'webhooks']) {
      const { status } = await it.ask(`/v1/${path}`, { key: it.keys.all })
      if (status !== 200) throw new Error(`${path}: ${status}`)
    }
    for (const what of ['people', 'events', 'consent-records']) await askExport(it, what)
    const headers = { 'idempotency-key': 'once' }
    const body = { person: { phone: newPhone() } }
    await it.ask('/v1/opt-outs', { key: it.keys.all, body, headers })
    await chores()
  }

  const chores = async (): Promise<void> => {
    const { memory } = service().deps
    const now = service().now()
    await memory.companies()
    await memory.companiesWithReplies(now)
    await memory.companiesWithPassings(now)
    const own = memory.of('demo')
    await own.waiting(10)
    const { ids } = service().deps
    const reply: Reply = {
      event: ids.newEvent(),
      kind: 'confirmOptIn',
      person: ids.newPerson(),
      sender: 'main',
      actedAt: now,
      language: 'pt',
      matter: { categories: ['offers'], senders: ['main'], form: 'frm_demo', notice: 'a1' },
      to: { number: '+5511912345678', bsuid: null },
    }
    await own.write(async (records) => {
      await records.keepWebhooks(['crm'])
      await records.queueDeliveries('crm', () => true, now)
      const [delivery] = await records.claimDeliveries('crm', LEASE, now, 10)
      if (delivery) await records.endDelivery(delivery, 'nobody took it')
      await records.replayDead('crm', null, now)
      await records.rewindWebhook('crm', -1)
      await records.noteGone('crm', 'https://crm.example', now)
      await records.queueReply(reply)
      const { claimed } = await records.claimReplies(LEASE, now, 10)
      for (const one of claimed) {
        await records.startReply(one, { at: now, until: now + 1, words: 'w' })
        await records.endReply(one, { state: 'sent', reason: null, message: null, at: now })
      }
      await records.markReply(ids.newEvent(), 'read', null)
      await records.queuePassing({ ...reply, at: now, receivedAt: now, message: PASSED_ON })
      for (const one of await records.claimPassings(LEASE, now, 10)) {
        await records.postponePassing(one, now, 'later')
        await records.endPassing(one, null)
      }
      await records.forgetSubmissions(now, 10)
      await records.forgetAnswers(now)
      const mark = await records.takeLog('main', now, now)
      if (mark) await records.markLog('main', mark)
      const counts = { optIns: 9, optOuts: 9, liftedAt: null }
      await records.keepHold({ id: 'hld_1', source: 'keyword/x', since: now, ...counts })
      await records.liftHold('hld_1', now)
    })
    await own.webhookWork('crm', now)
    await own.webhookStates()
    await own.deadLetters('crm', 10)
    await own.saidTo(reply.person, 'main', now)
    await own.replyCounts()
    await own.sourcesSince(now)
    // The sequencer's turn comes within a second.
    await vi.waitUntil(async () => (await own.lastPosition()) > PEOPLE + 2, { timeout: 10_000 })
  }

  const connection = (): Client => {
    if (!client) throw new Error('not connected')
    return client
  }

  const plannedOf = (statement: Sent): Promise<Planned> => planned(connection(), statement)

  const statementsLike = (pattern: RegExp): readonly Sent[] =>
    [...sent.values()].filter(({ text }) => pattern.test(text))

  test('have all rows of a company on one machine', async () => {
    expect((await shardsOf(service().url, 'demo')).size).toBe(1)
  })

  test.each(HOT)('answer on one machine: %s', async (name, pattern) => {
    const found = statementsLike(pattern)
    expect([name, found.length > 0]).toEqual([name, true])
    for (const statement of found) {
      const { plan, shards } = await plannedOf(statement)
      expect([statement.text, plan, shards.length <= 1]).toEqual([statement.text, plan, true])
      // An update's other parts are named in such a plan, and left out only when it runs.
      if (!/^\s*(?:select|with)\b/iu.test(statement.text)) continue
      const forAll = await plannedForAll(connection(), statement)
      expect([forAll.plan, forAll.shards.length <= 1]).toEqual([forAll.plan, true])
    }
  })

  test.each(EVERYWHERE_ASKED)('are all asked: %s', async (name, pattern) => {
    const found = statementsLike(pattern)
    expect([name, found.length > 0]).toEqual([name, true])
    for (const statement of found) {
      expect((await plannedOf(statement)).shards).toHaveLength(4)
    }
  })

  test('are asked of one machine by every other statement', async () => {
    const known = EVERYWHERE_ASKED.map(([, pattern]) => pattern)
    const wide: string[] = []
    for (const statement of sent.values()) {
      if (known.some((pattern) => pattern.test(statement.text))) continue
      const { shards } = await plannedOf(statement)
      if (shards.length > 1) wide.push(statement.text)
    }
    expect(wide).toEqual([])
    expect(sent.size).toBeGreaterThan(40)
  })

  test.runIf(process.env['WRITE_PLANS'])('have their plans in docs/spread.md', async () => {
    const parts: string[] = []
    for (const [name, pattern] of [...HOT, ...EVERYWHERE_ASKED]) {
      const [first] = statementsLike(pattern)
      if (first)
        parts.push(`**${name}**\n\n\`\`\`\n${unnamed((await plannedOf(first)).plan)}\n\`\`\``)
    }
    const page = readFileSync(PAGE, 'utf8')
    const written = `<!-- plans -->\n\n${parts.join('\n\n')}\n\n<!-- /plans -->`
    writeFileSync(
      PAGE,
      page.replace(/<!-- plans -->.*<!-- \/plans -->/su, () => written),
    )
    expect(readFileSync(PAGE, 'utf8')).toContain('_s')
  })
})

/** A plan without the values of one run, but for words that say what they are. */
const unnamed = (plan: string): string =>
  plan.replaceAll(/'[^']*'(?=::)/gu, (value) => (/^'[a-z]+'$/u.test(value) ? value : `'…'`))

/** Statements with values are the store's; those without begin and end transactions, or set them up. */
const isSent = (query: unknown): query is Sent =>
  typeof query === 'object' &&
  query !== null &&
  'text' in query &&
  typeof query.text === 'string' &&
  /^\s*(?:select|insert|update|delete|with)\b/iu.test(query.text) &&
  'values' in query &&
  Array.isArray(query.values)
