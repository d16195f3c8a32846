/**
 * When a person acted, as far as we can know it (design R2). `ours`: seen by our own clock. `provider`:
 * told by a provider or a company's system, to the second. `offline`: kept by a device without a network.
 * Instants are milliseconds since 1970.
 */
export type Moment =
  | { readonly clock: 'ours'; readonly receivedAt: number }
  | {
      readonly clock: 'provider' | 'offline'
      readonly claimedAt: number
      readonly receivedAt: number
    }

const SECOND = 1000

/** How far ahead of ours a provider's clock is believed when someone says no. */
export const CLOCK_TRUST = 5 * 60 * SECOND

/** How long an act may have waited on a device without a network. */
export const OFFLINE_LIMIT = 72 * 60 * 60 * SECOND

/** Whether a yes may count at its claimed time: for `offline`, within 72 hours and not after we received it. */
export const isCredible = (moment: Moment): boolean =>
  moment.clock !== 'offline' ||
  (moment.claimedAt <= moment.receivedAt && moment.receivedAt - moment.claimedAt <= OFFLINE_LIMIT)

/** When something that a provider told happened: by our own clock where it says no time. */
export const momentTold = (claimedAt: number | null, receivedAt: number): Moment =>
  claimedAt === null ? { clock: 'ours', receivedAt } : { clock: 'provider', claimedAt, receivedAt }

/** The earliest moment the act can have happened: when a yes or a return counts. */
export const yesAt = (moment: Moment): number => {
  if (moment.clock === 'ours') return moment.receivedAt
  const claimed = moment.clock === 'provider' ? startOfSecond(moment.claimedAt) : moment.claimedAt
  return Math.min(claimed, moment.receivedAt)
}

/** The latest moment the act can have happened: when a no counts. */
export const noAt = (moment: Moment): number => {
  if (moment.clock !== 'provider') return moment.receivedAt
  return Math.min(startOfSecond(moment.claimedAt) + SECOND - 1, moment.receivedAt + CLOCK_TRUST)
}

const startOfSecond = (at: number): number => Math.floor(at / SECOND) * SECOND
