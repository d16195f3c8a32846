import type { FormTexts } from '../../../consent/form-texts.ts'
import type { CountryNumbering } from '../../../consent/numbering.ts'
import { isPhoneProblem, type PhoneProblem } from '../../../consent/phone-problem.ts'
import { typedPhone } from '../../../consent/typed-phone.ts'
import { say } from './say.ts'

/** A country as the page names it, and how its numbers are written. */
export type NamedPlan = { readonly name: string; readonly plan: CountryNumbering }

/** The sentence that says what is wrong with a number, as exactly as the chosen country's plan lets it be said. */
export const complaint = (
  texts: FormTexts,
  { problem }: PhoneProblem,
  typed: string,
  chosen: NamedPlan | null,
): string => {
  const read = typedPhone(typed)
  if (!chosen || isPhoneProblem(read) || read.isInternational) return texts[problem]
  const { name: country, plan } = chosen
  if (problem === 'phone-not-valid') return say(texts['not-in-use'], { country })
  const missing = plan.digits - read.digits.length
  const isCounted =
    (problem === 'phone-too-short' && missing > 0) || (problem === 'phone-too-long' && missing < 0)
  if (!isCounted) return texts[problem]
  const gaps = { country, of: plan.digits, by: Math.abs(missing) }
  return say(counted(texts, missing) + texts.mobileHas, gaps)
}

const counted = (texts: FormTexts, missing: number): string => {
  if (missing > 0) return missing === 1 ? texts.oneMissing : texts['digits-missing']
  return missing === -1 ? texts.oneLeftOver : texts['digits-left-over']
}
