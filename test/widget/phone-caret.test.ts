import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editPhone, type Edit, type PhoneField } from '../../widget/phone-field.ts'
import { plansOf } from './company.ts'
import { TABLE_COUNTRIES } from './phone-table.ts'

const PLANS = plansOf(TABLE_COUNTRIES)

type Here = PhoneField & { readonly caret: number }

/** What a hand does in the field, at a place given as a share of its length. */
type Deed = {
  readonly at: number
  readonly does: 'types at the end' | 'types' | 'pastes' | 'Backspace' | 'Delete'
  readonly digits: string
}

const DEED: fc.Arbitrary<Deed> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  does: fc.constantFrom(
    'types at the end',
    'types at the end',
    'types',
    'pastes',
    'Backspace',
    'Delete',
  ),
  digits: fc.stringMatching(/^[1-9]{1,6}$/u),
})

/** The edit as a browser makes it, and the digits that have to stand before and after the caret then. */
const editOf = ({ text, caret }: Here, { at, does, digits }: Deed) => {
  const place = does === 'types at the end' ? caret : Math.round(at * text.length)
  const [before, after] = [text.slice(0, place), text.slice(place)]
  if (does === 'Backspace') {
    return edit(before.slice(0, -1), after, 'backward', before.replace(/[+\d][^+\d]*$/u, ''), after)
  }
  if (does === 'Delete') {
    return edit(before, after.slice(1), 'forward', before, after.replace(/^[^+\d]*[+\d]/u, ''))
  }
  const put = does === 'pastes' ? digits : digits.slice(0, 1)
  return edit(before + put, after, null, before + put, after)
}

const edit = (
  before: string,
  after: string,
  erased: Edit['erased'],
  left: string,
  right: string,
) => ({
  made: { text: before + after, caret: before.length, erased },
  wanted: [digitsOf(left), digitsOf(right)],
})

const digitsOf = (text: string): string => text.replace(/[^\d]/gu, '')

const around = ({ text, caret }: Here): readonly string[] => [
  digitsOf(text.slice(0, caret)),
  digitsOf(text.slice(caret)),
]

/** Where the caret stands: behind its digit, where the next one goes, and at the end behind all of the text. */
const spotOf = ({ text, caret }: Here, made: Edit): string => {
  if (!/[+\d]/u.test(made.text.slice(made.caret))) return caret === text.length ? 'end' : 'short'
  if (!/[+\d]/u.test(made.text.slice(0, made.caret))) return 'start'
  return `behind ${text.charAt(caret - 1)}`
}

test.each(TABLE_COUNTRIES)(
  'whatever is done in a field of %s, the caret stays by its digits',
  (country) => {
    const start = fc.constantFrom(
      '',
      '+',
      `+${PLANS.find((plan) => plan.country === country)?.callingCode}`,
    )
    const jumps = fc.check(
      fc.property(start, fc.array(DEED, { minLength: 1, maxLength: 24 }), (first, deeds) => {
        let here: Here = { text: first, country, caret: first.length }
        for (const deed of deeds) {
          const { made, wanted } = editOf(here, deed)
          here = editPhone(here, made, PLANS)
          expect(around(here)).toEqual(wanted)
          expect(spotOf(here, made)).toMatch(/^(?:end|start|behind [+\d])$/u)
        }
      }),
      { numRuns: 200, seed: 7 },
    )
    expect(jumps.counterexample).toBeNull()
  },
)
