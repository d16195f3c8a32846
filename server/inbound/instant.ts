import { field } from './json.ts'

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:Z|[+-]\d\d:?\d\d)$/u

/** An ISO instant in milliseconds; null for anything else. */
export const isoInstant = (text: string | null): number | null => {
  const at = text !== null && ISO.test(text) ? Date.parse(text) : Number.NaN
  return Number.isSafeInteger(at) && at > 0 ? at : null
}

/** The same in a field, which may hold milliseconds as a number as well. */
export const instantAt = (value: unknown, name: string): number | null => {
  const found = field(value, name)
  if (typeof found === 'string') return isoInstant(found)
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : null
}
