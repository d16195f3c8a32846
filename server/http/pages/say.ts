/** A text with its gaps filled: `{company}` by the company's name. */
export const say = (text: string, gaps: { readonly [name: string]: string | number }): string =>
  text.replace(/\{(\w+)\}/gu, (gap, name: string) => String(gaps[name] ?? gap))

/** A number in a sentence, which does not break over two lines. */
export const unbroken = (number: string): string => number.replace(/ /gu, '\u00A0')
