import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asciiDigits,
  heardPhone,
  isE164,
  otherSpellings,
  sameLine,
  writtenAs,
} from '../../consent/line.ts'
import { masked, spacedPhone } from '../../consent/masked.ts'

const RUNS = { numRuns: 1000 }

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))

const areaOfBrazil = fc.integer({ min: 11, max: 99 }).map(String)
const areaOfArgentina = fc.integer({ min: 11, max: 38 }).map(String)

const heard = (raw: string) => {
  const phone = heardPhone(raw)
  if (!phone) throw new Error('not heard')
  return phone
}

describe('one line under several spellings (R7)', () => {
  test.each([
    ['5215512345678', '525512345678', 'Mexico drops the mobile 1'],
    ['525512345678', '525512345678', 'Mexico today is itself'],
    ['52155123456', '52155123456', 'a Mexican number that is too short is left alone'],
    ['551161234567', '5511961234567', 'Brazil gets its ninth digit before a 6'],
    ['551191234567', '5511991234567', 'Brazil gets its ninth digit before a 9'],
    ['5511961234567', '5511961234567', 'Brazil with nine digits is itself'],
    ['551123456789', '551123456789', 'a Brazilian landline that begins with 2 stays one'],
    ['551156789012', '551156789012', 'a Brazilian landline that begins with 5 stays one'],
    ['558001234567', '558001234567', 'a Brazilian 0800 is no mobile'],
    ['541123456789', '541123456789', 'Argentina without 9 is itself'],
    ['5491123456789', '5491123456789', 'Argentina with 9 is itself'],
    ['12015550123', '12015550123', 'everyone else is themselves'],
  ])('%s is %s: %s', (typed, line) => {
    expect(sameLine(typed)).toBe(line)
    expect(sameLine(line)).toBe(line)
  })
})

describe('one line, generated (R7)', () => {
  test('every way in which a number is written is read as that number', () => {
    const mobile = fc
      .constantFrom('52', '55119', '549', '1201')
      .chain((begin) =>
        fc
          .tuple(fc.integer({ min: 6, max: 9 }), digits(begin === '55119' ? 7 : 9))
          .map(([first, rest]) => heard(`${begin}${first}${rest}`)),
      )
    fc.assert(
      fc.property(mobile, (phone) => {
        const ways = writtenAs(phone)
        expect(ways.map((way) => `+${sameLine(way)}`)).toEqual(ways.map(() => phone))
        expect(ways).toHaveLength(/^\+5[25]/u.test(phone) ? 2 : 1)
      }),
      RUNS,
    )
  })

  test('every Mexican 521 form is its 52 form', () => {
    fc.assert(
      fc.property(digits(10), (ten) => {
        expect(sameLine(`521${ten}`)).toBe(sameLine(`52${ten}`))
      }),
      RUNS,
    )
  })

  test('every Brazilian mobile is the same with and without its ninth digit', () => {
    fc.assert(
      fc.property(areaOfBrazil, fc.integer({ min: 6, max: 9 }), digits(7), (area, first, rest) => {
        expect(sameLine(`55${area}${first}${rest}`)).toBe(sameLine(`55${area}9${first}${rest}`))
      }),
      RUNS,
    )
  })

  test('no Brazilian landline shares anything with a mobile, for a yes or for a no', () => {
    fc.assert(
      fc.property(areaOfBrazil, fc.integer({ min: 2, max: 5 }), digits(7), (area, first, rest) => {
        const landline = `55${area}${first}${rest}`
        const nine = `55${area}9${first}${rest}`
        expect(sameLine(landline)).toBe(landline)
        expect(sameLine(landline)).not.toBe(sameLine(nine))
        expect(otherSpellings(heard(landline))).toEqual([])
        expect(otherSpellings(heard(nine))).toEqual([])
      }),
      RUNS,
    )
  })

  test('no Argentine 54 number is its 549 form, and a no to either counts for the other', () => {
    fc.assert(
      fc.property(areaOfArgentina, digits(8), (area, rest) => {
        const landline = heard(`54${area}${rest}`)
        const mobile = heard(`549${area}${rest}`)
        expect(landline).not.toBe(mobile)
        expect(otherSpellings(landline)).toEqual([mobile])
        expect(otherSpellings(mobile)).toEqual([landline])
      }),
      RUNS,
    )
  })
})

describe('a no under another spelling', () => {
  test('counts both ways, whatever the number, and never joins two lines for a yes', () => {
    const anything = fc.oneof(
      fc.integer({ min: 7, max: 15 }).chain(digits),
      digits(9).map((rest) => `54${rest}`),
      digits(10).map((rest) => `54${rest}`),
      digits(11).map((rest) => `54${rest}`),
      digits(10).map((rest) => `549${rest}`),
    )
    fc.assert(
      fc.property(anything, (raw) => {
        const phone = heardPhone(raw)
        const others = phone ? otherSpellings(phone) : []
        expect(others.flatMap(otherSpellings)).toEqual(others.map(() => phone))
        expect(others.map((other) => sameLine(other.slice(1)))).not.toContain(phone?.slice(1))
      }),
      RUNS,
    )
  })
})

describe('a number that a message came from', () => {
  test.each([
    ['whatsapp:+5215512345678', '+525512345678'],
    ['5215512345678', '+525512345678'],
    ['+52 1 55 1234 5678', '+525512345678'],
    ['551161234567', '+5511961234567'],
    ['5491123456789', '+5491123456789'],
    ['+541123456789', '+541123456789'],
    ['0012015550123', '+12015550123'],
    [' +1 (201) 555-0123 ', '+12015550123'],
    ['٥٢٥٥١٢٣٤٥٦٧٨', '+525512345678'],
    ['۵۲۵۵۱۲۳۴۵۶۷۸', '+525512345678'],
    ['＋５２５５１２３４５６７８', '+525512345678'],
    ['\u202A+52 55 1234 5678\u202C', '+525512345678'],
  ])('%s is %s', (raw, phone) => {
    expect(heardPhone(raw)).toBe(phone)
  })

  test.each([['+5299999999999'], ['+999123456789'], ['1234567']])(
    '%s is in no numbering plan and is heard as it is',
    (raw) => {
      expect(heardPhone(raw)).toBe(`+${raw.replace('+', '')}`)
    },
  )

  test.each([
    ['BR.1502576394655843'],
    ['US.ENT.11815799212886844830'],
    [''],
    ['+'],
    ['123456'],
    ['1234567890123456'],
    ['0123456789'],
    ['anonymous'],
    ['5'.repeat(10_000)],
  ])('%.40s is no number', (raw) => {
    expect(heardPhone(raw)).toBeNull()
  })

  test('is one number however often it is heard', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 15 }).chain(digits), (raw) => {
        const phone = heardPhone(raw)
        expect(phone === null ? null : heardPhone(phone)).toBe(phone)
        expect(phone === null || isE164(phone)).toBe(true)
      }),
      RUNS,
    )
  })
})

test('digits of other scripts are digits, and nothing else changes', () => {
  expect(asciiDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ０１２３４５６７８９ ab½')).toBe(
    '0123456789 0123456789 0123456789 ab½',
  )
})

describe('a number shown to whoever has not proved it', () => {
  test.each([
    ['+525512345678', '+52 ··· ··· 5678'],
    ['+5511961234567', '+55 ··· ··· 4567'],
    ['+12015550123', '+1 ··· ··· 0123'],
    ['+593991234567', '+593 ··· ··· 4567'],
    ['+351912345678', '+351 ··· ··· 5678'],
    ['+59899123456', '+598 ··· ··· 3456'],
    ['+34612345678', '+34 ··· ··· 5678'],
    ['+77012345678', '+7 ··· ··· 5678'],
    ['+29022158', '+290 ··· ··· 58'],
  ])('%s is %s', (phone, shown) => {
    expect(masked(heard(phone))).toBe(shown)
  })

  test('never shows more than half of what follows the country', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 14 }).chain(digits), (more) => {
        const phone = heard(`2${more.slice(1)}`)
        const [code = '', ...rest] = masked(phone).split(' ')
        const shown = rest.join('').replace(/·/gu, '')
        expect(shown.length).toBe(Math.min(4, Math.floor((phone.length - code.length) / 2)))
        expect(phone.startsWith(code) && phone.endsWith(shown)).toBe(true)
      }),
      RUNS,
    )
  })

  test('a business number is shown whole, its country apart', () => {
    expect(spacedPhone('+5511912345678')).toBe('+55 11 91234 5678')
    expect(spacedPhone('+12015550123')).toBe('+1 201 555 0123')
    expect(spacedPhone('+5491123456789')).toBe('+54 9 11 2345 6789')
    expect(spacedPhone('+50688887777')).toBe('+506 8888 7777')
  })
})
