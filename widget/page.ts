import type { Spot } from './screens.ts'

/** Moves the focus, unless somebody is writing elsewhere on the page. */
export const focusOn = (shadow: ShadowRoot, spot: Spot): void => {
  // Asked of the element: in a shadow root of another's the document knows only that one.
  const isElsewhere = document.activeElement !== document.body
  if (isElsewhere && !shadow.host.matches(':focus-within')) return
  const place = shadow.getElementById(spot)
  const target = spot === 'categories' ? place?.querySelector('input') : place
  target?.focus()
}

/** Puts the caret where the state says, while the phone field has the focus. */
export const caretAt = (shadow: ShadowRoot, at: number): void => {
  const field = shadow.activeElement
  if (field instanceof HTMLInputElement) field.setSelectionRange(at, at)
}
