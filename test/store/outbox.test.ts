import { describe, expect, test } from 'vitest'
import type { Reply } from '../../consent/reply.ts'
import type { CompanyMemory, ReplyEnd } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { freshCompany, NOW } from './acts.ts'
import { rawSql } from './raw-sql.ts'
import { storeOn } from './store-under-test.ts'

const START = { at: NOW, until: NOW + 90_000, words: 'w' }
const LEASE = { mark: 'me', until: NOW + 90_000 }

const queue = (company: CompanyMemory, ...replies: readonly Reply[]) =>
  company.write(async (records) => {
    for (const one of replies) await records.queueReply(one)
  })

const claim = async (company: CompanyMemory, now = NOW, lease = LEASE) =>
  (await company.write((records) => records.claimReplies(lease, now, 10))).claimed

const claimOne = async (company: CompanyMemory) => {
  const [one] = await claim(company)
  if (!one) throw new Error('nothing was claimed')
  return one
}

const end = (more: Partial<ReplyEnd>): ReplyEnd => ({
  state: 'sent',
  reason: null,
  message: null,
  at: NOW,
  ...more,
})

describe.each(ENGINES)('a reply on %s', (engine) => {
  const store = storeOn(engine)

  const reply = (more: Partial<Reply> = {}): Reply => ({
    event: store.ids().newEvent(),
    kind: 'confirmOptIn',
    person: store.ids().newPerson(),
    sender: 'main',
    actedAt: NOW - 1000,
    language: 'pt',
    matter: { categories: ['offers'], senders: ['main'], form: 'frm_demo', notice: 'a1' },
    to: { number: '+5511912345678', bsuid: null },
    ...more,
  })

  test('waits as it was queued, once, for whoever claims it', async () => {
    const company = store.company()
    const one = reply()
    await queue(company, one, { ...one, language: 'en' })
    expect(await claim(company)).toEqual([{ ...one, lease: LEASE, tries: 1 }])
    expect(await claim(company, NOW + 89_999)).toEqual([])
    expect(await claim(store.company())).toEqual([])
  })

  test('has one of its kind to an event, beside others of it', async () => {
    const company = store.company()
    const one = reply()
    await queue(company, one, { ...one, kind: 'help' }, one)
    expect((await claim(company)).map(({ kind }) => kind).toSorted()).toEqual([
      'confirmOptIn',
      'help',
    ])
  })

  test('is not there when the transaction that caused it fails', async () => {
    const company = store.company()
    const failing = company.write(async (records) => {
      await records.queueReply(reply())
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await claim(company)).toEqual([])
  })

  test('that is not started is claimed again once the lease has ended', async () => {
    const company = store.company()
    await queue(company, reply())
    await claim(company)
    const lease = { mark: 'you', until: NOW + 180_000 }
    const again = await claim(company, NOW + 90_000, lease)
    expect(again.map(({ tries }) => tries)).toEqual([2])
  })

  test('is written to by nobody whose lease was taken', async () => {
    const company = store.company()
    await queue(company, reply())
    const mine = await claimOne(company)
    await claim(company, NOW + 90_000, { mark: 'you', until: NOW + 180_000 })
    await company.write(async (records) => {
      expect(await records.startReply(mine, START)).toBe(false)
      await records.endReply(mine, end({ state: 'withheld', reason: 'blocked' }))
      await records.postponeReply(mine, NOW, 'x')
    })
    expect(await company.replyCounts()).toEqual([
      { kind: 'confirmOptIn', state: 'claimed', reason: null, count: 1 },
    ])
  })

  test('that was started and not ended is given up, and counts as said', async () => {
    const company = store.company()
    const one = reply()
    await queue(company, one)
    const mine = await claimOne(company)
    expect(await company.write((records) => records.startReply(mine, START))).toBe(true)
    const lease = { mark: 'you', until: NOW + 180_000 }
    const later = await company.write((records) => records.claimReplies(lease, NOW + 90_000, 10))
    expect(later).toEqual({ claimed: [], interrupted: 1 })
    expect(await company.replyCounts()).toEqual([
      { kind: 'confirmOptIn', state: 'unknown', reason: 'interrupted', count: 1 },
    ])
    expect(await company.saidTo(one.person, 'main', NOW)).toMatchObject([{ words: 'w' }])
    expect(await company.saidTo(one.person, 'second', NOW)).toEqual([])
    expect(await company.saidTo(one.person, 'main', NOW + 1)).toEqual([])
  })

  test('that is postponed waits until then, and was not said', async () => {
    const company = store.company()
    const one = reply()
    await queue(company, one)
    const mine = await claimOne(company)
    await company.write(async (records) => {
      await records.startReply(mine, START)
      await records.postponeReply(mine, NOW + 5_000, 'http_429')
    })
    expect(await company.saidTo(one.person, 'main', 0)).toEqual([])
    expect(await claim(company, NOW + 4_999)).toEqual([])
    expect(await claim(company, NOW + 5_000)).toMatchObject([{ event: one.event, tries: 2 }])
  })

  test('that was sent is marked by what the provider tells, never backwards', async () => {
    const company = store.company()
    const message = store.ids().newEvent()
    await queue(company, reply())
    const mine = await claimOne(company)
    await company.write(async (records) => {
      await records.startReply(mine, START)
      await records.endReply(mine, end({ message }))
    })
    const mark = (
      ...told: Parameters<Parameters<Parameters<CompanyMemory['write']>[0]>[0]['markReply']>
    ) => company.write((records) => records.markReply(...told))
    const state = async () => (await company.replyCounts()).map((count) => count.state)
    expect(await mark(message, 'read', null)).toBe(true)
    expect(await mark(message, 'delivered', null)).toBe(false)
    expect(await mark(message, 'failed', '131026')).toBe(false)
    expect(await mark(store.ids().newEvent(), 'read', null)).toBe(false)
    expect(await state()).toEqual(['read'])
  })

  test('that has ended holds nothing of whom or what', async () => {
    const name = freshCompany()
    const company = store.memory().of(name)
    await queue(company, reply())
    const mine = await claimOne(company)
    await company.write((records) => records.endReply(mine, end({ state: 'failed', reason: 'x' })))
    const rows = await rawSql(store.url(), `select body from outbox where company = '${name}'`)
    expect(rows.map((row) => Object.values(row))).toEqual([[null]])
  })

  test('that cannot be opened keeps nothing else waiting', async () => {
    const name = freshCompany()
    const company = store.memory().of(name)
    await queue(company, reply())
    const broken = `update outbox set key_id = key_id, body = substr(body, 1, 20) where company = '${name}'`
    await rawSql(store.url(), broken)
    const good = reply()
    await queue(company, good)
    expect((await claim(company)).map(({ event }) => event)).toEqual([good.event])
    expect(await company.replyCounts()).toContainEqual({
      kind: 'confirmOptIn',
      state: 'failed',
      reason: 'not_readable',
      count: 1,
    })
  })

  test('is known of by its company as long as it is to be said', async () => {
    const name = freshCompany()
    const company = store.memory().of(name)
    const isWaiting = async (by: number) =>
      (await store.memory().companiesWithReplies(by)).includes(name)
    expect(await isWaiting(NOW)).toBe(false)
    await queue(company, reply())
    expect(await isWaiting(NOW)).toBe(true)
    const mine = await claimOne(company)
    expect(await isWaiting(NOW)).toBe(false)
    expect(await isWaiting(NOW + 90_000)).toBe(true)
    await company.write((records) => records.endReply(mine, end({ state: 'withheld' })))
    expect(await isWaiting(NOW + 90_000)).toBe(false)
  })
})
