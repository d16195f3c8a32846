import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { type Limit, type Limiter, LIMITS, type Rates, type Taken } from '../limits.ts'
import type { Sealer } from '../ports.ts'
import type { RateStore } from './engine.ts'

/**
 * What two processes must count together: few requests, each of another subject. Keys and forms are counted by each
 * process for itself, since all of a campaign would else wait for one row.
 */
const SHARED: readonly Limit[] = ['ip', 'number', 'stops']

/**
 * Counts requests by rate-limiter-flexible: in this process, and on PostgreSQL, where there may be several, in a
 * table for addresses and numbers. While the table is out of reach each process counts for itself.
 */
export const limiterOn = (
  store: RateStore | null,
  sealer: Sealer,
  rates: Rates | null,
): Limiter => {
  if (rates === null) return { take: async () => null }
  const counters = new Map<Limit, RateLimiterAbstract>()
  for (const limit of LIMITS) counters.set(limit, counterOf(store, limit, rates))
  // The rate is part of it: nobody inherits a share from another setting. A key's hash says nothing, and is not shared.
  const nameOf = (limit: Limit, subject: string): string =>
    limit === 'key'
      ? subject
      : sealer.sign('limit', JSON.stringify([limit, rates[limit].seconds, subject]))
  return {
    take: async (limit, subject) => {
      const rate = rates[limit]
      const result = await counters.get(limit)?.consume(nameOf(limit, subject)).catch(asResult)
      return result ? takenOf(result, rate) : null
    },
  }
}

const counterOf = (store: RateStore | null, limit: Limit, rates: Rates): RateLimiterAbstract => {
  const { points, seconds } = rates[limit]
  const options = { keyPrefix: limit, points, duration: seconds }
  const alone = new RateLimiterMemory(options)
  if (!store || !SHARED.includes(limit)) return alone
  return new RateLimiterPostgres({
    ...options,
    storeClient: store,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: true,
    insuranceLimiter: alone,
  })
}

/** Whoever has had enough is told by a rejection, which is no error. */
const asResult = (reason: unknown): RateLimiterRes => {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}

const takenOf = (result: RateLimiterRes, rate: Taken['rate']): Taken => ({
  isOver: result.consumedPoints > rate.points,
  rate,
  left: Math.max(0, result.remainingPoints),
  resetMs: Math.max(0, result.msBeforeNext),
})
