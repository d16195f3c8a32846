import { dialog360 } from './360dialog.ts'
import { gupshup } from './gupshup.ts'
import { infobip } from './infobip.ts'
import { sinch } from './sinch.ts'
import { twilio } from './twilio.ts'
import type { Voice } from './voice.ts'
import { vonage } from './vonage.ts'
import { whatsappCloud } from './whatsapp-cloud.ts'
import { zenvia } from './zenvia.ts'

/** The providers whose format the pretended phone speaks, by the name that stands in a webhook's address. */
export const VOICES = {
  'whatsapp-cloud': whatsappCloud,
  sinch,
  twilio,
  '360dialog': dialog360,
  infobip,
  vonage,
  gupshup,
  zenvia,
} as const satisfies { readonly [kind: string]: Voice }

export type VoiceName = keyof typeof VOICES
