import type { E164 } from '../../consent/line.ts'
import { parsePhone } from '../../consent/phone.ts'
import { isPhoneProblem, type PhoneProblem } from '../../consent/phone-problem.ts'
import { typedPhone } from '../../consent/typed-phone.ts'
import type { Deps } from '../ports.ts'

/** A number as it was typed, beside the country that was chosen for it. */
export type TypedNumber = { readonly phone: string; readonly country: string }

/**
 * The number that was meant: with a country code of its own, of any of these countries (none: of the world);
 * without one, of the country that was chosen and of no other, however well it would fit there.
 */
export const readTypedPhone = (
  { phones }: Deps,
  { phone, country }: TypedNumber,
  countries: readonly string[],
): E164 | PhoneProblem => {
  const typed = typedPhone(phone)
  if (isPhoneProblem(typed)) return typed
  const possible = typed.isInternational || country === '' ? countries : [country]
  return parsePhone(phone, possible, phones.metadata)
}
