import type { Theme } from './company.ts'
import { inkOn } from './contrast.ts'

/** A form's looks as the widget gets them: only what will be seen, with the ink that each accent needs. */
export type ShownTheme = Pick<Theme, 'scheme' | 'radius' | 'font'> & {
  readonly accent?: string | undefined
  readonly ink?: string | undefined
  readonly accentDark?: string | undefined
  readonly inkDark?: string | undefined
}

/** What the accent stands on in each scheme: the form's paper, and the wall behind a category's box. */
export const PAPERS = {
  light: ['#ffffff', '#f4f1ec'],
  dark: ['#111b21', '#1d2a32'],
} as const

/** How far an accent has to stand apart from them, to be seen as a button or a ticked box (WCAG 1.4.11). */
export const LEAST_ACCENT_CONTRAST = 3

export const COLOUR = /^#[0-9a-f]{6}$/iu

/**
 * What is drawn of a theme. Whatever else a document holds there stays here, and whoever gives no
 * `accentDark` has one accent for both schemes.
 */
export const shownTheme = ({ scheme, radius, font, accent, accentDark }: Theme): ShownTheme => {
  const night = accentDark ?? accent
  // In the dark too, because the widget of 0.1.0, which stays on pages, knows no other.
  const day = scheme === 'dark' ? night : accent
  return {
    scheme,
    radius,
    font,
    ...(day !== undefined && { accent: day, ink: inkOn(day) }),
    ...(isDarkShown(scheme) && night !== undefined && { accentDark: night, inkDark: inkOn(night) }),
  }
}

/** Whether a scheme is ever dark. One that is left out is light. */
export const isDarkShown = (scheme: unknown): boolean => scheme === 'dark' || scheme === 'auto'
