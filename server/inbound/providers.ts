import { isProviderKind, type ProviderKind } from '../../consent/provider.ts'
import { dialog360 } from './360dialog.ts'
import { bird } from './bird.ts'
import { gupshup } from './gupshup.ts'
import { infobip } from './infobip.ts'
import { mailgun } from './mailgun.ts'
import { postmark } from './postmark.ts'
import type { InboundProvider } from './provider.ts'
import { sendgrid } from './sendgrid.ts'
import { sinchLatam } from './sinch-latam.ts'
import { sinchSms } from './sinch-sms.ts'
import { sinch } from './sinch.ts'
import { twilioSms } from './twilio-sms.ts'
import { twilio } from './twilio.ts'
import { vonageSms } from './vonage-sms.ts'
import { vonage } from './vonage.ts'
import { whatsappCloud } from './whatsapp-cloud.ts'
import { zenvia } from './zenvia.ts'

/** Every provider that is heard, by the name that stands in its webhook's address. */
export const INBOUND: { readonly [kind in ProviderKind]?: InboundProvider } = {
  'whatsapp-cloud': whatsappCloud,
  '360dialog': dialog360,
  infobip,
  vonage,
  'vonage-sms': vonageSms,
  bird,
  gupshup,
  zenvia,
  postmark,
  mailgun,
  sendgrid,
  sinch,
  'sinch-latam': sinchLatam,
  'sinch-sms': sinchSms,
  twilio,
  'twilio-sms': twilioSms,
}

/** The provider of an address, or null. */
export const inboundProvider = (name: string): InboundProvider | null =>
  isProviderKind(name) ? (INBOUND[name] ?? null) : null
