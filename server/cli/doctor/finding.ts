/** What was looked at, and what to do about it: `look` is worth a look, `bad` loses something or will. */
export type Finding =
  | { readonly level: 'good'; readonly what: string }
  | { readonly level: 'look' | 'bad'; readonly what: string; readonly todo: string }

export const good = (what: string): Finding => ({ level: 'good', what })
export const look = (what: string, todo: string): Finding => ({ level: 'look', what, todo })
export const bad = (what: string, todo: string): Finding => ({ level: 'bad', what, todo })
