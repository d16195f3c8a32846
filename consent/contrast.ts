/** How light a colour is, written #rrggbb, from 0 to 1: the relative luminance of WCAG 2.2. */
const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far two colours stand apart, from 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrastOf = (one: string, other: string): number => {
  const [first, second] = [luminanceOf(one) + 0.05, luminanceOf(other) + 0.05]
  return Math.max(first, second) / Math.min(first, second)
}

/** How far a colour stands apart from the nearest of some others. */
export const leastContrast = (colour: string, others: readonly string[]): number =>
  Math.min(...others.map((other) => contrastOf(colour, other)))

/** Black or white, whichever is easier to read on a colour: never less than 4.58, on whatever colour. */
export const inkOn = (colour: string): string =>
  contrastOf(colour, BLACK) > contrastOf(colour, WHITE) ? BLACK : WHITE

/** The first colour on the way from one to another, both taken in, that is `least` apart from all of some. */
export const nearestApart = (
  colour: string,
  towards: string,
  papers: readonly string[],
  least: number,
): string => {
  const [from, to] = [channelsOf(colour), channelsOf(towards)]
  for (let step = 0; step < 256; step += 1) {
    const between = from.map((channel, at) => channel + (((to[at] ?? 0) - channel) * step) / 255)
    const tried = `#${between.map((channel) => hex(Math.round(channel))).join('')}`
    if (leastContrast(tried, papers) >= least) return tried
  }
  return towards
}

export const BLACK = '#000000'
export const WHITE = '#ffffff'

const channelsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))

const hex = (channel: number): string => channel.toString(16).padStart(2, '0')
