import type { E164 } from './line.ts'

// ITU-T E.164, list of assigned country codes: zones 1 and 7 have one digit, these have two, the rest three.
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/u

const callingCodeLength = (digits: string): number => {
  if (/^[17]/u.test(digits)) return 1
  return TWO_DIGITS.test(digits) ? 2 : 3
}

const split = (phone: string): { readonly code: string; readonly national: string } => {
  const digits = phone.replace(/^\+/u, '')
  const length = callingCodeLength(digits)
  return { code: digits.slice(0, length), national: digits.slice(length) }
}

/**
 * A number as it may be shown to whoever has not proved that it is theirs: `+52 ··· ··· 5678`. Never more
 * than the last four digits, and never more than half of a short number.
 */
export const masked = (phone: E164): string => {
  const { code, national } = split(phone)
  const shown = Math.min(4, Math.floor(national.length / 2))
  return `+${code} ··· ··· ${national.slice(national.length - shown)}`
}

/**
 * A number as people can read it aloud: `+55 11 91234 5678`. The groups are those of most of the Americas,
 * an area, a middle and the last four; Argentina's mobile 9 stands alone.
 */
export const spacedPhone = (phone: string): string => {
  const { code, national } = split(phone)
  const mobile = code === '54' && national.startsWith('9') ? '9' : ''
  const rest = national.slice(mobile.length)
  const area = rest.length < 9 ? 0 : code === '1' ? 3 : 2
  const parts = [mobile, rest.slice(0, area), rest.slice(area, -4), rest.slice(-4)]
  return [`+${code}`, ...parts.filter((part) => part !== '')].join(' ')
}
