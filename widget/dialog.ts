/** A dialog over the page: only what is in it can be reached, Escape closes it, focus goes back where it was. */
export type Dialog = {
  readonly open: () => void
  readonly close: () => void
  readonly isOpen: () => boolean
}

/** Makes a dialog of an element, by the browser's own means where it has them. */
export const dialogOf = (element: HTMLDialogElement, heading: HTMLElement): Dialog => {
  const isKnown = typeof element.showModal === 'function'
  element.addEventListener('click', (event) => {
    // On the page behind it, and not on anything in it.
    if (event.target === element) dialog.close()
  })
  const native: Dialog = {
    open: () => {
      if (!element.open) element.showModal()
    },
    close: () => element.close(),
    isOpen: () => element.open,
  }
  const dialog = isKnown ? native : byHand(element, heading)
  return dialog
}

/** The same for browsers from before there were dialogs. */
const byHand = (element: HTMLElement, heading: HTMLElement): Dialog => {
  let back: HTMLElement | null = null
  let top = 0
  const isOpen = () => element.hasAttribute('open')
  const isInside = (event: Event) => event.composedPath().includes(element)
  const keepFocus = (event: Event) => {
    if (!element.isConnected) close()
    else if (!isInside(event)) {
      heading.focus()
      // Where the keys went, the page went too.
      scrollTo(0, top)
    }
  }
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') close()
  }
  const close = () => {
    element.removeAttribute('open')
    document.removeEventListener('focusin', keepFocus)
    document.removeEventListener('keydown', closeOnEscape)
    back?.focus()
    back = null
  }
  element.setAttribute('role', 'dialog')
  element.setAttribute('aria-modal', 'true')
  return {
    open: () => {
      if (isOpen()) return
      back = focusedIn(document)
      top = scrollY
      element.setAttribute('open', '')
      document.addEventListener('focusin', keepFocus)
      document.addEventListener('keydown', closeOnEscape)
      heading.focus()
    },
    close,
    isOpen,
  }
}

/** What has the focus, through the shadow roots that it is in. */
export const focusedIn = ({ activeElement }: DocumentOrShadowRoot): HTMLElement | null => {
  if (!(activeElement instanceof HTMLElement)) return null
  return (activeElement.shadowRoot && focusedIn(activeElement.shadowRoot)) ?? activeElement
}
