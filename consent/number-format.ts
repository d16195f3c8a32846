/** How one group of a country's numbers is written. An `x` is a digit that was typed. */
export type NumberFormat = {
  /** The first digits of the numbers it is for, as a pattern; empty: all. */
  readonly leading: string
  /** At home without the trunk prefix: a template a length, shortest first, with `|` between; empty: never so. */
  readonly home: string
  /** At home with it. */
  readonly trunk: string
  /** After the calling code. */
  readonly abroad: string
}

/**
 * Formats as one short text, because they are sent with every form: `;` between formats, `,` between their
 * parts, and no part that the others tell. No pattern and no template of the phone library holds either sign.
 */
export const packFormats = (formats: readonly NumberFormat[]): string =>
  formats
    .map(({ leading, home, trunk, abroad }) =>
      [leading, home, trunk, ...(abroad === home ? [] : [abroad])].join(',').replace(/,+$/u, ''),
    )
    .join(';')

/** The formats that `packFormats` packed. */
export const unpackFormats = (packed: string): readonly NumberFormat[] =>
  packed.split(';').map((each) => {
    const [leading = '', home = '', trunk = '', abroad = home] = each.split(',')
    return { leading, home, trunk, abroad }
  })

/** Matches the digits that a pattern begins with, and those after which it still can come. */
export const beginningOf = (pattern: string): RegExp =>
  // Each digit of the pattern may be missing where the text ends.
  new RegExp(
    `^(?:${pattern.replace(/\[[^\]]*\]|\\d|\d(?![^{]*\})/gu, (digit) => `(?:${digit}|$)`)})`,
    'u',
  )
