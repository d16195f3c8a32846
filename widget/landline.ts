import type { LaterTexts } from '../consent/form-texts.ts'
import type { PhoneReading } from './phone-field.ts'
import { say } from './texts.ts'

/** The question that a landline's number is met with; empty for other numbers. It holds nobody up. */
export const askLandline = (reading: PhoneReading, texts: LaterTexts): string => {
  if (reading.kind !== 'number' || !reading.isLandline) return ''
  const { mobileDigit: digit } = reading
  return digit === '' ? texts.landline : say(texts.landlineOrMobile, { digit })
}
