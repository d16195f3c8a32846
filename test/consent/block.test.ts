import { describe, expect, test } from 'vitest'
import { blockOf, lastOptOut } from '../../consent/block.ts'
import { RESUME_POLICIES, resumePolicy, type ResumePolicy } from '../../consent/resume.ts'
import { after, eventId } from './acts.ts'

const ANY: readonly ResumePolicy[] = RESUME_POLICIES
const BY_MESSAGE: readonly ResumePolicy[] = ['any-message', 'service-only']
const KEYWORD: readonly ResumePolicy[] = ['keyword']

type Case = readonly [
  policies: readonly ResumePolicy[],
  promise: string,
  told: string,
  blockedBy: number | null,
]

// The number is that of the deed that blocks.
const CASES: readonly Case[] = [
  [ANY, 'nobody is blocked who never said no', '10 hello', null],
  [ANY, 'a stop blocks', '10 stop', 1],
  [ANY, 'a stop blocks whoever had subscribed before', '9 want, 10 stop', 2],
  [BY_MESSAGE, 'a message after the stop lifts it', '10 stop, 11 hello', null],
  [BY_MESSAGE, 'a message in the same instant does not', '10 stop, 10 hello', 1],
  [BY_MESSAGE, 'a message before the stop does not', '10 stop, 9 hello', 1],
  [BY_MESSAGE, 'a #want that grants nothing is a message', '10 stop, 11 want-nothing', null],
  [KEYWORD, 'a message after the stop does not lift it', '10 stop, 11 hello', 1],
  [KEYWORD, 'a #want that grants nothing does not', '10 stop, 11 want-nothing', 1],
  [ANY, 'a resume word after the stop lifts it', '10 stop, 11 start', null],
  [ANY, 'a resume word in the same instant does not', '10 stop, 10 start', 1],
  [ANY, 'a resume word before the stop does not', '9 start, 10 stop', 2],
  [ANY, 'a subscribe keyword lifts a stop', '10 stop, 11 want', null],
  [ANY, 'a yes by a link lifts a stop', '10 stop, 11 link', null],
  [ANY, 'a yes by a link in the same instant does not', '10 stop, 10 link', 1],
  [ANY, 'a typed yes lifts nothing', '10 stop, 11 asserted', 1],
  [ANY, 'a witnessed yes lifts nothing', '10 stop, 11 witnessed', 1],
  [ANY, 'an old record lifts nothing', '10 stop, 11 imported', 1],
  [ANY, 'what sounds like an opt-out lifts nothing', '10 stop, 11 suspected', 1],
  [ANY, 'what sounds like an opt-out stops nothing', '10 suspected', null],
  [ANY, 'what sounds like one stops where the sender is strict', '10 strictly-suspected', 1],
  [ANY, '#stop x lifts nothing', '10 stop, 11 stop-offers', 1],
  [ANY, '#stop x does not block', '10 stop-offers', null],
  [ANY, 'Meta’s resume lifts no stop of ours', '10 stop, 11 platform-resume', 1],
  [ANY, 'Meta’s stop is no block of ours', '10 platform-stop', null],
  [ANY, 'a second stop blocks again', '10 stop, 11 start, 12 stop', 3],
  [ANY, 'of two stops the later is the evidence', '12 stop, 10 stop', 1],
  [ANY, 'of two stops in one instant the greater id is the evidence', '10 stop, 10 stop', 2],
  [ANY, 'a no to a category does not block', '10 revoked, 11 refused', null],

  [ANY, 'a no through a door blocks', '10 halt', 1],
  [ANY, 'no message lifts a no through a door', '10 halt, 11 hello', 1],
  [ANY, 'a resume word lifts a no through a door', '10 halt, 11 start', null],
  [ANY, 'a resume word in the same instant as that no does not', '10 halt, 10 start', 1],
  [ANY, 'a subscribe keyword lifts a no through a door', '10 halt, 11 want', null],
  [ANY, 'a yes by a link lifts a no through a door', '10 halt, 11 link', null],
  [ANY, 'a typed yes does not lift a no through a door', '10 halt, 11 asserted', 1],
  [ANY, 'a link on which all is refused lifts nothing', '10 halt, 11 refused-by-link', 1],
  [ANY, 'both are lifted by one return', '10 stop, 11 halt, 12 start', null],
  [ANY, 'a return after the stop leaves a later halt', '10 stop, 11 start, 12 halt', 3],
  [ANY, 'a return after the halt leaves a later stop', '10 halt, 11 start, 12 stop', 3],
  [ANY, 'of both the later is the evidence: the stop', '12 stop, 11 halt', 1],
  [ANY, 'of both the later is the evidence: the halt', '11 stop, 12 halt', 2],
  [ANY, 'of both in one instant the greater id is the evidence', '11 halt, 11 stop', 2],
  [BY_MESSAGE, 'a message lifts the stop and leaves the halt', '10 halt, 11 stop, 12 hello', 1],
  [KEYWORD, 'a message leaves both', '10 halt, 11 stop, 12 hello', 2],

  [ANY, 'a stop at another sender does not block here', '10 stop elsewhere', null],
  [ANY, 'a halt at another sender does not block here', '10 halt elsewhere', null],
  [ANY, 'a resume word to another sender lifts nothing here', '10 stop, 11 start elsewhere', 1],
  [ANY, 'a yes by a link to another sender lifts nothing here', '10 halt, 11 link elsewhere', 1],
]

const EACH = CASES.flatMap(([policies, promise, told, blockedBy]) =>
  policies.map((policy) => ({ policy, promise, told, blockedBy })),
)

describe('who is blocked at a sender (R5)', () => {
  test.each(EACH)('R5 $policy: $promise', ({ policy, told, blockedBy }) => {
    const block = blockOf(after(told), 'main', policy)
    expect(block?.by ?? null).toBe(blockedBy === null ? null : eventId(blockedBy))
  })
})

describe('the last opt-out (R3)', () => {
  test.each<[string, string, number | null]>([
    ['R3: there is none of whoever never opted out', '10 want, 11 revoked', null],
    ['R3: it stays when it is lifted', '10 stop, 11 start', 1],
    ['R3: it is the later of a stop and a no through a door', '11 stop, 10 halt', 1],
    ['R3: it is the later of a no through a door and a stop', '11 halt, 10 stop', 1],
    ['R3: of another sender it is another', '10 halt elsewhere', null],
  ])('%s', (_, told, expected) => {
    const optOut = lastOptOut(after(told), 'main')
    expect(optOut?.by ?? null).toBe(expected === null ? null : eventId(expected))
  })
})

describe('which policy holds (R5)', () => {
  test.each<[string, ResumePolicy | undefined, string | null, ResumePolicy]>([
    ['R5: any message, unless told otherwise', undefined, '+5215512345678', 'any-message'],
    ['R5: any message for a person without a phone', undefined, null, 'any-message'],
    ['R5: a keyword for a number of +1', undefined, '+12015550123', 'keyword'],
    ['R5: a 1 that is not the country is none', undefined, '+5511987654321', 'any-message'],
    ['R5: the document has the last word on +1', 'any-message', '+12015550123', 'any-message'],
    ['R5: the document may say service-only', 'service-only', null, 'service-only'],
    ['R5: the document may say keyword', 'keyword', '+5215512345678', 'keyword'],
  ])('%s', (_, stated, phone, expected) => {
    expect(resumePolicy(stated, phone)).toBe(expected)
  })
})
