import { createHmac } from 'node:crypto'
import type { Company } from '../../consent/company.ts'
import type { SenderProvider } from '../../consent/provider.ts'
import { demoDocument } from '../support/service.ts'
import type { Wire } from './meta.ts'

/** The secret of the companies below, whatever their provider wants it for. */
export const SECRET = { QUIERO_SECRET_PROVIDER: 'provider-secret-0001' } as const
export const SECRET_REF = { env: 'QUIERO_SECRET_PROVIDER' } as const

export const APP = '01EB37HMH1M6SV18ABNS3G135H'

/** The demo with its sender at another provider. */
export const companyWith = (provider: SenderProvider, more: Partial<Company> = {}): Company => {
  const demo = demoDocument()
  return { ...demo, senders: demo.senders.map((sender) => ({ ...sender, provider })), ...more }
}

/** A Sinch callback around what it tells. */
export const callback = (at: number, told: Wire): Wire => ({
  app_id: APP,
  accepted_time: new Date(at + 1_000).toISOString(),
  event_time: new Date(at).toISOString(),
  project_id: 'project',
  ...told,
  message_metadata: '',
  correlation_id: '',
})

/** Somebody on WhatsApp, as Sinch writes them. */
export const onWhatsapp = (identity: string): Wire => ({
  channel_identity: { channel: 'WHATSAPP', identity, app_id: '' },
})

let made = 0

/** A message in Sinch's format, by a number with its + or a business-scoped id; each has another id. */
export const sinchMessage = (from: string, content: Wire, more: Wire = {}): Wire => ({
  message: {
    id: `01KAEQ${String((made += 1)).padStart(20, '0')}`,
    direction: 'TO_APP',
    contact_message: content,
    ...onWhatsapp(from.replace('+', '')),
    sender_id: '5511912345678',
    processing_mode: 'DISPATCH',
    injected: false,
    ...more,
  },
})

/** Sinch's headers of a body. */
export const sinchSignature = (body: string, at: number): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', SECRET.QUIERO_SECRET_PROVIDER)
    .update(`${body}.nonce.${timestamp}`)
    .digest('base64')
  return {
    'x-sinch-webhook-signature-timestamp': timestamp,
    'x-sinch-webhook-signature-nonce': 'nonce',
    'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
    'x-sinch-webhook-signature': signature,
  }
}
