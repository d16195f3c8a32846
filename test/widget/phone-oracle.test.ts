import { AsYouType, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/max/metadata'
import { expect, test } from 'vitest'
import { respelled, sameLine } from '../../consent/line.ts'
import type { CountryNumbering } from '../../consent/numbering.ts'
import { readPhone } from '../../widget/phone-reading.ts'
import { formatPhone } from '../../widget/phone-format.ts'
import { plansOf } from './company.ts'
import { chance, makerOf } from './number-samples.ts'

// The phone library is the judge: its own metadata makes the numbers, and it says what they are.
const NINE = ['MX', 'BR', 'AR', 'CO', 'CL', 'PE', 'UY', 'EC', 'BO']
const OTHERS = 'ES PT US DO PR GT CR PA VE PY CA GB DE IT FR IN JP'.split(' ')
const PLANS = plansOf([...NINE, ...OTHERS])

/** How many numbers a country gives: made from its own patterns, and of mere digits. */
const MADE = 1200
const MERE = 2800

/** How many numbers of a country are typed key by key, each in three ways. */
const PRESSED = 45

const parse = (text: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(text, { extract: false }, metadata)

const settled = (phone: string): string => `+${sameLine(respelled(phone.slice(1)))}`

const isTaken = (phone: PhoneNumber): boolean =>
  ['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE', 'VOIP'].includes(phone.getType() ?? '')

const isOffered = (phone: PhoneNumber): boolean =>
  PLANS.some(({ country }) => country === phone.country)

/** What the library's metadata say of a country's landlines, mobiles and numbers of the internet. */
const patternOf = (country: string): string => {
  const [, , , , , , , , , , , types] =
    new Map(Object.entries(metadata.countries)).get(country) ?? []
  return [0, 1, 8].flatMap((type) => types?.[type]?.[0] || []).join('|')
}

const makesOf = ({ country }: CountryNumbering, seed: number, count: number): readonly string[] =>
  Array.from({ length: count }, makerOf(patternOf(country), chance(seed)))

/** Numbers that a country can give, a third of them with one digit changed, lost or left over. */
const madeIn = ({ country }: CountryNumbering, seed: number): readonly string[] => {
  const random = chance(seed)
  const make = makerOf(patternOf(country), random)
  return Array.from({ length: MADE }, (_, index) => {
    const text = make()
    const at = Math.floor(random() * text.length)
    const digit = String(Math.floor(random() * 10))
    const tail = [
      text.slice(at),
      digit + text.slice(at + 1),
      text.slice(at + 1),
      digit + text.slice(at),
    ]
    return text.slice(0, at) + (tail[index % 3 === 0 ? 1 + (Math.floor(index / 3) % 3) : 0] ?? '')
  })
}

const mereDigits = ({ digits, lengths }: CountryNumbering, seed: number): readonly string[] => {
  const random = chance(seed)
  const sizes = [digits - 1, digits, ...lengths, Math.max(...lengths) + 1]
  return Array.from({ length: MERE }, (_, index) =>
    Array.from({ length: sizes[index % sizes.length] ?? 10 }, () => Math.floor(random() * 10)).join(
      '',
    ),
  )
}

/** The E.164 that the library calls for, by the alias rules; null where it refuses the number. */
const wantedOf = (text: string): string | null => {
  // The alias rules come before any check, and again where a trunk 0 had hidden a former spelling.
  const read = parse(settled(text))
  const judged = read && settled(read.number) !== read.number ? parse(settled(read.number)) : read
  return judged?.isValid() && isTaken(judged) && isOffered(judged) ? judged.number : null
}

const takenAs = (text: string, { country }: CountryNumbering): string | null => {
  const reading = readPhone({ text, country }, PLANS)
  return reading.kind === 'number' ? reading.phone : null
}

test.each(PLANS)(
  '$country: what the library takes is taken as the same E.164, the rest is not',
  (plan) => {
    const numbers = [...madeIn(plan, 1), ...mereDigits(plan, 2)].map(
      (each) => `+${plan.callingCode}${each}`,
    )
    const wrong = numbers
      .map((text) => [text, takenAs(text, plan), wantedOf(text)])
      .filter(([, taken, wanted]) => taken !== wanted)
    expect(wrong).toEqual([])
  },
)

/** The ways in which people write a number: as at home, bare, and with the calling code. */
const spellingsOf = ({ callingCode }: CountryNumbering, national: string): readonly string[] => {
  const abroad = `+${callingCode}${national}`
  const read = parse(abroad)
  return read?.isValid() ? [read.formatNational().replace(/\D/gu, ''), national, abroad] : []
}

/** How often the field shows something else than the library does, of all key presses. */
const othersAmong = (plan: CountryNumbering, texts: readonly string[]) => {
  const library = new AsYouType({ defaultCountry: plan.country as 'MX' }, metadata)
  const presses = texts.flatMap((text) => {
    library.reset()
    return text
      .split('')
      .map((key, index) => [text.slice(0, index + 1), library.input(key)] as const)
  })
  const others = presses.filter(([text, shown]) => formatPhone(text, PLANS, plan.country) !== shown)
  return { presses: presses.length, others }
}

test('in 99.5 % of key presses the field shows what the library would show', () => {
  const tried = PLANS.map((plan) => {
    const texts = makesOf(plan, 3, PRESSED).flatMap((each) => spellingsOf(plan, each))
    return othersAmong(plan, texts)
  })
  const presses = tried.reduce((sum, each) => sum + each.presses, 0)
  const others = tried.reduce((sum, each) => sum + each.others.length, 0)
  expect(presses).toBeGreaterThan(30_000)
  expect(others / presses).toBeLessThan(0.005)
})
