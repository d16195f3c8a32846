import type { CountryNumbering } from '../consent/numbering.ts'
import { isPhoneProblem, type PhoneProblem } from '../consent/phone-problem.ts'
import { typedPhone } from '../consent/typed-phone.ts'
import { formatPhone } from './phone-format.ts'
import {
  dialAbroad,
  dialHome,
  isInUse,
  isLandline,
  withoutTrunk,
  type Dialled,
} from './phone-plan.ts'

/** What stands in the phone field: its text and the country that was chosen or recognised. */
export type PhoneField = { readonly text: string; readonly country: string }

/** An edit as the browser made it: the whole new text, the caret in it, and which way a key erased. */
export type Edit = {
  readonly text: string
  readonly caret: number
  readonly erased: 'backward' | 'forward' | null
}

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
  | {
      readonly kind: 'number'
      readonly phone: string
      /** Surely a landline's, which WhatsApp may run on or not: worth a question, never a refusal. */
      readonly isLandline: boolean
      /** What makes a mobile's number of a landline's when put before it, as Argentina's 9; else empty. */
      readonly mobileDigit: string
    }
  | { readonly kind: 'complaint'; readonly complaint: PhoneComplaint }

const significant = (text: string): number => text.replace(/[^+\d]/gu, '').length

/** The field after an edit, formatted, with the caret beside the same digit as before. */
export const editPhone = (
  field: PhoneField,
  edit: Edit,
  plans: readonly CountryNumbering[],
): PhoneField & { readonly caret: number } => {
  const { before, after } = erase(field, edit)
  const typed = before + after
  const text = formatPhone(typed, plans, field.country)
  const country = dialledIn({ text, country: field.country }, plans)?.plan.country ?? field.country
  // Text that is no number was left alone, and so is its caret.
  const caret = text === typed ? before.length : caretBefore(text, significant(after))
  return { text, country, caret }
}

/** The texts before and after the caret. Erasing a separator erases the digit beyond it. */
const erase = (field: PhoneField, { text, caret, erased }: Edit) => {
  const before = text.slice(0, caret)
  const after = text.slice(caret)
  const isSeparator =
    significant(text) === significant(field.text) && !isPhoneProblem(typedPhone(field.text))
  if (erased === null || !isSeparator) return { before, after }
  return erased === 'backward'
    ? { before: before.replace(/[+\d][^+\d]*$/u, ''), after }
    : { before, after: after.replace(/^[^+\d]*[+\d]/u, '') }
}

/** The place with so many digits after it, directly behind the digit before it. */
const caretBefore = (text: string, digitsAfter: number): number =>
  digitsAfter === 0
    ? text.length
    : text.search(new RegExp(`([^+\\d]*[+\\d]){${digitsAfter}}[^+\\d]*$`, 'u'))

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

const dialledIn = (
  { text, country }: PhoneField,
  plans: readonly CountryNumbering[],
): Dialled | null => {
  const typed = typedPhone(text)
  if (isPhoneProblem(typed)) return null
  return (typed.isInternational ? dialAbroad : dialHome)(typed.digits, plans, country)
}

/** The number that a field holds, as the world writes it, or what is wrong with it. */
export const readPhone = (field: PhoneField, plans: readonly CountryNumbering[]): PhoneReading => {
  const typed = typedPhone(field.text)
  if (isPhoneProblem(typed)) return complain({ kind: typed.problem })
  if (typed.digits === '') return complain({ kind: 'phone-empty' })
  const dialled = dialledIn(field, plans)
  if (!dialled) return complain({ kind: 'phone-country-not-offered' })
  if (isInUse(dialled)) {
    const { plan, national } = dialled
    return {
      kind: 'number',
      phone: `+${plan.callingCode}${national}`,
      isLandline: isLandline(dialled),
      mobileDigit: mobileDigitOf(dialled),
    }
  }
  return complain(complaintOf(dialled))
}

/** The first digit of what a country rewrites, where it makes a mobile's number of this landline's. */
const mobileDigitOf = ({ plan, national }: Dialled): string => {
  const digit = plan.whole.charAt(0)
  return isInUse({ plan, national: digit + national }) ? digit : ''
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
