import { beginningOf, unpackFormats, type NumberFormat } from '../consent/number-format.ts'
import type { CountryNumbering } from '../consent/numbering.ts'
import { typedPhone } from '../consent/typed-phone.ts'
import { isPhoneProblem } from '../consent/phone-problem.ts'
import { dial, dialAbroad, dialHome, isInUse, withoutTrunk, type Dialled } from './phone-plan.ts'

/** No number with all its prefixes is longer; a longer one is left as it was typed. */
const LONGEST_FORMATTED = 20

/** What a field shows for what was typed so far. Text that is no number stays as it is. */
export const formatPhone = (
  typed: string,
  plans: readonly CountryNumbering[],
  chosen: string,
): string => {
  const phone = typedPhone(typed)
  if (isPhoneProblem(phone) || phone.digits.length > LONGEST_FORMATTED) return typed
  const { digits, isInternational } = phone
  const dialled = (isInternational ? dialAbroad : dialHome)(digits, plans, chosen)
  if (!dialled) return isInternational ? `+${digits}` : digits
  const national = formatDialled(dialled)
  return dialled.isAbroad ? `+${dialled.plan.callingCode} ${national}`.trim() : national
}

/** The digits after the calling code, grouped the way the country groups them. */
const formatDialled = ({ plan, typed, isAbroad }: Dialled): string => {
  if (isAbroad) return formatWith(plan, 'abroad', typed, typed) ?? apart(plan, typed, 'abroad')
  const national = withoutTrunk(typed, plan)
  const manner = national === typed ? 'home' : 'trunk'
  return (
    formatWith(plan, manner, typed, national) ??
    // An Argentinian 15 looks like the beginning of a landline's number until the number is complete.
    (typed.startsWith('0') ? formatWith(plan, manner, typed, typed.slice(1)) : null) ??
    apart(plan, typed, 'home')
  )
}

/** A prefix that is written no more, such as Mexico's 1, set apart from a number that is complete. */
const apart = (plan: CountryNumbering, typed: string, manner: Manner): string => {
  const { national } = dial(plan, typed, false)
  const prefix = typed.slice(0, typed.length - national.length)
  const isApart = prefix !== '' && prefix + national === typed
  const rest =
    isApart && isInUse({ plan, national }) && formatWith(plan, manner, national, national)
  return rest ? `${prefix} ${rest}` : typed
}

const formatWith = (
  plan: CountryNumbering,
  manner: Manner,
  typed: string,
  national: string,
): string | null => {
  const formats = unpackFormats(plan.formats).filter(
    (format) => format[manner] && beginningOf(format.leading).test(national),
  )
  const exact = plan.lengths.includes(national.length)
    ? formats.flatMap((format) => templatesOf(format, manner)).find(isFor(typed.length))
    : undefined
  // Where what was typed is more than a prefix and a number, it is grouped when it is complete.
  const isPrefixed = typed.endsWith(national)
  const template =
    exact ?? (isPrefixed ? partialTemplate(formats, manner, typed.length) : undefined)
  return template === undefined ? null : fill(template, typed)
}

type Manner = 'home' | 'trunk' | 'abroad'

const templatesOf = (format: NumberFormat, manner: Manner): readonly string[] =>
  format[manner].split('|')

const room = (template: string): number => template.replace(/[^x]/gu, '').length

const isFor = (length: number) => (template: string) => room(template) === length

const partialTemplate = (formats: readonly NumberFormat[], manner: Manner, length: number) => {
  for (const format of formats) {
    const templates = templatesOf(format, manner)
    const template = templates.find(isFor(length)) ?? templates[templates.length - 1]
    if (template !== undefined && room(template) >= length) return template
  }
  return undefined
}

/** Digits in a template, cut after the last one, without a bracket that is not closed yet. */
const fill = (template: string, digits: string): string => {
  let used = 0
  let end = 0
  const filled = template.replace(/x/gu, (_, at: number) => {
    if (used < digits.length) end = at + 1
    return digits.charAt(used++)
  })
  const cut = filled.slice(0, template.charAt(end) === ')' ? end + 1 : end)
  return cut.includes(')') ? cut : cut.replace('(', '')
}
