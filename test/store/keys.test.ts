import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ENGINES, openDatabase } from '../support/databases.ts'
import { openMemory } from '../../server/store/open-memory.ts'
import { begin, eventOf, KEY, NO, NOW, phone } from './acts.ts'
import { storeOn } from './store-under-test.ts'

describe.each(ENGINES)('the server’s key on %s', (engine) => {
  const store = storeOn(engine)

  test('opens again what it sealed', async () => {
    const company = store.memory().of('demo')
    const number = phone('+5215512345678')
    const person = await begin(company, store.ids(), number, {
      kind: 'email',
      value: 'a@b.example',
    })
    const event = eventOf(store.ids(), person, NO)
    await company.write((records) => records.append(event, { text: 'stop' }))
    const again = (await store.open()).memory.of('demo')
    expect((await again.whoIs(number)).person).toBe(person)
    expect(await again.identitiesOf(person)).toHaveLength(2)
    expect((await again.event(event.id))?.evidence).toEqual({ text: 'stop' })
  })

  test('that is another is refused in words', async () => {
    const wrong = store.open(Buffer.alloc(32, 'another'))
    await expect(wrong).rejects.toThrow(
      'QUIERO_KEY is not the key that this database was made with.',
    )
  })

  test('that is too short is refused in words', async () => {
    await expect(store.open(Buffer.alloc(31))).rejects.toThrow(
      'QUIERO_KEY must have at least 32 bytes; it has 31.',
    )
  })

  test('gives a delivery the same event in every process, and another in another company', async () => {
    const { ids } = await store.open()
    const event = store.ids().eventOf('demo', 'wamid.1')
    expect(event).toMatch(/^evt_[0-9a-f]{32}$/u)
    expect(ids.eventOf('demo', 'wamid.1')).toBe(event)
    expect(ids.eventOf('demo', 'wamid.2')).not.toBe(event)
    expect(ids.eventOf('other', 'wamid.1')).not.toBe(event)
  })

  test('does not decide a delivery’s event: that is the database’s own secret', async () => {
    const database = await openDatabase(engine)
    const { memory, ids } = await openMemory({ url: database.url, key: KEY, now: () => NOW })
    expect(ids.eventOf('demo', 'wamid.1')).not.toBe(store.ids().eventOf('demo', 'wamid.1'))
    await memory.close()
    await database.drop()
  })

  test('of a client is withdrawn at once where that is done, and within half a second elsewhere', async () => {
    const { memory } = await store.open()
    const hash = store.sealer().digest('a client’s key')
    await store.memory().addApiKey({
      hash,
      company: 'demo',
      name: 'crm',
      scopes: ['may-send'],
      createdAt: NOW,
      prefix: 'qk_abcdef',
      endsAt: null,
      lastUsedAt: null,
    })
    const ends = async (process: typeof memory) => (await process.apiKey(hash))?.endsAt
    expect([await ends(store.memory()), await ends(memory)]).toEqual([null, null])
    const company = store.memory().of('demo')
    expect(await company.write((records) => records.endApiKey(hash, NOW))).toBe(true)
    expect(await ends(store.memory())).toBe(NOW)
    await sleep(510)
    expect(await ends(memory)).toBe(NOW)
  })

  test('signs for one purpose, and knows its signature', async () => {
    const { sealer } = await store.open()
    const signature = store.sealer().sign('notice', 'a text')
    expect(signature).toMatch(/^[\w-]{43}$/u)
    expect(sealer.isSigned('notice', 'a text', signature)).toBe(true)
    expect(sealer.isSigned('notice', 'another text', signature)).toBe(false)
    expect(sealer.isSigned('watch', 'a text', signature)).toBe(false)
    expect(sealer.isSigned('notice', 'a text', `${signature}=`)).toBe(false)
    expect(sealer.isSigned('notice', 'a text', '')).toBe(false)
    expect(sealer.isSigned('notice', 'a text', 'é'.repeat(22))).toBe(false)
  })

  test('is not needed for a digest, which is SHA-256', () => {
    expect(store.sealer().digest('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  test('gives every name of its own length, and events in the order of time', () => {
    expect(store.ids().newPerson()).toMatch(/^per_[0-9a-f]{32}$/u)
    expect(store.ids().newPerson()).not.toBe(store.ids().newPerson())
    expect(store.ids().newEvent().slice(0, 16)).toBe(`evt_${NOW.toString(16).padStart(12, '0')}`)
    expect(store.ids().random(9)).toHaveLength(9)
  })
})
