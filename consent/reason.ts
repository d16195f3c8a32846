/** Why a decision allows. */
export const ALLOW_REASONS = ['consented', 'service_window'] as const

/** Why a decision denies, in the order in which they apply (design R8). The list is closed. */
export const DENY_REASONS = [
  'identity_conflict',
  'blocked',
  'provider_block',
  'platform_stop',
  'revoked',
  'denied',
  'paused',
  'template_is_marketing',
  'expired',
  'needs_renewal',
  'held_source',
  'pending',
  'quarantined',
  'never_asked',
] as const

export type AllowReason = (typeof ALLOW_REASONS)[number]
export type DenyReason = (typeof DENY_REASONS)[number]
