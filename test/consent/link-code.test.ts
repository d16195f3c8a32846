import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkCode, readLinkCode } from '../../consent/link-code.ts'

const ALPHABET = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
const fourBytes = fc.uint8Array({ minLength: 4, maxLength: 4 })
const SAMPLES = fc.sample(fourBytes, 300).map(linkCode)

const replaced = (code: string, at: number, character: string): string =>
  code.slice(0, at) + character + code.slice(at + 1)

describe('a link code', () => {
  test('is seven characters of Crockford’s alphabet that read back as themselves', () => {
    fc.assert(
      fc.property(fourBytes, (random) => {
        const code = linkCode(random)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{7}$/)
        expect(readLinkCode(code)).toBe(code)
      }),
    )
  })

  test('takes each of its 2³⁰ values from 30 random bits, none twice', () => {
    const codes = Array.from({ length: 30 }, (_, bit) => {
      const random = new Uint8Array(4)
      random[bit >> 3] = 128 >> (bit & 7)
      return linkCode(random)
    })
    expect(new Set(codes).size).toBe(30)
    expect(linkCode(new Uint8Array([0, 0, 0, 3]))).toBe(linkCode(new Uint8Array(4)))
    expect(linkCode(new Uint8Array([255, 255, 255, 255]))).toMatch(/^ZZZZZZ/)
  })

  test('takes the first four of more bytes, and no fewer', () => {
    expect(linkCode(new Uint8Array([1, 2, 3, 4, 5]))).toBe(linkCode(new Uint8Array([1, 2, 3, 4])))
    expect(() => linkCode(new Uint8Array(3))).toThrow(RangeError)
  })

  test('with any one character wrong is none', () => {
    const wrong = SAMPLES.slice(0, 60).flatMap((code) =>
      Array.from(code).flatMap((right, at) =>
        ALPHABET.filter((character) => character !== right).map((character) =>
          replaced(code, at, character),
        ),
      ),
    )
    expect(wrong.length).toBe(60 * 7 * 31)
    expect(wrong.filter((code) => readLinkCode(code) !== null)).toEqual([])
  })

  test('with any two characters swapped is none', () => {
    const swapped = SAMPLES.flatMap((code) =>
      [0, 1, 2, 3, 4, 5, 6].flatMap((one) =>
        [0, 1, 2, 3, 4, 5, 6].flatMap((other) => {
          const [a, b] = [code.charAt(one), code.charAt(other)]
          return a === b ? [] : [replaced(replaced(code, one, b), other, a)]
        }),
      ),
    )
    expect(swapped.length).toBeGreaterThan(10_000)
    expect(swapped.filter((code) => readLinkCode(code) !== null)).toEqual([])
  })

  test('is met by chance once in 32 times', () => {
    const guesses = fc.sample(
      fc.array(fc.constantFrom(...ALPHABET), { minLength: 7, maxLength: 7 }),
      { numRuns: 6_400, seed: 7 },
    )
    const met = guesses.filter((guess) => readLinkCode(guess.join('')) !== null)
    expect(met.length).toBeGreaterThan(120)
    expect(met.length).toBeLessThan(280)
  })
})

describe('a code as it is typed', () => {
  test.each([
    ['K7Q2MXA', 'K7Q2MXA'],
    ['k7q2mxa', 'K7Q2MXA'],
    ['K7Q-2MXA', 'K7Q2MXA'],
    [' K7Q 2M XA ', 'K7Q2MXA'],
    ['K7Q–2MXA', 'K7Q2MXA'],
    ['K7Q2MX', null],
    ['K7Q2MXAA', null],
    ['7QK4M2XN', null],
    ['0000000', null],
    ['OOOOOOO', null],
    ['UUUUUUU', null],
    ['K7Q2MX🙂', null],
    ['', null],
    ['-------', null],
    ['__proto__', null],
    ['constructor', null],
    ['\ud800', null],
    ['K'.repeat(1_000_000), null],
  ])('%.20s is read as %s', (text, code) => {
    expect(readLinkCode(text)).toBe(code)
  })

  test('with O for 0 and I or L for 1 is the same', () => {
    const code = SAMPLES.find((sample) => sample.includes('0') && sample.includes('1')) ?? ''
    expect(code).not.toBe('')
    expect(readLinkCode(code.replace(/0/g, 'O').replace(/1/g, 'I'))).toBe(code)
    expect(readLinkCode(code.replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(code)
  })
})
