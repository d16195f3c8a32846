import type { FormView } from '../contract/form-view.ts'
import { apiAt } from './api.ts'
import { findView } from './find-view.ts'
import { mountWidget } from './mount.tsx'

/** Where and how a form is to be shown; what is left out comes from the element and the page. */
export type MountOptions = {
  readonly form?: string
  readonly language?: string
  readonly api?: string
}

/** What the page can call. */
export type QuieroApi = {
  /** Called by the per-form script with its form, once in each language that it speaks. */
  readonly start: (views: readonly FormView[]) => void
  /** Shows a form in an element; gives back what takes it away. Twice on one element: once. */
  readonly mount: (element: HTMLElement, options?: MountOptions) => () => void
}

declare global {
  interface Window {
    Quiero?: QuieroApi
  }
}

const scriptNow = (): HTMLScriptElement | null =>
  document.currentScript instanceof HTMLScriptElement ? document.currentScript : null

const originOf = (script: HTMLScriptElement | null): string =>
  script?.dataset['api'] ?? new URL(script?.src || location.href).origin

/** When the page has been read, and after what follows in the same script. */
const whenRead = (work: () => void): void => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work)
  else setTimeout(work)
}

const create = (): QuieroApi => {
  const home = originOf(scriptNow())
  const known = new Map<string, { readonly views: readonly FormView[]; readonly origin: string }>()
  const mounted = new Map<Element, () => void>()

  const show = async (element: HTMLElement, { form, language, api }: MountOptions) => {
    const { quiero = '', language: ownLanguage, api: ownApi } = element.dataset
    const id = form ?? quiero
    const { views = [], origin = home } = known.get(id) ?? {}
    const server = apiAt(api ?? ownApi ?? origin)
    const { lang } = document.documentElement
    const view = await findView(id, server, views, [
      language,
      ownLanguage,
      lang,
      ...navigator.languages,
    ])
    return view && mounted.has(element) ? mountWidget(element, view, server) : null
  }

  const mount: QuieroApi['mount'] = (element, options = {}) => {
    const before = mounted.get(element)
    if (before) return before
    let unmount: (() => void) | null = null
    const takeAway = () => {
      mounted.delete(element)
      unmount?.()
    }
    mounted.set(element, takeAway)
    // What could not be shown may be asked for again; the page around never sees an exception.
    void show(element, options)
      .catch(() => null)
      .then((shown) => (shown ? (unmount = shown) : mounted.delete(element)))
    return takeAway
  }

  const mountAll = (selector: string, options?: MountOptions): number => {
    const places = document.querySelectorAll<HTMLElement>(selector)
    places.forEach((place) => mount(place, options))
    return places.length
  }

  whenRead(() => mountAll('[data-quiero^=frm_]'))

  return {
    mount,
    start: (views) => {
      const script = scriptNow()
      const form = views[0]?.form ?? ''
      if (!known.has(form)) known.set(form, { views, origin: originOf(script) })
      whenRead(() => {
        const isPlaced = mountAll(`[data-quiero=${form}],[data-quiero=""]`, { form }) > 0
        if (isPlaced || !script || !document.body.contains(script)) return
        const place = document.createElement('div')
        place.dataset['quiero'] = form
        script.after(place)
        mount(place)
      })
    },
  }
}

// The script twice on a page is one instance.
window.Quiero ??= create()
