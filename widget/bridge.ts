import type { FormView } from '../contract/form-view.ts'
import { whileHere } from './here.ts'
import type { Mounted } from './part.ts'
import type { Outcome } from './screens.ts'

/** The app that a form is shown in. It opens links, hears what came of the form, and is told nothing of a person. */
export type App = {
  readonly tell: (note: Note) => void
  /** Nothing has opened: an app that has left a link unanswered is given no other, and links are plain again. */
  readonly giveUp: () => void
}

type Note =
  | Outcome
  | { readonly type: 'shown' }
  | { readonly type: 'open'; readonly url: string }
  | { readonly type: 'resize'; readonly height: number }

type Port = { readonly postMessage: (message: string) => void }

declare global {
  interface Window {
    readonly ReactNativeWebView?: Port
    readonly webkit?: { readonly messageHandlers?: { readonly quiero?: Port } }
    readonly QuieroAndroid?: Port
    readonly QuieroApp?: Port
  }
}

/** Finds the app around a form, if there is one; `hear` is told whether it has opened the link that it was given. */
export const appAround = (
  { host, shadow, onGone }: Mounted,
  { form }: FormView,
  hear: (isOpened: boolean) => void,
): App | null => {
  const origins = (host.dataset['appOrigin'] ?? '').split(' ').filter((one) => /^\w+:/u.test(one))
  const port = portFor(host, origins)
  if (!port) return null
  let isAsked = true
  let isAnswered = true

  const tell = (note: Note) => {
    try {
      port.postMessage(JSON.stringify({ quiero: 1, form, ...note }))
    } catch {
      // An app that does not listen loses nothing but the news.
    }
  }

  const open = (event: Event) => {
    const link = event.target instanceof Element && event.target.closest('a')
    if (!link || !isAsked || event.defaultPrevented) return
    event.preventDefault()
    isAnswered = false
    tell({ type: 'open', url: link.href })
  }

  const listen = (event: Event) => {
    if (!(event instanceof MessageEvent)) return
    const { source, origin, data } = event
    // What an app runs in the page comes from the page itself; a frame or an opener has an origin.
    const isApp = source === null || source === window || origins.includes(origin)
    const isOpened = isApp ? readAnswer(data) : null
    if (isOpened === null) return
    isAnswered = true
    hear(isOpened)
  }

  const hearApp = () => {
    const sizes = watchHeight(shadow, (height) => tell({ type: 'resize', height }))
    shadow.addEventListener('click', open)
    addEventListener('message', listen)
    // React Native's `postMessage` speaks to the document on Android.
    document.addEventListener('message', listen)
    return () => {
      sizes?.disconnect()
      shadow.removeEventListener('click', open)
      removeEventListener('message', listen)
      document.removeEventListener('message', listen)
    }
  }
  onGone(whileHere(shadow, hearApp))
  tell({ type: 'shown' })
  return {
    tell,
    giveUp: () => {
      isAsked = isAnswered
    },
  }
}

const portFor = (host: HTMLElement, origins: readonly string[]): Port | null => {
  const { ReactNativeWebView, webkit, QuieroAndroid, QuieroApp } = window
  const named = webkit?.messageHandlers?.quiero ?? QuieroAndroid ?? QuieroApp ?? null
  // Every React Native webview has its port, and every frame a parent: they count on a page that was asked for so.
  return isForApp(host) ? (ReactNativeWebView ?? named ?? windowAround(origins)) : named
}

const isForApp = ({ dataset }: HTMLElement): boolean =>
  dataset['view'] === 'app' || /[?&]view=app(?:&|$)/u.test(location.search)

const windowAround = (origins: readonly string[]): Port | null => {
  const { opener, parent }: { opener: Window | null; parent: Window } = window
  const app = opener ?? (parent === window ? null : parent)
  if (!app || origins.length === 0) return null
  return { postMessage: (note) => origins.forEach((origin) => app.postMessage(note, origin)) }
}

/** Whether a message says that a link was opened or was not; null where it says something else. */
const readAnswer = (data: unknown): boolean | null => {
  try {
    const answer: unknown = typeof data === 'string' ? JSON.parse(data) : data
    if (typeof answer !== 'object' || answer === null) return null
    const { quiero, type, ok }: { quiero?: unknown; type?: unknown; ok?: unknown } = answer
    return quiero === 1 && type === 'opened' && typeof ok === 'boolean' ? ok : null
  } catch {
    return null
  }
}

const watchHeight = (shadow: ShadowRoot, tell: (height: number) => void): ResizeObserver | null => {
  const root = shadow.querySelector('.quiero')
  if (!root || !('ResizeObserver' in window)) return null
  let told = 0
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height)
    if (height === told) return
    told = height
    tell(height)
  })
  observer.observe(root)
  return observer
}
