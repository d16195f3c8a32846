/** The surroundings that demo/in-app.html plays: apps that open links, apps that do not, and what pages lack there. */
export const PLAYS = [
  'react-native',
  'ios',
  'android',
  'flutter',
  'frame',
  'no-windows',
  'no-links',
  'no-origin',
  'no-storage',
  'no-script',
] as const
export type Play = (typeof PLAYS)[number]

/** Those that show the form with a script: the last is the form’s own page, in which none may run. */
export const readPlay = (asked: string | undefined): Play | null =>
  PLAYS.find((play) => play === asked) ?? null
