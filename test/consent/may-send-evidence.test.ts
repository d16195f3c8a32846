import { describe, expect, test } from 'vitest'
import { eventId } from './acts.ts'
import { ask, type Asked, type Case, DAY, said } from './ask.ts'

const holding = (...numbers: readonly number[]): Asked => ({
  isHeld: (event) => numbers.some((number) => eventId(number) === event),
})

const SECOND_ELEVEN = { category: { purposeChangedAt: '1970-01-01T00:00:11Z' } }
const ONE_DAY = { category: { validForDays: 1 } }

const YESES: readonly Case[] = [
  ['R3: the strongest proof is the evidence', '10 want, 11 link', {}, 'consented 1 message'],
  ['R3: whatever came last', '11 link, 10 want', {}, 'consented 2 message'],
  ['R8: a yes that is held does not count', '10 want, 11 link', holding(1), 'consented 2 link'],
  ['R8: if all are held, it is said', '10 want, 11 link', holding(1, 2), 'held_source 1 message'],
  ['R8: nor one to an older purpose', '10 want, 11 link', SECOND_ELEVEN, 'consented 2 link'],
  ['R8: one in its first instant counts', '11 want', SECOND_ELEVEN, 'consented 1 message'],
  [
    'R8: no yes counts where the purpose’s instant cannot be read',
    '11 want',
    { category: { purposeChangedAt: '1970-01-01T00:00:00+05' } },
    'needs_renewal 1 message',
  ],
  [
    'R8: nor does one that has expired',
    `10 want, ${DAY} link`,
    { ...ONE_DAY, now: DAY + 10 },
    'consented 2 link',
  ],
  [
    'R8: a moment before, it counts',
    '10 want',
    { ...ONE_DAY, now: DAY + 9.999 },
    'consented 1 message',
  ],
  [
    'R8: of several lapses the first of the list is said',
    '10 want, 11 link',
    { ...SECOND_ELEVEN, ...holding(2) },
    'needs_renewal 1 message',
  ],
  [
    'R8: and not that of the strongest proof',
    `10 link, ${DAY} want`,
    {
      category: { validForDays: 1, purposeChangedAt: '1970-01-03T00:00:00Z' },
      now: DAY + 10,
    },
    'expired 1 link',
  ],
  [
    'R3: an old record is not enough, even where the document says so',
    '10 imported',
    { category: { leastProof: 'imported' } },
    'quarantined 1 imported',
  ],
  [
    'R3: a typed yes is enough where the document says so',
    '10 asserted',
    { category: { leastProof: 'asserted' } },
    'consented 1 asserted',
  ],
  ['R8: pending comes before quarantined', '11 imported, 10 asserted', {}, 'pending 2 asserted'],
  ['R8: a pause is over at its end', '10 want', { pausedUntil: 100_000 }, 'consented 1 message'],
]

const NOES: readonly Case[] = [
  [
    'R7: a conflict ends when it is settled',
    '10 want, 11 conflict, 12 settled',
    {},
    'consented 1 message',
  ],
  [
    'R7: not by a settlement in its instant',
    '10 want, 11 conflict, 11 settled',
    {},
    'identity_conflict 2 -',
  ],
  ['R7: nor by an earlier one', '10 want, 13 conflict, 12 settled', {}, 'identity_conflict 2 -'],
  [
    'R5: Meta’s stop ends with Meta’s resume',
    '10 want, 11 platform-stop, 12 platform-resume',
    {},
    'consented 1 message',
  ],
  [
    'R5: not with one in its instant',
    '10 want, 11 platform-stop, 11 platform-resume',
    {},
    'platform_stop 2 -',
  ],
  [
    'R5: nor with any word, keyword or link',
    '10 want, 11 platform-stop, 12 start, 13 want, 14 link',
    {},
    'platform_stop 2 -',
  ],
  [
    'R8: a provider’s block ends with a message',
    '10 want, 11 provider-block, 12 hello',
    {},
    'consented 1 message',
  ],
  [
    'R8: not with one in its instant',
    '10 want, 11 provider-block, 11 hello',
    {},
    'provider_block 2 -',
  ],
  [
    'R8: nor with one that sounds like an opt-out',
    '10 want, 11 provider-block, 12 suspected',
    {},
    'provider_block 2 -',
  ],
  [
    'R1: what stops another sender does not stop this one',
    '10 want, 11 provider-block elsewhere, 11 platform-stop elsewhere, 11 halt elsewhere',
    {},
    'consented 1 message',
  ],
  [
    'R1: a category’s no stops it at every sender',
    '10 want, 11 stop-offers elsewhere',
    {},
    'revoked 2 -',
  ],
]

const at = (now: number): Asked => ({ category: { kind: 'service' }, now })

const WINDOW: readonly Case[] = [
  ['R8: a message opens the window', '10 hello', at(11), 'service_window 1 message'],
  ['R8: a yes comes before the window', '10 want, 11 hello', at(12), 'consented 1 message'],
  ['R8: it is open for a day', '10 hello', at(DAY + 9.999), 'service_window 1 message'],
  ['R8: and no longer', '10 hello', at(DAY + 10), 'never_asked - -'],
  ['R8: a message opens it anew', '10 hello, 20 hello', at(DAY + 10), 'service_window 2 message'],
  ['R8: at another sender it stays shut', '10 hello elsewhere', at(11), 'never_asked - -'],
  ['R8: it is for service alone', '10 hello', { now: 11 }, 'never_asked - -'],
  ['R8: a stop comes before it', '10 stop', at(11), 'blocked 1 -'],
  ['R8: a category’s no comes before it', '10 revoked, 11 hello', at(12), 'revoked 1 -'],
  [
    'R8: it comes before a yes that is pending',
    '10 asserted, 11 hello',
    at(12),
    'service_window 2 message',
  ],
  [
    'R8: it comes before a yes that has lapsed',
    '10 want, 11 hello',
    { ...at(12), isHeld: () => true },
    'service_window 2 message',
  ],
]

describe('what a decision rests on (R3, R8)', () => {
  test.each([...YESES, ...NOES, ...WINDOW])('%s (%s)', (_, told, asked, expected) => {
    expect(said(ask(told, asked))).toBe(expected)
  })
})
