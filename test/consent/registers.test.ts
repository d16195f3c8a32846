import { describe, expect, test } from 'vitest'
import type { Act } from '../../consent/event.ts'
import type { Moment } from '../../consent/moment.ts'
import { grantsOf, held, joined, raise, raisedBy, registersOf } from '../../consent/registers.ts'
import { ACTS, after, eventId, GRANT, history, message, personId, yes } from './acts.ts'

type Case = readonly [promise: string, act: Act, yeses: string, noes: string]

const BOTH = { categories: ['offers', 'orders'], senders: ['main', 'second'] }

// The registers that are raised to the moment of a yes, and those that are raised to the moment of a no.
const CASES: readonly Case[] = [
  ['R1: a typed yes is no return', yes('asserted'), 'granted/main/offers/asserted', ''],
  [
    'R1: a yes grants each category at each sender that the notice named',
    yes('witnessed', BOTH),
    'granted/main/offers/witnessed granted/main/orders/witnessed ' +
      'granted/second/offers/witnessed granted/second/orders/witnessed',
    '',
  ],
  [
    'R1: a yes by a link delivered to the phone is a return too',
    yes('link'),
    'granted/main/offers/link returned/main',
    '',
  ],
  [
    'R1: a yes of that proof without a link is no return',
    yes('link', { source: 'form' }),
    'granted/main/offers/link',
    '',
  ],
  [
    'R1: a number typed on a link’s page is no return',
    yes('asserted', { source: 'link' }),
    'granted/main/offers/asserted',
    '',
  ],
  [
    'R1: a link on which everything is refused is no return',
    ACTS['refused-by-link'],
    '',
    'denied/offers',
  ],
  ['R2: a refusal counts at the latest', ACTS.refused, '', 'denied/offers'],
  [
    'R2: what is granted and refused in one act is refused later',
    yes('witnessed', { refused: ['offers'] }),
    'granted/main/offers/witnessed',
    'denied/offers',
  ],
  [
    'R4: a no through a door halts at all senders that it speaks for',
    { ...ACTS.halt, senders: BOTH.senders },
    '',
    'halted/main halted/second',
  ],
  [
    'R4: a no that names no category is a no to everything',
    { ...ACTS.halt, categories: [] },
    '',
    'halted/main',
  ],
  ['R1: a no to a category holds for every sender', ACTS.revoked, '', 'revoked/offers'],
  ['R1: a message opens the window', ACTS.hello, 'window/main message/main', ''],
  ['R1: a resume word is a return', ACTS.start, 'window/main message/main returned/main', ''],
  [
    'R1: a subscribe keyword grants by message and is a return',
    ACTS.want,
    'window/main message/main granted/main/offers/message returned/main',
    '',
  ],
  [
    'R1: a subscription is a return where the message came to',
    message({ meaning: 'subscribe', granted: { ...GRANT, senders: ['second'] } }),
    'window/main message/main granted/second/offers/message returned/main',
    '',
  ],
  [
    'R6: a subscription that grants nothing is no return',
    ACTS['want-nothing'],
    'window/main message/main',
    '',
  ],
  [
    'R6: a subscription to no category is no return',
    message({ meaning: 'subscribe', granted: { ...GRANT, categories: [] } }),
    'window/main message/main',
    '',
  ],
  ['R4: an opt-out word is no message', ACTS.stop, 'window/main', 'stopped/main'],
  ['R5: what sounds like an opt-out is no message', ACTS.suspected, 'window/main', ''],
  [
    'R5: what sounds like an opt-out stops where the sender is strict',
    ACTS['strictly-suspected'],
    'window/main',
    'stopped/main',
  ],
  ['R5: #stop offers is no message', ACTS['stop-offers'], 'window/main', 'revoked/offers'],
  [
    'R5: a no to a category that we do not have is no message',
    message({ meaning: 'unsubscribe_category' }),
    'window/main',
    '',
  ],
  [
    'R6: a message that holds a no grants nothing and is no return',
    { ...ACTS.want, revoked: ['orders'] },
    'window/main',
    'revoked/orders',
  ],
  ['R5: Meta’s stop counts at the latest', ACTS['platform-stop'], '', 'platform_stop/main'],
  ['R5: Meta’s resume at the earliest', ACTS['platform-resume'], 'platform_resume/main', ''],
  ['R2: a provider’s block at the latest', ACTS['provider-block'], '', 'provider_block/main'],
  ['R7: a conflict counts at the latest', ACTS.conflict, '', 'conflict'],
  ['R7: its settlement at the earliest', ACTS.settled, 'settled', ''],
  [
    'an erasure is a no at every sender, at the latest',
    ACTS.erased,
    '',
    'halted/main halted/second',
  ],
]

const raisedAt = (act: Act, moment: Moment): ReadonlyMap<string, number> =>
  new Map(
    raisedBy({ id: eventId(1), person: personId(1), moment, act }).map(({ register, mark }) => [
      register,
      mark.at,
    ]),
  )

const at = (instant: number, registers: string): readonly (readonly [string, number])[] =>
  registers === '' ? [] : registers.split(' ').map((register) => [register, instant])

describe('what each act raises (R1, R2)', () => {
  test.each(CASES)('%s', (_, act, yeses, noes) => {
    const moment = { clock: 'provider', claimedAt: 10_500, receivedAt: 12_000 } as const
    expect(raisedAt(act, moment)).toEqual(new Map([...at(10_000, yeses), ...at(10_999, noes)]))
  })

  const HOUR = 3_600_000

  test.each<[string, number, string]>([
    ['R2: a yes that was kept offline counts when claimed', HOUR, 'granted/main/offers/witnessed'],
    ['R2: after more than 72 hours it counts no more', 73 * HOUR, ''],
    ['R2: claimed to have happened after we received it, it does not count', -1, ''],
  ])('%s, and a no in it when received', (_, keptFor, yeses) => {
    const receivedAt = 1000 * HOUR
    const claimedAt = receivedAt - keptFor
    const act = yes('witnessed', { refused: ['orders'] })
    expect(raisedAt(act, { clock: 'offline', claimedAt, receivedAt })).toEqual(
      new Map([...at(claimedAt, yeses), ...at(receivedAt, 'denied/orders')]),
    )
  })
})

describe('registers (R1)', () => {
  test('R1: an event only ever raises registers', () => {
    const late = after('20 stop')
    const early = history('10 stop').flatMap(raisedBy)
    expect(raise(late, early)).toEqual(late)
    expect(held(raise(new Map(), early), 'stopped/main')).toEqual({ at: 10_000, by: eventId(1) })
  })

  test('R1: at equal times the greater event id stays, whatever came first', () => {
    const events = history('10 stop, 10 stop')
    const expected = { at: 10_000, by: eventId(2) }
    expect(held(registersOf(events), 'stopped/main')).toEqual(expected)
    expect(held(registersOf(events.toReversed()), 'stopped/main')).toEqual(expected)
  })

  test('R1: raising leaves the registers it began with as they were', () => {
    const before = after('10 hello')
    const kept = new Map(before)
    raise(before, history('20 stop').flatMap(raisedBy))
    expect(before).toEqual(kept)
  })

  test('R3: grants are told strongest proof first, only of their category and sender', () => {
    const told = '1 imported, 2 asserted, 3 witnessed, 4 link, 5 want, 9 link elsewhere'
    const grants = grantsOf(after(told), 'main', 'offers')
    expect(grants.map(({ proof, mark }) => `${proof} ${mark.at}`)).toEqual([
      'message 5000',
      'link 4000',
      'witnessed 3000',
      'asserted 2000',
      'imported 1000',
    ])
    expect(grantsOf(after(told), 'main', 'orders')).toEqual([])
  })
})

describe('persons read together (R7)', () => {
  const first = after('10 stop, 20 want, 30 settled, 31 platform-resume')
  const second = after(
    '15 stop, 16 halt, 17 revoked, 18 refused, 19 platform-stop, 20 provider-block, 21 conflict',
  )

  test('R7: registers of persons who are the same merge', () => {
    const merged = joined([first, second], [])
    expect(new Set(merged.keys())).toEqual(new Set([...first.keys(), ...second.keys()]))
    expect(held(merged, 'stopped/main')?.at).toBe(15_000)
    expect(held(merged, 'message/main')?.at).toBe(20_000)
    expect(joined([second, first], [])).toEqual(merged)
  })

  test('R7: of a person who may be the same every no counts, and no yes', () => {
    expect([...joined([], [first]).keys()]).toEqual(['stopped/main'])
    expect(joined([], [second])).toEqual(
      new Map([...second].filter(([register]) => register !== 'window/main')),
    )
    expect(held(joined([first], [second]), 'stopped/main')?.at).toBe(15_000)
  })
})
