import { describe, expect, test } from 'vitest'
import { hearWaiting, hearWebhook } from '../../server/actions/hear-webhook.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, hear, newPhone, person, post, reasons, writes } from './acts.ts'
import { SECOND_PHONE_NUMBER_ID, twoSenders } from './companies.ts'
import { messages, PHONE_NUMBER_ID, text, type Wire, wire, wireMessage } from './meta.ts'

const fails = () => {
  throw new Error('a fault')
}

describe.each(ENGINES)('a delivery of Meta’s, on %s,', (engine) => {
  const service = serviceFor({ engine })

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    return phone
  }

  test('that is bad spoils none of the good ones beside it', async () => {
    const [first, last] = [await consented(), await consented()]
    service().pass(2_000)
    const good = (phone: string) => wireMessage(service().now(), { ...by(phone), ...text('STOP') })
    const bad: readonly unknown[] = [
      null,
      7,
      'STOP',
      [],
      {},
      { type: 'text', from: 5, id: {}, timestamp: [] },
      { ...good(newPhone()), timestamp: 'soon' },
      { ...good(newPhone()), timestamp: '99999999999999999999' },
      { ...good(newPhone()), from: 'x'.repeat(5_000) },
      { ...good(newPhone()), text: 'STOP' },
      { ...good(newPhone()), type: '__proto__' },
    ]
    const { inbox = 0 } = await service().rows()
    await hear(service(), messages([good(first), ...(bad as Wire[]), good(last)]))
    expect((await service().rows())['inbox']).toBe(inbox + 1)
    expect(await reasons(service(), first)).toEqual(['blocked', 'blocked'])
    expect(await reasons(service(), last)).toEqual(['blocked', 'blocked'])
  })

  test('may be one of a thousand, in many entries', async () => {
    const phones = Array.from({ length: 60 }, newPhone)
    const changes = phones.map((phone) =>
      messages([wireMessage(service().now(), { ...by(phone), ...text('#want') })]),
    )
    await hear(service(), ...changes)
    for (const phone of [phones[0] ?? '', phones[59] ?? '']) {
      expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    }
  })

  test('again changes nothing, alone or in other company', async () => {
    const phone = newPhone()
    const message = await writes(service(), by(phone), '#want offers')
    await writes(service(), by(phone), 'SALIR')
    const before = await service().rows()
    service().pass(7 * 24 * 60 * 60 * 1000)
    await hear(service(), messages([message]))
    await hear(
      service(),
      messages([message, message], { contacts: [{ profile: { name: 'Ana' } }] }),
    )
    expect(await service().rows()).toEqual(before)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('counts by when it was sent, whenever it comes', async () => {
    const phone = newPhone()
    const say = (at: number, said: string) => wireMessage(at, { ...by(phone), ...text(said) })
    const now = service().now()
    const told = [say(now, '#want'), say(now + 10_000, 'STOP'), say(now + 20_000, 'hola')]
    service().pass(60_000)
    for (const message of [told[2], told[0]]) await hear(service(), messages([message ?? {}]))
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    await hear(service(), messages([told[1] ?? {}]))
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    await hear(service(), messages([say(now + 20_000, 'STOP')]))
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('is a stop when one of the same second is not', async () => {
    const phone = newPhone()
    const say = (said: string) => wireMessage(service().now(), { ...by(phone), ...text(said) })
    await hear(service(), messages([say('STOP'), say('#want'), say('hola')]))
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  const stopOf = async () => {
    const phone = await consented()
    service().pass(2_000)
    const { now, ids } = service().deps
    const stop = wireMessage(now(), { ...by(phone), ...text('STOP') })
    const inbound = {
      id: ids.newEvent().replace('evt_', 'inb_'),
      provider: 'whatsapp-cloud' as const,
      type: 'application/json',
      isStale: false,
      place: 'main',
      receivedAt: now(),
      body: Buffer.from(wire([messages([stop])])),
    }
    return { phone, inbound }
  }

  const demo = async () => {
    const stored = await service().deps.memory.company('demo')
    if (!stored) throw new Error('no demo')
    return stored
  }

  /** Everything as it is, but for a fault that comes once a message is half heard. */
  const faulty = (told: string[]) => {
    const { deps } = service()
    const report = (where: string) => void told.push(where)
    return { ...deps, report, ids: { ...deps.ids, eventOf: fails } }
  }

  test('that was kept and not heard, as before a crash, is heard from there', async () => {
    const { phone, inbound } = await stopOf()
    const { inbox = 0 } = await service().rows()
    const stored = await demo()
    await service()
      .deps.memory.of('demo')
      .write((records) => records.keepInbound(inbound))
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    expect(await hearWaiting(service().deps, stored)).toBe(1)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    expect(await hearWaiting(service().deps, stored)).toBe(0)
    expect((await service().rows())['inbox']).toBe(inbox)
  })

  test('that cannot be heard is kept, is not acknowledged, and is heard later', async () => {
    const { phone, inbound } = await stopOf()
    const before = await service().rows()
    const told: string[] = []
    expect(await hearWebhook(faulty(told), await demo(), inbound)).toEqual({
      problem: 'unavailable',
    })
    expect(told).toEqual(['hearing a webhook'])
    expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    expect(await hearWaiting(service().deps, await demo())).toBe(1)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    expect((await service().rows())['inbox']).toBe(before['inbox'])
  })

  test('that could not be heard and comes again is heard, and waits no more', async () => {
    const { phone, inbound } = await stopOf()
    const { inbox } = await service().rows()
    await hearWebhook(faulty([]), await demo(), inbound)
    expect(await hearWebhook(service().deps, await demo(), inbound)).toBe('heard')
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    expect(await hearWaiting(service().deps, await demo())).toBe(0)
    expect((await service().rows())['inbox']).toBe(inbox)
  })
})

describe.each(ENGINES)('a webhook’s business number, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test('is the one in the payload, among those with the address’s credentials', async () => {
    await service().load(twoSenders())
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    service().pass(2_000)
    const metadata = { phone_number_id: SECOND_PHONE_NUMBER_ID }
    const stop = wireMessage(service().now(), { ...by(phone), ...text('STOP') })
    await hear(service(), messages([stop], { metadata }))
    const { senders } = await person(service(), phone)
    expect(senders.map(({ sender, blocked }) => [sender, blocked])).toEqual([
      ['main', false],
      ['second', true],
    ])
  })

  test.each([
    ['the same under another name', 'QUIERO_SECRET_META_AGAIN', true],
    ['others', 'QUIERO_SECRET_OTHER', false],
  ])('whose credentials are %s is reached by this address: %s, %s', async (_, env, isReached) => {
    const company = twoSenders()
    const [main, second] = company.senders
    if (!main || !second?.provider) throw new Error('two senders')
    const other = { ...second, provider: { ...second.provider, appSecret: { env } } }
    await service().load({ ...company, senders: [main, other] })
    const phone = newPhone()
    await writes(service(), by(phone), 'hola')
    const metadata = { phone_number_id: SECOND_PHONE_NUMBER_ID }
    const stop = wireMessage(service().now(), { ...by(phone), ...text('STOP') })
    await hear(service(), messages([stop], { metadata }))
    const { senders } = await person(service(), phone)
    expect(senders.map(({ blocked }) => blocked)).toEqual([false, isReached])
  })

  test.each([
    ['of nobody', { phone_number_id: '1' }],
    ['left out', { display_phone_number: '5511912345678' }],
    ['no text', { phone_number_id: Number(PHONE_NUMBER_ID) }],
  ])('that is %s is kept, answered, and applied to no one', async (_, metadata) => {
    const before = await service().rows()
    const stop = wireMessage(service().now(), { ...by(newPhone()), ...text('STOP') })
    const answer = await post(service(), wire([messages([stop], { metadata })]))
    expect(answer.status).toBe(200)
    expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
  })
})
