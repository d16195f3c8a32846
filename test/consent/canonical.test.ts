import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../consent/canonical.ts'

describe('canonical JSON (RFC 8785)', () => {
  test.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    ['a"\\\n\u0007€', '"a\\"\\\\\\n\\u0007€"'],
    [[3, [], {}], '[3,[],{}]'],
    [-0, '0'],
    [1e-7, '1e-7'],
    [0.1, '0.1'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [{ b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    [{ b: undefined, a: 1 }, '{"a":1}'],
    // RFC 8785 section 3.2.3: UTF-16 code units, so the emoji (a surrogate pair) stands before U+FB33.
    [
      { '€': 1, '\r': 2, דּ: 3, 1: 4, '😀': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\uFB33":3}',
    ],
    [JSON.parse('{"__proto__":1,"a":2}'), '{"__proto__":1,"a":2}'],
    ['\uD800', '"\\ud800"'],
  ])('%j is written %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['undefined in an array', [undefined]],
    ['a hole', [1, , 2]], // oxlint-disable-line no-sparse-arrays
    ['NaN', NaN],
    ['infinity', { a: Infinity }],
    ['a whole number that is not exact', 2 ** 53],
    ['a large number', 1e300],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(2)],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
  ])('%s has none', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  test('says the same whatever the order of keys, and says what JSON says', () => {
    const value = fc
      .jsonValue({ noUnicodeString: false })
      .filter((json) => !/e\+|\d{16}/.test(JSON.stringify(json)))
    fc.assert(
      fc.property(value, (json) => {
        const text = canonicalJson(json)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)))
        expect(canonicalJson(backwards(json))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})

const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, member]) => [key, backwards(member)])
  return Object.fromEntries(entries.toReversed())
}
