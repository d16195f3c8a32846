import { expect, test } from 'vitest'
import { hourOf, isBurst } from '../../consent/typed-stops.ts'

// The usual rate is taken over a week of hours, 168.
test.each([
  ['a quiet form, at its twentieth', { thisHour: 19, before: 0 }, false],
  ['a quiet form, past twenty', { thisHour: 20, before: 0 }, true],
  ['a form with five an hour, at its fiftieth', { thisHour: 49, before: 5 * 168 }, false],
  ['a form with five an hour, past ten times that', { thisHour: 50, before: 5 * 168 }, true],
  ['a form whose usual rate is small', { thisHour: 19, before: 168 }, false],
])('%s', (_, stops, is) => {
  expect(isBurst(stops)).toBe(is)
})

test('an hour is a whole one of the clock', () => {
  expect(hourOf(Date.UTC(2026, 10, 18, 11, 59, 59, 999))).toBe(
    hourOf(Date.UTC(2026, 10, 18, 11, 0)),
  )
  expect(hourOf(Date.UTC(2026, 10, 18, 12))).toBe(hourOf(Date.UTC(2026, 10, 18, 11)) + 1)
})
