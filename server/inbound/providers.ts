import { isProviderKind, type ProviderKind } from '../../consent/provider.ts'
import type { InboundProvider } from './provider.ts'
import { mailgun } from './mailgun.ts'
import { postmark } from './postmark.ts'
import { sendgrid } from './sendgrid.ts'
import { whatsappCloud } from './whatsapp-cloud.ts'

/** Every provider that is heard, by the name that stands in its webhook's address. */
export const INBOUND: { readonly [kind in ProviderKind]?: InboundProvider } = {
  'whatsapp-cloud': whatsappCloud,
  postmark,
  mailgun,
  sendgrid,
}

/** The provider of an address, or null. */
export const inboundProvider = (name: string): InboundProvider | null =>
  isProviderKind(name) ? (INBOUND[name] ?? null) : null
