import type { LaterTexts } from '../consent/form-texts.ts'
import type { CountryNumbering } from '../consent/numbering.ts'
import { dialledIn, type PhoneField } from './phone-field.ts'
import { isInUse, isLandline, type Dialled } from './phone-plan.ts'
import { say } from './texts.ts'

/** The question that a landline's number is met with; empty for other numbers. It holds nobody up. */
export const askLandline = (
  field: PhoneField,
  plans: readonly CountryNumbering[],
  texts: LaterTexts,
): string => {
  const dialled = dialledIn(field, plans)
  if (!dialled || !isLandline(dialled)) return ''
  const digit = mobileDigitOf(dialled)
  return digit === '' ? texts.landline : say(texts.landlineOrMobile, { digit })
}

/** The first digit of what a country rewrites, where it makes a mobile's number of this landline's. */
const mobileDigitOf = ({ plan, national }: Dialled): string => {
  const digit = plan.whole.charAt(0)
  return isInUse({ plan, national: digit + national }) ? digit : ''
}
