import type { Act } from './event.ts'
import type { SecretRef } from './provider.ts'

/** What a webhook can tell of: each act, a message by what it means to consent, and what was signed of the log. */
export const WEBHOOK_TYPES = [
  'consent.opt_in',
  'consent.opt_out',
  'consent.message',
  'consent.platform_stop',
  'consent.platform_resume',
  'consent.provider_block',
  'consent.identity_conflict',
  'consent.identity_settled',
  'consent.erased',
  'consent.opt_out_burst',
  'log.checkpoint',
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
export const isToldOf = (webhook: Pick<Webhook, 'events'>, act: Act): boolean =>
  isWanted(webhook, webhookTypeOf(act))

/** Whether a webhook wants to be told of such. */
export const isWanted = ({ events }: Pick<Webhook, 'events'>, type: WebhookType): boolean =>
  events?.includes(type) ?? true

/** How long an event is tried at a webhook, in milliseconds: three days, so that a weekend passes. */
export const TOLD_FOR = 3 * 24 * 60 * 60 * 1000
