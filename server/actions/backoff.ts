/** How long to wait after the first try, and at most after any, in milliseconds. */
export type Backoff = { readonly firstMs: number; readonly longestMs: number }

/** How often a company's own address is tried. */
export const COMPANY_BACKOFF: Backoff = { firstMs: 5_000, longestMs: 60 * 60 * 1000 }

// Whoever asks for more is asked again once it would be too late anyway.
const LONGEST_WISH = 24 * 60 * 60 * 1000

/**
 * How long to wait after so many tries, in milliseconds: twice as long each time, with up to half of it by chance
 * (`random` from 0 to 1), so that what failed together does not come again together; never less than was asked for.
 */
export const pauseAfter = (
  { firstMs, longestMs }: Backoff,
  tries: number,
  random: number,
  askedMs: number | null = null,
): number => {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.max(0, tries - 1))
  const ours = Math.round(whole * (0.5 + random / 2))
  return Math.max(ours, Math.min(askedMs ?? 0, LONGEST_WISH))
}
