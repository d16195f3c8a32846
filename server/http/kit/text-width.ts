// Adobe's metrics of Helvetica, which Arial and Liberation Sans share: thousandths of the size, from space to "~".
const REGULAR =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
const BOLD =
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584'

const WIDTHS = {
  regular: REGULAR.split(' ').map(Number),
  bold: BOLD.split(' ').map(Number),
} as const
export type Weight = keyof typeof WIDTHS

/** What no table of ours has is taken to be as wide as it is high. */
const WIDEST = 1000

const FIRST = 32

/** How wide a text is set, for a size of 1. Accents add nothing. */
export const widthOf = (text: string, weight: Weight): number =>
  Array.from(text.normalize('NFD').replace(/\p{M}/gu, '')).reduce(
    (width, character) =>
      width + (WIDTHS[weight][(character.codePointAt(0) ?? 0) - FIRST] ?? WIDEST),
    0,
  ) / 1000

/** A text in lines that are no wider than that, for a size of 1. A word that is too long is parted. */
export const wrapped = (text: string, weight: Weight, width: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(/\s+/u)) {
    const longer = [lines.at(-1) ?? '', word].filter((part) => part !== '').join(' ')
    if (lines.length > 0 && widthOf(longer, weight) <= width) lines[lines.length - 1] = longer
    else lines.push(...parted(word, weight, width))
  }
  return lines
}

const letters = new Intl.Segmenter()

const parted = (word: string, weight: Weight, width: number): readonly string[] => {
  const parts: string[] = ['']
  for (const { segment } of letters.segment(word)) {
    const longer = `${parts.at(-1) ?? ''}${segment}`
    if (longer === segment || widthOf(longer, weight) <= width) parts[parts.length - 1] = longer
    else parts.push(segment)
  }
  return parts
}
