/** How many opt-outs one network address may type in an hour before each needs a proof of work. */
export const TYPED_STOPS_AN_HOUR = 20

/** How far back a form's usual rate is taken, in hours: a week, so that nights and Sundays are in it. */
export const USUAL_OVER_HOURS = 7 * 24

const HOUR = 60 * 60 * 1000

/** How many opt-outs were typed at a form: in this hour, and in all the hours that its usual rate is taken over. */
export type TypedStops = { readonly thisHour: number; readonly before: number }

/** Whole hours since 1970. */
export const hourOf = (time: number): number => Math.floor(time / HOUR)

/**
 * Whether opt-outs run in at a form as somebody's list would and people do not: past ten times its usual rate, and
 * past what a single address may type.
 */
export const isBurst = ({ thisHour, before }: TypedStops): boolean =>
  thisHour >= Math.max(TYPED_STOPS_AN_HOUR, (10 * before) / USUAL_OVER_HOURS)

/** By what a burst is seen: one address, or the form as a whole. */
export const BURST_SIGNS = ['address', 'form'] as const
export type BurstSign = (typeof BURST_SIGNS)[number]
