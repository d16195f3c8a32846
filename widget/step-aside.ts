import { focusedIn } from './dialog.ts'

/**
 * Moves a button in a corner out of the way while it covers what has the focus (WCAG 2.4.11). Gives back what
 * ends that.
 */
export const stepAside = (corner: HTMLElement): (() => void) => {
  const look = () => {
    const focused = focusedIn(document)
    const isAside = focused !== null && !corner.contains(focused) && isCovered(focused, corner)
    corner.classList.toggle('aside', isAside)
  }
  // The browser scrolls to what has the focus after it has said so.
  const lookSoon = () => requestAnimationFrame(look)
  document.addEventListener('focusin', lookSoon)
  document.addEventListener('focusout', lookSoon)
  addEventListener('scroll', lookSoon, { passive: true })
  return () => {
    document.removeEventListener('focusin', lookSoon)
    document.removeEventListener('focusout', lookSoon)
    removeEventListener('scroll', lookSoon)
  }
}

/** Whether two elements share a place. What fills the page is not hidden by a button on it. */
const isCovered = (element: HTMLElement, corner: HTMLElement): boolean => {
  const under = element.getBoundingClientRect()
  const over = corner.getBoundingClientRect()
  return (
    under.height < innerHeight / 2 &&
    under.left < over.right &&
    over.left < under.right &&
    under.top < over.bottom &&
    over.top < under.bottom
  )
}
