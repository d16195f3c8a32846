import type { Spot } from './screens.ts'

/** The page that asks, without its query. */
export const pageShown = (): string => (location.origin + location.pathname).slice(0, 500)

/** Sixteen random bytes: the same submission is recognised when it is sent again. */
export const newAttempt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** Moves the focus, unless somebody is writing elsewhere on the page. */
export const focusOn = (shadow: ShadowRoot, spot: Spot): void => {
  const { activeElement } = document
  if (activeElement !== shadow.host && activeElement !== document.body) return
  const place = shadow.getElementById(spot)
  const target = spot === 'categories' ? place?.querySelector('input') : place
  target?.focus()
}

/** Puts the caret where the state says, while the phone field has the focus. */
export const caretAt = (shadow: ShadowRoot, at: number): void => {
  const field = shadow.activeElement
  if (field instanceof HTMLInputElement) field.setSelectionRange(at, at)
}

/** Whether this is a phone or a tablet, on which the app opens over the page. */
export const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches
