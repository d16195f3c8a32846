import type { CountryNumbering } from '../consent/numbering.ts'
import { respelled, sameLine } from '../consent/line.ts'

/** Digits of one country: as they were typed after its calling code, and as the national number they mean. */
export type Dialled = {
  readonly plan: CountryNumbering
  readonly isAbroad: boolean
  readonly typed: string
  readonly national: string
}

/** Whether a national number is one that a person can have. */
export const isInUse = ({ plan, national }: Pick<Dialled, 'plan' | 'national'>): boolean =>
  matches(plan.mobile, national) || matches(plan.landline, national)

/** Whether a number is surely a landline's: many countries give landlines and mobiles the same numbers. */
export const isLandline = ({ plan, national }: Pick<Dialled, 'plan' | 'national'>): boolean =>
  matches(plan.landline, national) && !matches(plan.mobile, national)

/** Whether a text matches a pattern from its first character to its last; no text matches an empty one. */
const matches = (pattern: string, text: string): boolean =>
  text !== '' && new RegExp(`^(?:${pattern})$`, 'u').test(text)

/** Digits that follow a calling code, or that were typed at home. */
export const dial = (plan: CountryNumbering, typed: string, isAbroad: boolean): Dialled => {
  const code = plan.callingCode
  const settled = settle(respelled(code + typed).slice(code.length), plan)
  const national = sameLine(code + settled).slice(code.length)
  return { plan, isAbroad, typed, national }
}

/**
 * What digits with a `+` mean. Countries can share a calling code: the one where the number is in use, else
 * the one that was chosen, else the first. Null where no country of the form begins so.
 */
export const dialAbroad = (
  digits: string,
  plans: readonly CountryNumbering[],
  chosen: string,
): Dialled | null => {
  const readings = plans
    .filter(({ callingCode }) => digits.startsWith(callingCode))
    .map((plan) => dial(plan, digits.slice(plan.callingCode.length), true))
  return (
    readings.find(isInUse) ??
    readings.find(({ plan }) => plan.country === chosen) ??
    readings[0] ??
    null
  )
}

/** What digits without a `+` mean: a number of the chosen country, or one whose `+` was forgotten. */
export const dialHome = (
  digits: string,
  plans: readonly CountryNumbering[],
  chosen: string,
): Dialled | null => {
  const plan = plans.find(({ country }) => country === chosen) ?? plans[0]
  if (!plan) return null
  const home = dial(plan, digits, false)
  if (isInUse(home)) return home
  const abroad = dialAbroad(digits, plans, chosen)
  return abroad && isInUse(abroad) && isExact(abroad, plan, digits) ? abroad : home
}

/**
 * Whether only the `+` is missing. Another country's number has to be longer than any number of the chosen
 * one, or a number that is half typed would change countries, must not need a digit left out, and not be
 * a landline's, which is what one digit too many most often looks like.
 */
const isExact = (abroad: Dialled, chosen: CountryNumbering, digits: string): boolean =>
  abroad.plan === chosen ||
  (digits.length > Math.max(...chosen.lengths) &&
    sameLine(digits) === abroad.plan.callingCode + abroad.national &&
    !isLandline(abroad))

/** The national number without what is dialled before it at home. */
const settle = (typed: string, plan: CountryNumbering): string => {
  const rest = withoutTrunk(typed, plan)
  const isTooShort = rest.length < (plan.lengths[0] ?? 0)
  const isWhole = isInUse({ plan, national: typed }) && !isInUse({ plan, national: rest })
  return isTooShort || isWhole ? typed : rest
}

/** The same for digits that may not be complete yet. */
export const withoutTrunk = (typed: string, { trunk, whole }: CountryNumbering): string => {
  const prefix = new RegExp(`^(?:${trunk})`, 'u')
  const match = prefix.exec(typed)
  if (!match) return typed
  const isRewritten = whole !== '' && match.length > 1 && match[match.length - 1] !== undefined
  return isRewritten ? typed.replace(prefix, whole) : typed.slice(match[0].length)
}
