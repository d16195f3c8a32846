import { TYPED_STOPS_AN_HOUR } from '../consent/typed-stops.ts'

/** What is counted, so that nobody takes more than a share. */
export const LIMITS = ['key', 'form', 'ip', 'number', 'stops'] as const
export type Limit = (typeof LIMITS)[number]

/** How many requests in how many seconds. */
export type Rate = { readonly points: number; readonly seconds: number }

/** How often each subject may come. */
export type Rates = { readonly [limit in Limit]: Rate }

/** What is left of a subject's share. */
export type Taken = {
  readonly isOver: boolean
  readonly rate: Rate
  readonly left: number
  /** Until the share is whole again. */
  readonly resetMs: number
}

/** Counts requests. It never throws: where a database is away it counts in this process. */
export type Limiter = {
  /** Null where nothing is limited. A key is given by its hash; every other subject is kept only as a keyed hash. */
  take(limit: Limit, subject: string): Promise<Taken | null>
}

/** What each subject may have where the operator says nothing else. */
export const USUAL_RATES: Rates = {
  // A campaign's questions one by one; whoever has more to ask asks in batches.
  key: { points: 100_000, seconds: 60 },
  form: { points: 6_000, seconds: 60 },
  // Phones of one mobile network come by the thousand from one address.
  ip: { points: 120, seconds: 60 },
  number: { points: 20, seconds: 3_600 },
  // Opt-outs that are typed at one address: past it they are taken all the same, after a proof of work.
  stops: { points: TYPED_STOPS_AN_HOUR, seconds: 3_600 },
}
