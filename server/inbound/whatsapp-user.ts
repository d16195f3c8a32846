import type { Seen } from '../../consent/delivered.ts'
import { heardPhone } from '../../consent/line.ts'

const BSUID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/u

/** A WhatsApp user in one field: a number, or the business-scoped id where that is hidden (providers section 1.2). */
export const whatsappUser = (raw: string): Seen => {
  const bsuid = raw.replace(/^whatsapp:/u, '')
  return { phone: heardPhone(raw), bsuid: BSUID.test(bsuid) ? bsuid : null }
}

/** Whether it is anybody at all. */
export const isSomebody = ({ phone, bsuid }: Seen): boolean => phone !== null || bsuid !== null
