import { dialog360 } from './360dialog.ts'
import { gupshup } from './gupshup.ts'
import { infobip } from './infobip.ts'
import { sinch } from './sinch.ts'
import { twilio } from './twilio.ts'
import type { VoiceName } from './names.ts'
import type { Voice } from './voice.ts'
import { vonage } from './vonage.ts'
import { whatsappCloud } from './whatsapp-cloud.ts'
import { zenvia } from './zenvia.ts'

/** How each provider speaks. */
export const VOICES: { readonly [name in VoiceName]: Voice } = {
  'whatsapp-cloud': whatsappCloud,
  sinch,
  twilio,
  '360dialog': dialog360,
  infobip,
  vonage,
  gupshup,
  zenvia,
}
