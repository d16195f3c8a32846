import type { MountOptions } from './part.ts'
import { formFor, showIn, type Known } from './show.ts'

/** Shows a form in an element; gives back what takes it away. Twice on one element: once. */
export type MountForm = (element: HTMLElement, options?: MountOptions) => () => void

/** What shows the forms of a page, with what is known of each. */
export const mounting = (knownOf: (form: string) => Known): MountForm => {
  // Weak: a page that drops an element drops its form.
  const mounted = new WeakMap<Element, () => void>()
  return (element, options = {}) => {
    const before = mounted.get(element)
    if (before) return before
    let unmount: (() => void) | null = null
    const takeAway = () => {
      mounted.delete(element)
      unmount?.()
    }
    mounted.set(element, takeAway)
    const isWanted = () => mounted.get(element) === takeAway
    // What could not be shown may be asked for again; the page around never sees an exception.
    showIn(element, options, knownOf(formFor(element, options)), isWanted).then(
      (shown) => {
        unmount = shown
        if (!shown) mounted.delete(element)
        return null
      },
      () => mounted.delete(element),
    )
    return takeAway
  }
}
