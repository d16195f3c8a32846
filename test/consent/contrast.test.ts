import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrastOf, inkOn, leastContrast, nearestApart } from '../../consent/contrast.ts'
import { PAPERS } from '../../consent/shown-theme.ts'

const colour = integer({ min: 0, max: 0xffffff }).map(
  (number) => `#${number.toString(16).padStart(6, '0')}`,
)

// From the W3C's own examples and the WebAIM checker.
test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
  ['#ff0000', '#ffffff', 4],
  ['#0000FF', '#ffffff', 8.59],
  ['#008069', '#ffffff', 4.89],
])('%s on %s has a contrast of %f', (one, other, contrast) => {
  expect(contrastOf(one, other)).toBeCloseTo(contrast, 1)
  expect(contrastOf(other, one)).toBe(contrastOf(one, other))
})

test('the ink on a colour can be read, on whatever colour', () => {
  assert(
    property(colour, (paper) => contrastOf(paper, inkOn(paper)) >= 4.58),
    { numRuns: 10_000 },
  )
  // Where black and white are closest to each other, on every grey.
  for (let grey = 0; grey < 256; grey += 1) {
    const paper = `#${grey.toString(16).padStart(2, '0').repeat(3)}`
    expect(contrastOf(paper, inkOn(paper))).toBeGreaterThanOrEqual(4.58)
  }
})

describe.each([
  ['light', '#000000'],
  ['dark', '#ffffff'],
] as const)('the nearest colour on %s paper', (scheme, towards) => {
  const papers = PAPERS[scheme]

  test('can be seen, and is the colour itself where that can be', () => {
    expect.hasAssertions()
    assert(
      property(colour, (given) => {
        const nearest = nearestApart(given, towards, papers, 3)
        expect(leastContrast(nearest, papers)).toBeGreaterThanOrEqual(3)
        expect(nearest === given).toBe(leastContrast(given, papers) >= 3)
      }),
      { numRuns: 2000 },
    )
  })

  test('is the nearest: the colour one step before it cannot be seen', () => {
    const given = scheme === 'light' ? '#ffffff' : '#000000'
    const nearest = nearestApart(given, towards, papers, 3)
    const grey = parseInt(nearest.slice(1, 3), 16) + (scheme === 'light' ? 1 : -1)
    const before = `#${grey.toString(16).padStart(2, '0').repeat(3)}`
    expect(leastContrast(before, papers)).toBeLessThan(3)
  })
})
