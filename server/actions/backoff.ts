const FIRST = 4_000
const LONGEST = 10 * 60 * 1000
// A provider that asks for more is asked again once the reply would be too late anyway.
const LONGEST_WISH = 24 * 60 * 60 * 1000

/**
 * How long to wait after so many tries, in milliseconds: twice as long each time, with up to half of it by chance
 * (`random` from 0 to 1), so that what failed together does not come again together; never less than was asked for.
 */
export const pauseAfter = (tries: number, random: number, askedMs: number | null): number => {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.max(0, tries - 1))
  const ours = Math.round(whole * (0.5 + random / 2))
  return Math.max(ours, Math.min(askedMs ?? 0, LONGEST_WISH))
}
