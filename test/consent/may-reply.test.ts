import { describe, expect, test } from 'vitest'
import type { Category } from '../../consent/company.ts'
import { mayReplyNow, isSaidLately, type ReplyQuestion, WITHHELD } from '../../consent/may-reply.ts'
import type { ReplyKind, SaidReply } from '../../consent/reply.ts'
import { after, eventId, OFFERS } from './acts.ts'

const ORDERS: Category = { ...OFFERS, id: 'orders', kind: 'utility' }

/** A reply to the nth event, which was written at its second; asked at second 100 unless told. */
type Asked = Partial<Pick<ReplyQuestion, 'policy' | 'said' | 'categories'>> & {
  readonly to: number
  readonly at?: number
  readonly now?: number
}

const OF_CATEGORIES: readonly ReplyKind[] = ['confirmOptIn']

const judged = (kind: ReplyKind, told: string, asked: Asked): string => {
  const { to, at = 10, now = 100, policy = 'any-message', said = [] } = asked
  const categories = asked.categories ?? (OF_CATEGORIES.includes(kind) ? [OFFERS] : [])
  const judgement = mayReplyNow({
    kind,
    event: eventId(to),
    actedAt: at * 1000,
    now: now * 1000,
    sender: 'main',
    policy,
    registers: after(told),
    categories,
    isOfEverything: categories.length === 0,
    grantedTo: [{ sender: 'main', policy }],
    said,
  })
  if (!judgement.may) return judgement.why
  const channel = judgement.isWindowOpen ? 'text' : 'template'
  return [channel, ...judgement.categories].join(' ')
}

const HOUR = 3_600
const DAY = 24 * HOUR

const confirmed = (event: number, at: number): SaidReply => ({
  event: eventId(event),
  kind: 'confirmOptOut',
  isOfEverything: true,
  actedAt: at * 1000,
  saidAt: at * 1000,
  words: 'w',
})

describe('a confirmation of a yes', () => {
  test.each<[string, string, Asked, string]>([
    ['is said while the yes stands', '10 want', { to: 1 }, 'text offers'],
    [
      'names what still stands alone',
      '10 want',
      { to: 1, categories: [OFFERS, ORDERS] },
      'text offers',
    ],
    ['not once it is revoked', '10 want, 11 revoked', { to: 1 }, 'no_longer_stands'],
    [
      'not once it is revoked in the chat',
      '10 want, 11 stop-offers',
      { to: 1 },
      'no_longer_stands',
    ],
    ['not to somebody who has stopped', '10 want, 11 stop', { to: 1 }, 'blocked'],
    ['not to somebody who has halted', '10 want, 11 halt', { to: 1 }, 'blocked'],
    ['not while the stop is older but stands', '10 stop, 10 want', { to: 2 }, 'blocked'],
    ['after a stop that it lifted', '10 stop, 11 want', { to: 2, at: 11 }, 'text offers'],
    [
      'not for marketing that Meta stopped',
      '10 want, 11 platform-stop',
      { to: 1 },
      'no_longer_stands',
    ],
    ['not in doubt of who it is', '10 want, 11 conflict', { to: 1 }, 'identity_conflict'],
    ['once that is settled', '10 want, 11 conflict, 12 settled', { to: 1 }, 'text offers'],
    ['not to who blocked the business', '10 want, 11 provider-block', { to: 1 }, 'provider_block'],
    ['to who wrote since', '10 want, 11 provider-block, 12 hello', { to: 1 }, 'text offers'],
    ['not for a code of nobody', '10 want-nothing', { to: 1 }, 'no_longer_stands'],
    ['not for a number that was typed', '10 asserted', { to: 1 }, 'no_longer_stands'],
    ['by our own words to the end of the day', '10 want', { to: 1, now: 9 + DAY }, 'text offers'],
    ['by a template after it', '10 want', { to: 1, now: 10 + DAY }, 'template offers'],
    ['not after three days', '10 want', { to: 1, now: 11 + 3 * DAY }, 'too_late'],
  ])('%s', (_, told, asked, verdict) => {
    expect(judged('confirmOptIn', told, asked)).toBe(verdict)
  })
})

describe('a confirmation of an opt-out', () => {
  test.each<[string, string, Asked, string]>([
    ['is said to who is blocked by it', '10 want, 11 stop', { to: 2 }, 'text'],
    ['and to who never agreed to anything', '10 stop', { to: 1 }, 'text'],
    ['within five minutes', '10 stop', { to: 1, now: 310 }, 'text'],
    ['and never later', '10 stop', { to: 1, now: 310.001 }, 'too_late'],
    [
      'also where the person returns by keyword alone',
      '10 stop',
      { to: 1, policy: 'keyword' },
      'text',
    ],
    ['not once the person has come back', '10 stop, 11 hello', { to: 1 }, 'no_longer_stands'],
    ['which takes a keyword there', '10 stop, 11 hello', { to: 1, policy: 'keyword' }, 'text'],
    ['not of the first of two', '10 stop, 11 stop', { to: 1 }, 'superseded'],
    ['but of the second', '10 stop, 11 stop', { to: 2, at: 11 }, 'text'],
    ['not again', '10 stop, 11 stop', { to: 2, said: [confirmed(1, 10)] }, 'already_said'],
    [
      'again after a return',
      '10 stop, 11 hello, 12 stop',
      { to: 3, said: [confirmed(1, 10)] },
      'text',
    ],
    ['also where a form halts too', '10 stop, 11 halt', { to: 1 }, 'text'],
    ['also in doubt of who it is', '10 stop, 11 conflict', { to: 1 }, 'text'],
    ['not to who blocked the business', '10 stop, 11 provider-block', { to: 1 }, 'provider_block'],
    ['not of a halt, which no message is', '10 halt', { to: 1 }, 'superseded'],
    ['of one category', '10 stop-offers', { to: 1, categories: [OFFERS] }, 'text offers'],
    [
      'not of one that is back',
      '10 stop-offers, 11 want',
      { to: 1, categories: [OFFERS] },
      'no_longer_stands',
    ],
    [
      'not of one once all is stopped',
      '10 stop-offers, 11 stop',
      { to: 1, categories: [OFFERS] },
      'blocked',
    ],
  ])('%s', (_, told, asked, verdict) => {
    expect(judged('confirmOptOut', told, asked)).toBe(verdict)
  })
})

describe.each(['help', 'askBack', 'freshLink'] as const)('%s', (kind) => {
  test.each<[string, string, Asked, string]>([
    ['is said', '10 hello', { to: 1 }, 'text'],
    ['not to somebody blocked', '10 suspected, 11 stop', { to: 1 }, 'blocked'],
    ['nor to one who is blocked still', '10 stop, 11 suspected', { to: 2, at: 11 }, 'blocked'],
    ['within the hour', '10 hello', { to: 1, now: 10 + HOUR }, 'text'],
    ['and not later', '10 hello', { to: 1, now: 11 + HOUR }, 'too_late'],
  ])('%s', (_, told, asked, verdict) => {
    expect(judged(kind, told, asked)).toBe(verdict)
  })
})

test('two senders: what is said at one tells nothing of the other', () => {
  expect(judged('confirmOptOut', '10 stop, 11 stop elsewhere', { to: 1 })).toBe('text')
  expect(judged('help', '10 stop elsewhere, 11 hello', { to: 2, at: 11 })).toBe('text')
})

const saidAt = (at: number, words: string, kind: ReplyKind = 'help'): SaidReply => ({
  ...confirmed(9, at),
  kind,
  words,
})

const many = (count: number): readonly SaidReply[] =>
  Array.from({ length: count }, (_, index) => saidAt(50 + index, `x${index}`))

describe('the same words', () => {
  test.each<[string, readonly SaidReply[], ReplyKind, boolean]>([
    ['a minute ago are not said again', [saidAt(40, 'w')], 'help', true],
    ['ten minutes ago are', [saidAt(100 - 600, 'w')], 'help', false],
    ['of a yes a moment ago are not', [saidAt(60, 'w', 'confirmOptIn')], 'confirmOptIn', true],
    ['of a yes a minute ago are', [saidAt(40, 'w', 'confirmOptIn')], 'confirmOptIn', false],
    ['others are', [saidAt(40, 'x')], 'help', false],
    ['with others since are', [saidAt(40, 'w'), saidAt(50, 'x')], 'help', false],
    ['of an opt-out are', [saidAt(40, 'w', 'confirmOptOut')], 'confirmOptOut', false],
    ['never said are', [], 'help', false],
    ['that are new are, after nine others', many(9), 'help', false],
    ['that are new are not, after ten', many(10), 'help', true],
    ['of an opt-out are, after ten', many(10), 'confirmOptOut', false],
  ])('%s', (_, before, kind, isRepeated) => {
    const question = { kind, event: eventId(1), now: 100_000, said: before }
    expect(isSaidLately(question, 'w')).toBe(isRepeated)
  })
})

test('every reason is a word of its own', () => {
  expect(new Set(WITHHELD).size).toBe(WITHHELD.length)
})
