/** A text with its gaps filled: `{company}` by the company's name. */
export const say = (text: string, gaps: { readonly [name: string]: string | number }): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => String(gaps[name]))
