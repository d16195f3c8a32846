import type { Act } from './event.ts'
import type { SecretRef } from './provider.ts'

/** What a webhook can tell of: each act, and a message by what it means to consent. */
export const WEBHOOK_TYPES = [
  'consent.opt_in',
  'consent.opt_out',
  'consent.message',
  'consent.platform_stop',
  'consent.platform_resume',
  'consent.provider_block',
  'consent.identity_conflict',
  'consent.identity_settled',
  'consent.opt_out_burst',
] as const
export type WebhookType = (typeof WEBHOOK_TYPES)[number]

/** An address of the company's that is told of events. */
export type Webhook = {
  readonly id: string
  /** An https address. */
  readonly url: string
  /** Signs what is posted there, as Standard Webhooks does: `whsec_…` in base64. */
  readonly secret: SecretRef
  /** While a secret is changed: the one before, which signs beside it. */
  readonly previousSecret?: SecretRef | undefined
  /** Left out: all of them. */
  readonly events?: readonly WebhookType[] | undefined
}

/** How an act is called in a webhook. A message with a no in it is an opt-out, whatever else stands there. */
export const webhookTypeOf = (act: Act): WebhookType => {
  if (act.kind !== 'message') return `consent.${act.kind}`
  if (act.stops || act.revoked.length > 0) return 'consent.opt_out'
  return act.granted ? 'consent.opt_in' : 'consent.message'
}

/** Whether a webhook is told of an act. */
export const isToldOf = ({ events }: Pick<Webhook, 'events'>, act: Act): boolean =>
  events?.includes(webhookTypeOf(act)) ?? true

/** How long an event is tried at a webhook, in milliseconds: three days, so that a weekend passes. */
export const TOLD_FOR = 3 * 24 * 60 * 60 * 1000
