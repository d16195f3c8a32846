import { describe, expect, test } from 'vitest'
import { isCredible, noAt, yesAt, type Moment } from '../../consent/moment.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
// Some whole second.
const THEN = 1_750_000_000_000

const ours = (receivedAt: number): Moment => ({ clock: 'ours', receivedAt })
const provider = (claimedAt: number, receivedAt: number): Moment => ({
  clock: 'provider',
  claimedAt,
  receivedAt,
})
const offline = (claimedAt: number, receivedAt: number): Moment => ({
  clock: 'offline',
  claimedAt,
  receivedAt,
})

describe('when an act counts (R2)', () => {
  // Milliseconds after it at which a yes and a no count.
  test.each<[string, Moment, number, number]>([
    ['R2: what our own clock saw counts when it saw it', ours(THEN + 345), 345, 345],
    [
      'R2: of a provider’s second a yes takes the start and a no the end',
      provider(THEN, THEN + 5000),
      0,
      999,
    ],
    ['R2: a provider’s milliseconds are not believed', provider(THEN + 345, THEN + 5000), 0, 999],
    [
      'R2: a no within the second in which it arrives counts at that second’s end',
      provider(THEN, THEN + 200),
      0,
      999,
    ],
    [
      'R2: a provider’s clock ahead of ours is believed for a no and not for a yes',
      provider(THEN + 4 * MINUTE, THEN + 200),
      200,
      4 * MINUTE + 999,
    ],
    [
      'R2: a no at the fifth minute ahead is cut at five minutes',
      provider(THEN + 5 * MINUTE, THEN),
      0,
      5 * MINUTE,
    ],
    [
      'R2: a provider’s clock is believed up to five minutes ahead and no further',
      provider(THEN + 24 * HOUR, THEN),
      0,
      5 * MINUTE,
    ],
    [
      'R2: a delivery that comes a week late counts when the person acted',
      provider(THEN, THEN + 168 * HOUR),
      0,
      999,
    ],
    [
      'R2: kept offline, a yes counts at its claimed time and a no at the receive time',
      offline(THEN + 345, THEN + 10 * HOUR),
      345,
      10 * HOUR,
    ],
    [
      'R2: a device’s clock ahead of ours moves nothing beyond the receive time',
      offline(THEN + HOUR, THEN),
      0,
      0,
    ],
  ])('%s', (_, moment, yes, no) => {
    expect({ yes: yesAt(moment) - THEN, no: noAt(moment) - THEN }).toEqual({ yes, no })
  })
})

describe('which claimed time a yes may rest on (R2)', () => {
  test.each<[string, Moment, boolean]>([
    ['R2: our own clock is believed', ours(THEN), true],
    ['R2: a provider’s clock is believed, behind', provider(THEN - 100 * HOUR, THEN), true],
    ['R2: a provider’s clock is believed, ahead', provider(THEN + HOUR, THEN), true],
    ['R2: kept offline, up to 72 hours are believed', offline(THEN - 72 * HOUR, THEN), true],
    ['R2: kept offline, a moment more is not', offline(THEN - 72 * HOUR - 1, THEN), false],
    ['R2: kept offline and received at once is believed', offline(THEN, THEN), true],
    ['R2: kept offline and claimed after we received it is not', offline(THEN + 1, THEN), false],
  ])('%s', (_, moment, expected) => {
    expect(isCredible(moment)).toBe(expected)
  })
})
