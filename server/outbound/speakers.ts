import type { ProviderKind } from '../../consent/provider.ts'
import type { Deps } from '../ports.ts'
import { dialog360 } from './360dialog.ts'
import { infobip } from './infobip.ts'
import type { OutboundProvider, Reach } from './provider.ts'
import { sinch } from './sinch.ts'
import { twilio } from './twilio.ts'
import { vonage } from './vonage.ts'
import { whatsappCloud } from './whatsapp-cloud.ts'

/** Every provider that is spoken to. */
const OUTBOUND: readonly OutboundProvider[] = [
  whatsappCloud,
  sinch,
  dialog360,
  twilio,
  infobip,
  vonage,
]

/** Where providers' APIs are, for those that are not where they really are. */
export type Bases = { readonly [kind in ProviderKind]?: string }

/** How each provider is spoken to. */
export const speakersAt = (bases: Bases, reach: Omit<Reach, 'base'>): Deps['speakers'] =>
  Object.fromEntries(
    OUTBOUND.map(({ kind, speaker }) => [kind, speaker({ ...reach, base: bases[kind] ?? null })]),
  )
