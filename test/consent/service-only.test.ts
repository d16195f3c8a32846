import { describe, expect, test } from 'vitest'
import { eventId } from './acts.ts'
import { ask, type Asked, type Case, said } from './ask.ts'

const MARKETING: Asked = { policy: 'service-only' }
const UTILITY: Asked = { policy: 'service-only', category: { kind: 'utility' } }

const CASES: readonly Case[] = [
  ['marketing needs nothing new without a stop', '10 want', MARKETING, 'consented 1 message'],
  ['no message brings marketing back', '10 want, 11 stop, 12 hello', MARKETING, 'blocked 2 -'],
  ['a resume word does not', '10 want, 11 stop, 12 start', MARKETING, 'blocked 2 -'],
  ['nor does it after a halt', '10 want, 11 halt, 12 start', MARKETING, 'blocked 2 -'],
  ['a new yes by message does', '10 link, 11 stop, 12 want', MARKETING, 'consented 3 message'],
  ['a new yes by link does', '10 link, 11 stop, 12 link', MARKETING, 'consented 3 link'],
  [
    'a yes in the instant of the stop is not new',
    '11 stop, 11 want, 12 hello',
    MARKETING,
    'blocked 1 -',
  ],
  [
    'a typed yes is not enough',
    '10 want, 11 stop, 12 hello, 13 asserted',
    { ...MARKETING, category: { leastProof: 'asserted' } },
    'blocked 2 -',
  ],
  [
    'a yes to another sender is not one to this',
    '10 want, 11 stop, 12 hello, 13 want elsewhere',
    MARKETING,
    'blocked 2 -',
  ],
  [
    'the new yes is the evidence, not a stronger one from before the stop',
    '10 want, 11 stop, 12 hello, 13 link',
    MARKETING,
    'consented 4 link',
  ],
  [
    'a new yes that is held does not bring an older one back',
    '10 want, 11 stop, 12 hello, 13 link',
    { ...MARKETING, isHeld: (event) => event === eventId(4) },
    'held_source 4 link',
  ],
  [
    'a no after the new yes takes another',
    '10 stop, 11 want, 12 revoked',
    MARKETING,
    'blocked 1 -',
  ],
  [
    'a second stop takes a second new yes',
    '10 stop, 11 want, 12 stop, 13 hello',
    MARKETING,
    'blocked 3 -',
  ],
  [
    'the evidence is what blocks everything, where something does',
    '10 halt, 11 stop, 12 hello',
    MARKETING,
    'blocked 1 -',
  ],
  [
    'a stop at another sender takes nothing here',
    '10 want, 11 stop elsewhere',
    MARKETING,
    'consented 1 message',
  ],
  ['a message brings utility back', '10 want, 11 stop, 12 hello', UTILITY, 'consented 1 message'],
  ['until then utility too is blocked', '10 want, 11 stop', UTILITY, 'blocked 2 -'],
  [
    'utility in a marketing template does not come back',
    '10 want, 11 stop, 12 hello',
    { ...UTILITY, templateKind: 'marketing' },
    'blocked 2 -',
  ],
]

describe('coming back under service-only (R5)', () => {
  test.each(CASES)('R5 service-only: %s (%s)', (_, told, asked, expected) => {
    expect(said(ask(told, asked))).toBe(expected)
  })
})

describe('marketing under the other policies (R5)', () => {
  test.each<Case>([
    [
      'any-message: a message brings marketing back',
      '10 want, 11 stop, 12 hello',
      { policy: 'any-message' },
      'consented 1 message',
    ],
    [
      'keyword: a message does not',
      '10 want, 11 stop, 12 hello',
      { policy: 'keyword' },
      'blocked 2 -',
    ],
    [
      'keyword: a resume word does, and what was granted before stands again',
      '10 want, 11 stop, 12 start',
      { policy: 'keyword' },
      'consented 1 message',
    ],
  ])('R5 %s (%s)', (_, told, asked, expected) => {
    expect(said(ask(told, asked))).toBe(expected)
  })
})
