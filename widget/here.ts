const NAME = 'quiero-here'

/**
 * Does work while a shadow root is in the document, and what that gave back when it leaves: a page of one address
 * takes elements away and puts them back without a word. Gives back what ends it.
 */
export const whileHere = (shadow: ShadowRoot, begin: () => () => void): (() => void) => {
  defineOnce()
  let end: (() => void) | null = null
  const leave = () => {
    end?.()
    end = null
  }
  // An element of ours inside is told by the browser; nothing of the page has to be watched or held.
  const here = document.createElement(NAME)
  here.hidden = true
  here.addEventListener('quiero-come', () => {
    leave()
    end = begin()
  })
  here.addEventListener('quiero-left', leave)
  shadow.append(here)
  return () => {
    here.remove()
    leave()
  }
}

// In two files of the widget, of which each may come first.
const defineOnce = (): void => {
  if (customElements.get(NAME)) return
  customElements.define(
    NAME,
    class extends HTMLElement {
      connectedCallback() {
        this.dispatchEvent(new Event('quiero-come'))
      }
      disconnectedCallback() {
        this.dispatchEvent(new Event('quiero-left'))
      }
    },
  )
}
