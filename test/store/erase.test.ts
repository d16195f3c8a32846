import { statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../consent/mark.ts'
import type { CompanyMemory } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { begin, eventOf, NOW, phone, YES } from './acts.ts'
import { rawSql } from './raw-sql.ts'
import { storeOn } from './store-under-test.ts'

const LEASE = { mark: 'me', until: Number.MAX_SAFE_INTEGER }

const erase = (company: CompanyMemory, person: PersonId): Promise<void> =>
  company.write((records) => records.erase(person))

const keep = async (company: CompanyMemory, id: string, text: string, note: string | null) => {
  const body = Buffer.from(text)
  const inbound = { id, place: 'main', receivedAt: NOW, body, type: '', isStale: false }
  await company.write(async (records) => {
    await records.keepInbound({ ...inbound, provider: 'whatsapp-cloud' })
    if (note !== null) await records.finishInbound(id, note)
  })
}

describe.each(ENGINES)('erasing a person on %s', (engine) => {
  const store = storeOn(engine)

  test('takes back what waits to be said and passed on, theirs and nobody else’s', async () => {
    const company = store.company()
    const persons = [
      await begin(company, store.ids(), phone('+5215512340001')),
      await begin(company, store.ids(), phone('+5215512340002')),
    ] as const
    const said = persons.map((person) => ({ person, event: eventOf(store.ids(), person, YES).id }))
    await company.write(async (records) => {
      for (const one of said) {
        const to = { number: '+525512340001', bsuid: null }
        const matter = { categories: [], senders: [], form: null, notice: null }
        const common = { ...one, sender: 'main' }
        await records.queueReply({
          ...common,
          kind: 'help',
          actedAt: NOW,
          language: 'es',
          matter,
          to,
        })
        const message = { phone: null, bsuid: null, text: 'hola', payload: null, attachments: [] }
        await records.queuePassing({
          ...common,
          at: NOW,
          receivedAt: NOW,
          message: { ...message, replyTo: null, meaning: 'other' },
        })
      }
    })
    await erase(company, persons[0])
    const { claimed } = await company.write((records) => records.claimReplies(LEASE, NOW, 10))
    expect(claimed.map(({ person }) => person)).toEqual([persons[1]])
    const passings = await company.write((records) => records.claimPassings(LEASE, NOW, 10))
    expect(passings.map(({ person }) => person)).toEqual([persons[1]])
    expect(await company.replyCounts()).toContainEqual({
      kind: 'help',
      state: 'withheld',
      reason: 'erased',
      count: 1,
    })
  })

  test('removes bodies kept for inspection that name them, however the provider writes it', async () => {
    const company = store.company()
    const person = await begin(company, store.ids(), phone('+525512340003'), {
      kind: 'bsuid',
      value: 'MX.31337',
    })
    await keep(company, 'as-it-was', '{"from":"5215512340003"}', 'an unknown shape')
    await keep(company, 'by-its-id', '{"user_id":"MX.31337"}', 'an unknown shape')
    await keep(company, 'of-another', '{"from":"5215512340004"}', 'an unknown shape')
    await keep(company, 'waits', '{"from":"5215512340003","text":"STOP"}', null)
    await erase(company, person)
    const ids = `'as-it-was', 'by-its-id', 'of-another', 'waits'`
    const rows = await rawSql(store.url(), `select id from inbox where id in (${ids}) order by id`)
    expect(rows.map((row) => Object.values(row).join(''))).toEqual(['of-another', 'waits'])
    expect((await company.waiting(10)).map(({ id }) => id)).toEqual(['waits'])
  })
})

describe('what was deleted from a SQLite file', () => {
  const store = storeOn('sqlite')
  const journal = (): number => statSync(`${store.url()}-wal`).size

  test('leaves its journal as soon as nobody reads an older state', async () => {
    const company = store.company()
    const person = await begin(company, store.ids(), phone('+525512340006'))
    const snapshot = await company.snapshot()
    await erase(company, person)
    await store.memory().scrub()
    expect(journal()).toBeGreaterThan(0)
    await snapshot.end()
    await expect.poll(journal, { timeout: 10_000 }).toBe(0)
  })
})
