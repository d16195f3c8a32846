import { beforeEach, describe, expect, test } from 'vitest'
import { by, newPhone, writes } from '../http/acts.ts'
import { ENGINES } from '../support/databases.ts'
import { type FakeProvider, fakeProvider, type Manner } from './fake-provider.ts'
import { type Talking, talkingOn } from './talking.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

const TOO_MANY = { status: 429 } as const
const WITH_PATIENCE = { status: 429, headers: { 'Retry-After': '30' } } as const
const RATE_LIMIT = { status: 400, json: { error: { code: 130429 } } } as const

/** Lets the chore look every five seconds for a while. Gives how long after the first look each request came. */
const lookFor = async (talking: Talking, provider: FakeProvider, ms: number) => {
  const requests: number[] = []
  for (let passed = 0; passed <= ms; passed += 5 * SECOND) {
    const before = provider.asked.length
    const { memory, now } = talking.service.deps
    if ((await memory.companiesWithReplies(now())).length > 0) await talking.speak()
    if (provider.asked.length > before) requests.push(passed)
    talking.service.pass(5 * SECOND)
  }
  return requests
}

describe.each(ENGINES)('a provider that does not behave, on %s', (engine) => {
  const provider = fakeProvider()
  const talking = talkingOn(engine, provider, 1_000)

  beforeEach(async () => {
    await talking().fates()
    provider.forget()
  })

  const wants = () => writes(talking().service, by(newPhone()), '#want')

  test.each<[string, readonly Manner[], number, string]>([
    ['late', ['late'], 1, 'confirmOptIn sent -'],
    ['never', ['never'], 1, 'confirmOptIn unknown timeout'],
    ['by hanging up', ['by-hanging-up'], 1, 'confirmOptIn unknown UND_ERR_SOCKET'],
    ['with nonsense', ['with-nonsense'], 1, 'confirmOptIn unknown unreadable'],
    ['200 without an id', [{ status: 200 }], 1, 'confirmOptIn unknown unreadable'],
    ['500', [{ status: 500 }], 1, 'confirmOptIn unknown http_500'],
    ['502', [{ status: 502 }], 1, 'confirmOptIn unknown http_502'],
    ['401', [{ status: 401 }], 1, 'confirmOptIn failed http_401'],
    [
      'a redirect',
      [{ status: 307, headers: { location: '/' } }],
      1,
      'confirmOptIn failed http_307',
    ],
    [
      'that the number is not on WhatsApp',
      [{ status: 400, json: { error: { code: 131026 } } }],
      1,
      'confirmOptIn failed http_400_131026',
    ],
    [
      'a code that could be a number',
      [{ status: 400, json: { error: { code: '5215512345678' } } }],
      1,
      'confirmOptIn failed http_400',
    ],
    ['503, then well', [{ status: 503 }], 2, 'confirmOptIn sent -'],
    ['429, then well', [TOO_MANY], 2, 'confirmOptIn sent -'],
    ['429 three times, then well', [TOO_MANY, TOO_MANY, TOO_MANY], 4, 'confirmOptIn sent -'],
    ['a rate limit in a 400, then well', [RATE_LIMIT], 2, 'confirmOptIn sent -'],
    ['429, then never', [TOO_MANY, 'never'], 2, 'confirmOptIn unknown timeout'],
  ])('answers %s', async (_, manners, requests, fate) => {
    await wants()
    provider.behave(...manners)
    await lookFor(talking(), provider, 3 * MINUTE)
    expect(provider.asked).toHaveLength(requests)
    expect(provider.taken.length).toBeLessThan(2)
    expect(await talking().fates()).toEqual([fate])
  })

  test('is asked again later and later, and at last given up', async () => {
    await wants()
    provider.behave(...Array.from({ length: 20 }, () => TOO_MANY))
    const requests = await lookFor(talking(), provider, 60 * MINUTE)
    const pauses = requests.slice(1).map((at, index) => at - (requests[index] ?? 0))
    expect(requests).toHaveLength(8)
    expect(pauses.at(-1)).toBeGreaterThan(4 * (pauses[0] ?? 0))
    expect(await talking().fates()).toEqual(['confirmOptIn failed http_429'])
  })

  test('is not asked before the time that it names', async () => {
    await wants()
    provider.behave(WITH_PATIENCE)
    expect(await lookFor(talking(), provider, MINUTE)).toEqual([0, 30 * SECOND])
    expect(await talking().fates()).toEqual(['confirmOptIn sent -'])
  })

  test('that names a date is asked then, by its own clock', async () => {
    await wants()
    const date = 'Wed, 18 Nov 2026 11:00:00 GMT'
    const until = 'Wed, 18 Nov 2026 11:00:40 GMT'
    provider.behave({ status: 503, headers: { date, 'retry-after': until } })
    expect(await lookFor(talking(), provider, MINUTE)).toEqual([0, 40 * SECOND])
  })

  test('confirms no opt-out later than five minutes after it, however often it says "later"', async () => {
    await writes(talking().service, by(newPhone()), 'salir')
    provider.behave(...Array.from({ length: 20 }, () => WITH_PATIENCE))
    const requests = await lookFor(talking(), provider, 20 * MINUTE)
    expect(requests.length).toBeGreaterThan(1)
    expect(requests.at(-1)).toBeLessThanOrEqual(5 * MINUTE)
    expect(await talking().fates()).toEqual(['confirmOptOut failed http_429'])
  })

  test('says nothing more to somebody who opts out between two attempts', async () => {
    const phone = newPhone()
    await writes(talking().service, by(phone), '#want')
    provider.behave(TOO_MANY)
    await talking().speak()
    await writes(talking().service, by(phone), 'salir')
    await lookFor(talking(), provider, 3 * MINUTE)
    expect(talking().said()).toEqual([expect.stringContaining('Ya no recibirás')])
    expect((await talking().fates()).toSorted()).toEqual([
      'confirmOptIn withheld blocked',
      'confirmOptOut sent -',
    ])
  })

  test('is told of to the operator when nobody knows what it took', async () => {
    const faults = talking().service.faults.length
    await wants()
    provider.behave('never')
    await lookFor(talking(), provider, MINUTE)
    expect(talking().service.faults.slice(faults)).toEqual([
      'a reply whose fate is not known: Error: timeout',
    ])
  })

  test('keeps nobody else waiting', async () => {
    await wants()
    await wants()
    await wants()
    provider.behave('never', 'well', 'well')
    await talking().speak()
    expect((await talking().fates()).toSorted()).toEqual([
      'confirmOptIn sent -',
      'confirmOptIn sent -',
      'confirmOptIn unknown timeout',
    ])
  })
})

describe('a provider that is not there', () => {
  const provider = fakeProvider()
  const closed = { ...provider, url: 'http://127.0.0.1:2' }
  const talking = talkingOn('sqlite', closed)

  test('is tried again: nothing can have been taken', async () => {
    await writes(talking().service, by(newPhone()), '#want')
    await talking().speak()
    expect(await talking().counts()).toEqual([
      { kind: 'confirmOptIn', state: 'waiting', reason: 'ECONNREFUSED', count: 1 },
    ])
  })
})
