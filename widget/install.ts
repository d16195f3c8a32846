import type { FormView } from '../contract/form-view.ts'
import { filesAt, type LoadFile } from './files.ts'
import type { KIT } from './kit.ts'
import type { FileParts } from './part.ts'
import { formFor, showIn, type Known, type MountOptions } from './show.ts'

/** What the page can call. */
export type QuieroApi = {
  /** Called by the per-form script with its form, and where the other files of the widget are. */
  readonly start: (view: FormView, base: string) => void
  /** Shows a form in an element; gives back what takes it away. Twice on one element: once. */
  readonly mount: (element: HTMLElement, options?: MountOptions) => () => void
  /** For the widget's other files. */
  readonly kit: typeof KIT | null
  readonly parts: FileParts
}

declare global {
  interface Window {
    Quiero?: QuieroApi
  }
}

/** Puts `Quiero` on the page. The script twice on a page is one instance. */
export const install = (
  kit: typeof KIT | null,
  loadFile: LoadFile,
  parts: FileParts = {},
): void => {
  window.Quiero ??= create(kit, loadFile, parts)
}

const create = (kit: typeof KIT | null, loadFile: LoadFile, parts: FileParts): QuieroApi => {
  const filesOf = (base: string) => filesAt(base, parts, loadFile)
  const unknown: Known = { view: null, origin: originOf(scriptNow()), files: filesOf('') }
  const known = new Map<string, Known>()
  const mounted = new Map<Element, () => void>()

  const mount: QuieroApi['mount'] = (element, options = {}) => {
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
    showIn(element, options, known.get(formFor(element, options)) ?? unknown, isWanted).then(
      (shown) => {
        unmount = shown
        if (!shown) mounted.delete(element)
        return null
      },
      () => mounted.delete(element),
    )
    return takeAway
  }

  const mountAll = (selector: string, options?: MountOptions): number => {
    const places = document.querySelectorAll<HTMLElement>(selector)
    places.forEach((place) => mount(place, options))
    return places.length
  }

  whenRead(() => mountAll('[data-quiero^=frm_]'))

  return {
    kit,
    parts,
    mount,
    start: (view, path) => {
      const script = scriptNow()
      const { form } = view
      const origin = originOf(script)
      if (!known.has(form)) known.set(form, { view, origin, files: filesOf(origin + path) })
      whenRead(() => {
        const isPlaced = mountAll(`[data-quiero=${form}],[data-quiero=""]`, { form }) > 0
        if (!isPlaced && script && document.body.contains(script)) mount(placeAfter(script, form))
      })
    },
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

const placeAfter = (script: HTMLScriptElement, form: string): HTMLElement => {
  const place = document.createElement('div')
  place.dataset['quiero'] = form
  script.after(place)
  return place
}
