import type { CountryNumbering } from '../consent/numbering.ts'
import { isPhoneProblem, type PhoneProblem } from '../consent/phone-problem.ts'
import { typedPhone } from '../consent/typed-phone.ts'
import { dialledIn, type PhoneField } from './phone-field.ts'
import { isInUse, withoutTrunk, type Dialled } from './phone-plan.ts'

/** What is wrong with a number, with what a sentence needs to say what to do. */
export type PhoneComplaint =
  | { readonly kind: PhoneProblem['problem'] }
  | {
      readonly kind: 'digits-missing' | 'digits-left-over'
      readonly by: number
      /** How many digits the number would have, written the way it was. */
      readonly of: number
      readonly country: string
    }
  | { readonly kind: 'not-in-use'; readonly country: string }

/** A number that can be handed in, or what is wrong with it. */
export type PhoneReading =
  | { readonly kind: 'number'; readonly phone: string }
  | { readonly kind: 'complaint'; readonly complaint: PhoneComplaint }

/** The number that a field holds, as the world writes it, or what is wrong with it. */
export const readPhone = (field: PhoneField, plans: readonly CountryNumbering[]): PhoneReading => {
  const typed = typedPhone(field.text)
  if (isPhoneProblem(typed)) return complain({ kind: typed.problem })
  if (typed.digits === '') return complain({ kind: 'phone-empty' })
  const dialled = dialledIn(field, plans)
  if (!dialled) return complain({ kind: 'phone-country-not-offered' })
  if (isInUse(dialled)) {
    return { kind: 'number', phone: `+${dialled.plan.callingCode}${dialled.national}` }
  }
  return complain(complaintOf(dialled))
}

const complain = (complaint: PhoneComplaint): PhoneReading => ({ kind: 'complaint', complaint })

const complaintOf = ({ plan, typed, isAbroad, national: settled }: Dialled): PhoneComplaint => {
  const { country, digits, lengths, whole } = plan
  const national = isAbroad ? settled : withoutTrunk(typed, plan)
  // The way it was written: at home with the trunk prefix, if it was typed.
  const written = isAbroad ? national : typed
  const longest = Math.max(digits, ...lengths)
  // A number with Argentina's mobile 9 has one digit more than people count.
  const isWhole = whole !== '' && national.startsWith(whole.charAt(0))
  const missing = (isWhole ? longest : digits) - national.length
  const leftOver = national.length - longest
  if (missing > 0) {
    return { kind: 'digits-missing', by: missing, of: written.length + missing, country }
  }
  if (leftOver > 0) {
    return { kind: 'digits-left-over', by: leftOver, of: written.length - leftOver, country }
  }
  return { kind: 'not-in-use', country }
}
