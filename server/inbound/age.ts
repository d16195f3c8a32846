import { SIGNATURE_AGE, type Verdict } from './provider.ts'

/** The verdict on what is authentic, by when it was signed; both in milliseconds. */
export const judgeAge = (signedAt: number, now: number): Verdict =>
  Math.abs(now - signedAt) <= SIGNATURE_AGE ? 'fresh' : 'stale'
