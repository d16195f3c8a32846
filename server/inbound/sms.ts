import type { Delivered } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'

/** An SMS, as far as it was understood: without an account, an id, a number or a text it is unknown. */
export const smsOf = (
  account: string | null,
  id: string | null,
  from: string | null,
  text: string | null,
  sentAt: number | null,
): Delivered => {
  const phone = from === null ? null : heardPhone(from)
  return account === null || id === null || id === '' || phone === null || text === null
    ? { kind: 'unknown' }
    : { kind: 'sms', account, id, phone, text, sentAt }
}
