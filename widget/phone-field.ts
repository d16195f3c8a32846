import type { CountryNumbering } from '../consent/numbering.ts'
import { isPhoneProblem } from '../consent/phone-problem.ts'
import { typedPhone } from '../consent/typed-phone.ts'
import { formatPhone } from './phone-format.ts'
import { dialAbroad, dialHome, isInUse, type Dialled } from './phone-plan.ts'

/** What stands in the phone field: its text and the country that was chosen or recognised. */
export type PhoneField = { readonly text: string; readonly country: string }

/** An edit as the browser made it: the whole new text, the caret in it, and which way a key erased. */
export type Edit = {
  readonly text: string
  readonly caret: number
  readonly erased: 'backward' | 'forward' | null
}

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

/** What the digits in a field mean; null where it holds no number, or one of no country of the form. */
export const dialledIn = (
  { text, country }: PhoneField,
  plans: readonly CountryNumbering[],
): Dialled | null => {
  const typed = typedPhone(text)
  if (isPhoneProblem(typed)) return null
  return (typed.isInternational ? dialAbroad : dialHome)(typed.digits, plans, country)
}

/** Whether the field holds a number that can be handed in. */
export const isPhoneRead = (field: PhoneField, plans: readonly CountryNumbering[]): boolean => {
  const dialled = dialledIn(field, plans)
  return dialled !== null && isInUse(dialled)
}
