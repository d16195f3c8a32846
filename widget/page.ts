import type { Spot } from './screens.ts'

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
