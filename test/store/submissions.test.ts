import { describe, expect, test } from 'vitest'
import type { Submission } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { NOW } from './acts.ts'
import { rawSql } from './raw-sql.ts'
import { storeOn } from './store-under-test.ts'

const SUBMISSION: Submission = {
  id: 'opt_1',
  code: 'K7Q2MXA',
  form: 'frm_demo',
  notice: 'hash',
  language: 'pt',
  categories: ['orders', 'offers'],
  fingerprint: 'print',
  createdAt: NOW,
  expiresAt: NOW + 1000,
  confirmedBy: null,
  hasEvent: true,
  page: null,
}

describe.each(ENGINES)('a form handed in on %s', (engine) => {
  const store = storeOn(engine)

  test('is found by its id and by its code', async () => {
    const company = store.company()
    expect(await company.submission('opt_1')).toBeNull()
    await company.write(async (records) => {
      expect(await records.submission('opt_1')).toBeNull()
      expect(await records.submissionByCode('K7Q2MXA')).toBeNull()
      expect(await records.keepSubmission(SUBMISSION)).toBe(true)
      expect(await records.submission('opt_1')).toEqual(SUBMISSION)
      expect(await records.submissionByCode('K7Q2MXA')).toEqual(SUBMISSION)
    })
    expect(await company.submission('opt_1')).toEqual(SUBMISSION)
    expect(await store.company().submission('opt_1')).toBeNull()
  })

  test('is refused if its id or its code is taken in the company', async () => {
    const company = store.company()
    const keep = (submission: Submission, at = company) =>
      at.write((records) => records.keepSubmission(submission))
    expect(await keep(SUBMISSION)).toBe(true)
    expect(await keep({ ...SUBMISSION, code: 'OTHER' })).toBe(false)
    expect(await keep({ ...SUBMISSION, id: 'opt_2' })).toBe(false)
    expect(await company.submission('opt_2')).toBeNull()
    expect(await keep({ ...SUBMISSION, id: 'opt_2', code: 'OTHER' })).toBe(true)
    expect(await keep(SUBMISSION, store.company())).toBe(true)
  })

  test('is used up once, by one message', async () => {
    const company = store.company()
    const { memory } = await store.open()
    const [first, ...others] = [1, 2, 3, 4].map(() => store.ids().newEvent())
    if (!first) throw new Error('an event')
    await company.write((records) => records.keepSubmission(SUBMISSION))
    expect(await company.write((records) => records.confirmSubmission('opt_1', first))).toBe(true)
    const again = others.map((event) =>
      company.write((records) => records.confirmSubmission('opt_1', event)),
    )
    expect(await Promise.all(again)).toEqual([false, false, false])
    expect((await company.submission('opt_1'))?.confirmedBy).toBe(first)
    expect(await company.write((records) => records.confirmSubmission('opt_9', first))).toBe(false)
    await memory.close()
  })

  test('keeps the page that asked sealed, and gives it away to the event that confirms', async () => {
    const company = store.company()
    const page = 'https://shop.example/a-page-to-look-for'
    const keep = { ...SUBMISSION, hasEvent: false, page }
    await company.write((records) => records.keepSubmission(keep))
    expect(await company.submission('opt_1')).toEqual(keep)
    const rows = await rawSql(store.url(), `select * from submissions where code = 'K7Q2MXA'`)
    const bytes = rows.flatMap((row) => Object.values(row ?? {})).map(String)
    expect(bytes.join()).not.toContain('page-to-look-for')
    const event = store.ids().newEvent()
    await company.write(async (records) => {
      expect((await records.submissionByCode('K7Q2MXA'))?.page).toBe(page)
      await records.confirmSubmission('opt_1', event)
    })
    expect(await company.submission('opt_1')).toEqual({ ...keep, page: null, confirmedBy: event })
  })

  test('is forgotten once it has expired, if nobody has said anything by it', async () => {
    const company = store.company()
    const kept = [
      { ...SUBMISSION, id: 'opt_typed', code: 'TYPED', expiresAt: NOW - 2 },
      { ...SUBMISSION, id: 'opt_sent', code: 'SENT', expiresAt: NOW - 2, hasEvent: false },
      { ...SUBMISSION, id: 'opt_new', code: 'NEW', expiresAt: NOW + 1, hasEvent: false },
    ]
    const unsaid = [1, 2, 3].map((nth) => ({
      ...SUBMISSION,
      id: `opt_unsaid${nth}`,
      code: `UNSAID${nth}`,
      expiresAt: NOW - nth + 1,
      hasEvent: false,
    }))
    const stranger = store.company()
    await stranger.write(async (records) => {
      for (const one of unsaid) await records.keepSubmission(one)
    })
    await company.write(async (records) => {
      for (const one of [...kept, ...unsaid]) expect(await records.keepSubmission(one)).toBe(true)
      expect(await records.confirmSubmission('opt_sent', store.ids().newEvent())).toBe(true)
    })
    const forget = () => company.write((records) => records.forgetSubmissions(NOW, 2))
    expect([await forget(), await forget(), await forget()]).toEqual([2, 1, 0])
    for (const { id } of unsaid) {
      expect(await company.submission(id)).toBeNull()
      expect(await stranger.submission(id)).not.toBeNull()
    }
    for (const { id } of kept) expect((await company.submission(id))?.id).toBe(id)
    expect((await company.submission('opt_new'))?.hasEvent).toBe(false)
  })
})
