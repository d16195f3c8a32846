import { field } from './json.ts'

const DATE_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|([+-]\d\d):?(\d\d))?$/iu

/** A date with a time, as ISO 8601 has it or nearly so, in milliseconds; UTC where no zone is named. Null for none. */
export const dateTimeIn = (text: string | null): number | null => {
  const [, date, time, hours, minutes = '00'] = DATE_TIME.exec(text ?? '') ?? []
  if (date === undefined || time === undefined) return null
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`
  const at = Date.parse(`${date}T${time}${zone}`)
  return Number.isNaN(at) || at <= 0 ? null : at
}

/** A time in whole milliseconds or seconds, told as a number or as digits, in milliseconds. Null for none. */
export const unixTimeAt = (told: unknown, name: string, unit: 1 | 1000): number | null => {
  const value = field(told, name)
  const isTold = typeof value === 'number' || (typeof value === 'string' && /^\d+$/u.test(value))
  const at = isTold ? Number(value) * unit : Number.NaN
  return Number.isSafeInteger(at) && at > 0 ? at : null
}
