// Runs before anything else in the page, as a webview is there before its page. It imports nothing: a page without
// an origin takes no modules.

const { play = '', app = '' } = document.currentScript?.dataset ?? {}
const port = { postMessage: (note: string) => parent.postMessage(note, app) }

/** A link that the app does not open. The page is not told, as in a real one; the app's log is. */
const keepLinks = (selector: string): void =>
  addEventListener('click', (event) => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement)
    if (!link?.matches(selector) || event.defaultPrevented) return
    event.preventDefault()
    port.postMessage(JSON.stringify({ kept: link.protocol }))
  })

const refuseStorage = (): void => {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  }
}

const PLAYS: Readonly<Record<string, () => unknown>> = {
  'react-native': () => Object.assign(window, { ReactNativeWebView: port }),
  ios: () => Object.assign(window, { webkit: { messageHandlers: { quiero: port } } }),
  android: () => Object.assign(window, { QuieroAndroid: port }),
  flutter: () => Object.assign(window, { QuieroApp: port }),
  'no-windows': () => {
    window.open = () => null
    keepLinks('[target=_blank]')
  },
  'no-links': () => keepLinks('a'),
  'no-storage': refuseStorage,
}

// It is a phone's: what opens, opens over the page.
const ofThisDevice = matchMedia
window.matchMedia = (query) => ofThisDevice(query.includes('pointer: coarse') ? 'all' : query)

PLAYS[play]?.()

// What an app says to its page it runs there.
addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || origin !== app || play === 'frame') return
  document.dispatchEvent(new MessageEvent('message', { data }))
})
