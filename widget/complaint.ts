import { countryName } from './country-name.ts'
import type { PhoneComplaint } from './phone-reading.ts'
import type { LaterTexts } from '../consent/form-texts.ts'
import { say } from './texts.ts'

/** The sentence that says what is wrong with a number and what to do about it. */
export const sayComplaint = (
  complaint: PhoneComplaint,
  texts: LaterTexts,
  language: string,
): string => {
  if (!('country' in complaint)) return texts[complaint.kind]
  const gaps = { ...complaint, country: countryName(complaint.country, language) }
  if (!('by' in gaps)) return say(texts[gaps.kind], gaps)
  const one = gaps.kind === 'digits-missing' ? texts.oneMissing : texts.oneLeftOver
  return say((gaps.by === 1 ? one : texts[gaps.kind]) + texts.mobileHas, gaps)
}
