/** A number as the world writes it: `+` and 7 to 15 digits. Made by `parsePhone` and `heardPhone` alone. */
export type E164 = string & { readonly __brand: 'E164' }

/** Whether a text has the shape of an E.164 number. Says nothing about whether the number exists. */
export const isE164 = (text: string): text is E164 => /^\+[1-9]\d{6,14}$/u.test(text)

/**
 * The digits of the line that these digits reach, for a yes and for a no alike (design R7). WhatsApp still
 * writes old accounts the way their country did when they were made: Mexico's mobile `1` (dropped in
 * 2019) and Brazil without the ninth digit. A Brazilian landline begins with 2 to 5 and is never touched:
 * a 9 before it would be another person (facts section 10).
 */
export const sameLine = (digits: string): string =>
  digits.replace(/^521(\d{10})$/u, '52$1').replace(/^55([1-9]\d)([6-9]\d{7})$/u, '55$19$2')

/** Ways of writing a mobile number at home that the phone library knows no more, or never knew. */
export const respelled = (digits: string): string =>
  digits
    // Mexico until 2019: 044 and 045 before a mobile, 01 before a landline, 1 after the country code.
    .replace(/^52(?:04[45]|01|1)(\d{10})$/u, '52$1')
    // Argentina: 9 and 15 both say "mobile"; the trunk pattern knows where the 15 stands.
    .replace(/^549?0?(\d{12})$/u, '54$1')
    .replace(/^5490(\d{10})$/u, '549$1')

/**
 * The other numbers that a no to this one counts for as well. In Argentina people leave out the 9 of a
 * mobile, and the rest is a landline's number that may be somebody else's: so never for a yes (design R7).
 */
export const otherSpellings = (phone: E164): readonly E164[] => {
  const other = phone.startsWith('+549')
    ? phone.replace(/^\+549([1-8]\d{9})$/u, '+54$1')
    : phone.replace(/^\+54([1-8]\d{9})$/u, '+549$1')
  return other !== phone && isE164(other) ? [other] : []
}

/** Every way in which a provider may have written a number's digits: as it is, and as `sameLine` reads it the same. */
export const writtenAs = (phone: E164): readonly string[] => {
  const digits = phone.slice(1)
  const old = digits
    .replace(/^52(\d{10})$/u, '521$1')
    .replace(/^55([1-9]\d)9([6-9]\d{7})$/u, '55$1$2')
  return old === digits ? [digits] : [digits, old]
}

/**
 * The number that a provider says a message came from. Not checked against any numbering plan: a number
 * that the library calls invalid can still say no. Null for what is no number at all, such as a
 * business-scoped id.
 */
export const heardPhone = (raw: string): E164 | null => {
  if (raw.length > 100) return null
  const digits = asciiDigits(raw)
    .trim()
    .replace(/^whatsapp:/iu, '')
    .replace(/[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF+＋().-]/gu, '')
    .replace(/^00/u, '')
  const phone = `+${sameLine(digits)}`
  return isE164(phone) ? phone : null
}

/** The same text with full-width and both kinds of Arabic-Indic digits written as 0 to 9. */
export const asciiDigits = (text: string): string =>
  // Each of the three blocks begins at a multiple of sixteen.
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/gu, (digit) =>
    String(digit.charCodeAt(0) % 16),
  )
