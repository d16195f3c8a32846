import { AsYouType, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/max/metadata'
import { expect, test } from 'vitest'
import { sameLine } from '../../consent/line.ts'
import type { CountryNumbering } from '../../consent/numbering.ts'
import { readPhone } from '../../widget/phone-field.ts'
import { formatPhone } from '../../widget/phone-format.ts'
import { COUNTRIES, plansOf } from './company.ts'
import { chance, makerOf } from './number-samples.ts'

// The phone library is the judge: its own metadata makes the numbers, and it says what they are.
const PLANS = plansOf(COUNTRIES)
const EACH = 150

const judge = (text: string, { country }: CountryNumbering): PhoneNumber | null => {
  const code = country as PhoneNumber['country']
  const read = parsePhoneNumberFromString(
    text,
    { extract: false, ...(code && { defaultCountry: code }) },
    metadata,
  )
  return read?.isValid() ? read : null
}

const numbersOf = (plan: CountryNumbering, seed: number): readonly string[] => {
  const make = makerOf([plan.mobile, plan.landline].filter(Boolean).join('|'), chance(seed))
  return Array.from({ length: EACH }, make)
}

/** The ways in which people write a number: as at home, bare, and with the calling code. */
const spellingsOf = (plan: CountryNumbering, national: string): readonly string[] => {
  const abroad = `+${plan.callingCode}${national}`
  const atHome = judge(abroad, plan)?.formatNational().replace(/\D/gu, '') ?? national
  return [atHome, national, abroad]
}

test.each(PLANS)('$country: a number has the same E.164 as the library gives it', (plan) => {
  const wrong = numbersOf(plan, 1)
    .flatMap((national) => spellingsOf(plan, national))
    .filter((text) => {
      const reading = readPhone({ text, country: plan.country }, PLANS)
      const library = judge(text, plan)
      const wanted = library && `+${sameLine(library.number.slice(1))}`
      return (reading.kind === 'number' ? reading.phone : null) !== wanted
    })
  expect(wrong).toEqual([])
})

test.each(PLANS)('$country: what the library refuses is never taken', (plan) => {
  const random = chance(2)
  const lengths = [plan.digits - 1, plan.digits, ...plan.lengths, Math.max(...plan.lengths) + 1]
  const wrong = Array.from({ length: EACH * 10 }, (_, index) => {
    const length = lengths[index % lengths.length] ?? 10
    return Array.from({ length }, () => Math.floor(random() * 10)).join('')
  }).filter((text) => {
    const reading = readPhone({ text: `+${plan.callingCode}${text}`, country: 'MX' }, PLANS)
    if (reading.kind === 'complaint') return false
    const type = judge(reading.phone, plan)?.getType() ?? 'none'
    return !['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE', 'VOIP'].includes(type)
  })
  expect(wrong).toEqual([])
})

test('in 99.9 % of key presses the field shows what the library would show', () => {
  let presses = 0
  const others: string[] = []
  for (const plan of PLANS) {
    for (const text of numbersOf(plan, 3).flatMap((each) => spellingsOf(plan, each))) {
      const library = new AsYouType({ defaultCountry: plan.country as 'MX' }, metadata)
      for (let length = 1; length <= text.length; length += 1) {
        presses += 1
        const shown = formatPhone(text.slice(0, length), PLANS, plan.country)
        if (shown !== library.input(text.charAt(length - 1))) others.push(text.slice(0, length))
      }
    }
  }
  expect(presses).toBeGreaterThan(30_000)
  expect(others.length / presses).toBeLessThan(0.001)
})
