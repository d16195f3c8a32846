import { SIGNATURE_AGE, type Verdict } from './provider.ts'

/** The verdict on what is authentic, by when it was signed; all in milliseconds. */
export const judgeAge = (signedAt: number, now: number, longest = SIGNATURE_AGE): Verdict =>
  Math.abs(now - signedAt) <= longest ? 'fresh' : 'stale'
