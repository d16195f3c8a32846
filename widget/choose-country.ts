import type { CountryNumbering } from '../consent/numbering.ts'
import { isPhoneProblem } from '../consent/phone-problem.ts'
import { typedPhone } from '../consent/typed-phone.ts'
import { dialledIn, type PhoneField } from './phone-field.ts'
import { formatPhone } from './phone-format.ts'

/** The field when another country is chosen: the same national digits, written that country's way. */
export const chooseCountry = (
  field: PhoneField,
  country: string,
  plans: readonly CountryNumbering[],
): PhoneField => {
  const typed = typedPhone(field.text)
  if (isPhoneProblem(typed)) return { ...field, country }
  const dialled = dialledIn(field, plans)
  return { country, text: formatPhone(dialled?.typed ?? typed.digits, plans, country) }
}
