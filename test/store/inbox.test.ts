import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { NOTICE, NOW } from './acts.ts'
import { storeOn } from './store-under-test.ts'

const inbound = (id: string, receivedAt: number) =>
  ({
    id,
    provider: 'whatsapp-cloud',
    place: 'main',
    receivedAt,
    type: 'application/json',
    isStale: false,
    body: Buffer.from([0, 255, 128, 10, ...Buffer.from(id)]),
  }) as const

describe.each(ENGINES)('a provider’s body on %s', (engine) => {
  const store = storeOn(engine)
  test('waits, the oldest first, exactly as it came', async () => {
    const company = store.company()
    const bodies = [inbound('b', NOW + 1), inbound('a', NOW + 1), inbound('c', NOW)]
    await company.write(async (records) => {
      for (const body of bodies) await records.keepInbound(body)
    })
    expect(await company.waiting(10)).toEqual([bodies[2], bodies[1], bodies[0]])
    expect(await company.waiting(1)).toEqual([bodies[2]])
    expect(await store.company().waiting(10)).toEqual([])
  })

  test('goes when it is worked off, and stays, no longer waiting, when a note says why', async () => {
    const company = store.company()
    await company.write(async (records) => {
      await records.keepInbound(inbound('done', NOW))
      await records.keepInbound(inbound('odd', NOW))
      await records.finishInbound('done', null)
      await records.finishInbound('odd', 'an unknown shape')
    })
    expect(await company.waiting(10)).toEqual([])
    await company.write(async (records) => {
      await records.keepInbound(inbound('done', NOW))
      await records.keepInbound(inbound('odd', NOW))
    })
    // The one was gone, and waits again; the other was still there, with its note.
    expect((await company.waiting(10)).map(({ id }) => id)).toEqual(['done'])
  })

  test('that fails again and again keeps no newer one waiting', async () => {
    const company = store.company()
    await company.write(async (records) => {
      for (const [n, id] of ['poison', 'second', 'third'].entries()) {
        await records.keepInbound(inbound(id, NOW + n))
      }
    })
    const first = async () => (await company.waiting(1)).map(({ id }) => id)
    expect(await first()).toEqual(['poison'])
    await company.write((records) => records.postponeInbound('poison'))
    expect(await first()).toEqual(['second'])
    await company.write((records) => records.postponeInbound('second'))
    await company.write((records) => records.postponeInbound('second'))
    expect((await company.waiting(10)).map(({ id }) => id)).toEqual(['third', 'poison', 'second'])
  })

  test('that comes twice is kept once, as it came first', async () => {
    const company = store.company()
    await company.write((records) => records.keepInbound(inbound('twice', NOW)))
    await company.write((records) => records.keepInbound(inbound('twice', NOW + 5)))
    expect(await company.waiting(10)).toEqual([inbound('twice', NOW)])
  })
})

describe.each(ENGINES)('a notice on %s', (engine) => {
  const store = storeOn(engine)

  test('is found by the hash that names it, in its company', async () => {
    const company = store.company()
    expect(await company.notice('a1')).toBeNull()
    await company.write((records) => records.keepNotice('a1', NOTICE))
    await company.write((records) => records.keepNotice('a1', NOTICE))
    expect(await company.notice('a1')).toEqual(NOTICE)
    expect(await store.company().notice('a1')).toBeNull()
  })
})
