import { heardPhone } from '../../consent/line.ts'

/**
 * The account of a number as the door of an SMS: at Vonage one number may be that and a WhatsApp sender, and
 * both are told at one address. Null for what is no number.
 */
export const smsAccount = (number: string | null): string | null => {
  const phone = number === null ? null : heardPhone(number)
  return phone === null ? null : `sms|${phone}`
}
