import { describe, expect, test } from 'vitest'
import { isAfter, isPersonId, later, latest, type Mark } from '../../consent/mark.ts'
import { eventId } from './acts.ts'

const mark = (at: number, number: number): Mark => ({ at, by: eventId(number) })

describe('the greater of two marks (R1)', () => {
  test.each<[string, Mark, Mark]>([
    ['R1: the later instant is greater', mark(2, 1), mark(1, 1)],
    ['R1: the later instant is greater, whatever the event ids', mark(2, 1), mark(1, 9)],
    ['R1: at equal times the greater event id stays', mark(1, 9), mark(1, 1)],
    ['R1: event ids are compared as text, so that 10 is less than a', mark(1, 0xa0), mark(1, 0x10)],
  ])('%s', (_, greater, lesser) => {
    expect(later(greater, lesser)).toBe(greater)
    expect(later(lesser, greater)).toBe(greater)
    expect(later(greater, greater)).toEqual(greater)
  })

  test('R1: the latest of many is the same in any order, and missing ones do not count', () => {
    const [first, second, third] = [mark(1, 3), mark(2, 1), mark(2, 2)]
    expect(latest([first, null, second, third, undefined])).toBe(third)
    expect(latest([third, second, first])).toBe(third)
    expect(latest([undefined, null])).toBeNull()
    expect(latest([])).toBeNull()
  })
})

describe('whether a mark is after another (R1)', () => {
  test.each<[string, Mark | null, Mark | null, boolean]>([
    ['R1: a later instant is after', mark(2, 1), mark(1, 9), true],
    ['R1: an earlier instant is not', mark(1, 9), mark(2, 1), false],
    ['R1: a tie is not after, even by a greater event id', mark(1, 9), mark(1, 1), false],
    ['R1: what happened is after what never did', mark(1, 1), null, true],
    ['R1: what never happened is after nothing', null, mark(1, 1), false],
    ['R1: what never happened is not after what never did', null, null, false],
    ['R1: the first instant of all is after never', mark(0, 1), null, true],
  ])('%s', (_, one, other, expected) => {
    expect(isAfter(one, other)).toBe(expected)
  })
})

test.each([
  [`per_${'0af9'.repeat(8)}`, true],
  [`per_${'0AF9'.repeat(8)}`, false],
  [`evt_${'0af9'.repeat(8)}`, false],
  [`per_${'0af9'.repeat(8)}0`, false],
  [`per_${'0af9'.repeat(8)}\n`, false],
  ['per_', false],
])('%j has the shape of a person’s name: %s', (text, expected) => {
  expect(isPersonId(text)).toBe(expected)
})
