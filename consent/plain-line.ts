import { isE164, respelled, sameLine, type E164 } from './line.ts'
import type { NumberingMetadata } from './numbering.ts'

/** Who is recognised by one look: the country of a number's code, and what its numbers look like. */
type Plan = { readonly country: string; readonly numbers: RegExp }

const plansOf = new WeakMap<NumberingMetadata, Map<string, Plan | null>>()

/**
 * The country of a number that is written as it is stored and that any reader of it would leave so: its country's
 * own landline or mobile, with no trunk prefix and no former spelling. Null for all else, of which the phone library
 * has to be asked, which takes twenty times as long.
 */
export const plainLine = (
  text: string,
  metadata: NumberingMetadata,
): { readonly phone: E164; readonly country: string } | null => {
  if (!isE164(text)) return null
  const digits = text.slice(1)
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    const plan = planOf(digits.slice(0, length), metadata)
    if (!plan) continue
    const isPlain =
      plan.numbers.test(digits.slice(length)) && sameLine(respelled(digits)) === digits
    return isPlain ? { phone: text, country: plan.country } : null
  }
  return null
}

const LONGEST_CODE = 3

const planOf = (callingCode: string, metadata: NumberingMetadata): Plan | null => {
  const plans = plansOf.get(metadata) ?? new Map<string, Plan | null>()
  const known = plans.get(callingCode)
  if (known !== undefined) return known
  plansOf.set(metadata, plans)
  const plan = madePlan(metadata.country_calling_codes[callingCode] ?? [], metadata)
  plans.set(callingCode, plan)
  return plan
}

/** Countries that share a code are asked in this order, so of the first no other needs to be looked at. */
const madePlan = ([country, ...others]: readonly string[], metadata: NumberingMetadata) => {
  const plan = country === undefined ? undefined : metadata.countries[country]
  // Where leading digits tell the countries apart, numbers of no country would be the first one's.
  if (country === undefined || !plan || (others.length > 0 && textOf(plan[10]) !== '')) return null
  const kinds = [0, 1].flatMap((kind) => patternOf(listOf(listOf(plan[11])[kind]), plan))
  if (kinds.length === 0) return null
  const trunk = textOf(plan[7]) || textOf(plan[5])
  // A pattern for what may be left out may match nothing, which leaves the number as it is.
  const isWhole = trunk === '' ? '' : `(?!(?:${trunk})(?<!^))`
  const pattern = `^${isWhole}(?=(?:${textOf(plan[2])})$)(?:${kinds.join('|')})$`
  return { country, numbers: new RegExp(pattern, 'u') }
}

/** One kind of number, which has lengths of its own or those that all of its country have. */
const patternOf = (kind: readonly unknown[], plan: readonly unknown[]): readonly string[] => {
  const pattern = textOf(kind[0])
  const own = listOf(kind[1])
  const lengths = (own.length > 0 ? own : listOf(plan[3])).map(
    (length) => `\\d{${String(length)}}$`,
  )
  return pattern === '' ? [] : [`(?=${lengths.join('|')})(?:${pattern})`]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
