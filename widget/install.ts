import type { FormView } from '../contract/form-view.ts'
import { filesAt, type LoadFile } from './files.ts'
import type { KIT } from './kit.ts'
import { mounting, type MountForm } from './mounting.ts'
import type { FileParts, MountOptions, PlacePart } from './part.ts'
import { PLACED, type Known } from './show.ts'

/** What the page can call. */
export type QuieroApi = {
  /** Called by the per-form script with its form, and where the other files of the widget are. */
  readonly start: (view: FormView, base: string) => void
  readonly mount: MountForm
  /** Opens a form in a dialog over the page: the first there is, or the one that is named. */
  readonly open: PlacePart['open']
  /** Closes the dialog. What was put in is kept until the page is left. */
  readonly close: PlacePart['close']
  /** Listens to what happens in the forms of the page (`confirmed` and so on); gives back what ends that. */
  readonly on: (type: string, hear: (event: Event) => void) => () => void
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
  let unknown: Known = { view: null, origin: originOf(scriptNow()), files: filesOf('') }
  let { files } = unknown
  const known = new Map<string, Known>()
  const mount = mounting((form) => known.get(form) ?? unknown)

  const mountAll = (selector: string, options?: MountOptions): number => {
    const places = document.querySelectorAll<HTMLElement>(selector)
    places.forEach((place) => mount(place, options))
    return places.length
  }

  /** Leaves work to the part that stands forms elsewhere, which is loaded for it. */
  const placing = (work: (place: PlacePart) => void) =>
    whenRead(() => files.place().then(work, () => {}))

  whenRead(() => mountAll('[data-quiero^=frm_]'))
  customElements.define(
    'quiero-form',
    class extends HTMLElement {
      connectedCallback() {
        placing((place) => place.settle(this))
      }
    },
  )

  return {
    kit,
    parts,
    mount,
    open: (form, options) => placing((place) => place.open(form, options)),
    close: () => placing((place) => place.close()),
    on: (type, hear) => {
      const name = `quiero:${type}`
      addEventListener(name, hear)
      return () => removeEventListener(name, hear)
    },
    start: (view, path) => {
      const { form } = view
      const script = scriptNow(form)
      const origin = originOf(script)
      files = filesOf(origin + path)
      known.set(form, { view, origin, files })
      whenRead(() => {
        // Not before: the other forms of the page may have scripts of their own on the way.
        unknown = { view: null, origin, files }
        const isPlaced = mountAll(`[data-quiero=${form}],[data-quiero=""]`, { form }) > 0
        if (isPlaced || !script) return
        if (script.matches(PLACED)) placing((place) => place.put(script, form))
        else if (document.body.contains(script)) mount(placeAfter(script, form))
      })
    },
  }
}

/** The script that is running. A module has none, nor what a page loads by itself: then the one of the form. */
const scriptNow = (form = ''): HTMLScriptElement | null =>
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>(`script[src*="/f/${form}.js"]`)

/** Where the server is; empty where nothing says it. Never the page's own origin: numbers would go there. */
const originOf = (script: HTMLScriptElement | null): string => {
  const said = script ?? document.querySelector<HTMLElement>('[data-api]')
  return said?.dataset['api'] ?? (script?.src ? new URL(script.src).origin : '')
}

/** When the page has been read, and after what follows in the same script. */
const whenRead = (work: () => void): void => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', work)
  else setTimeout(work)
}

const placeAfter = (script: HTMLScriptElement, form: string): HTMLElement => {
  const place = document.createElement('div')
  place.dataset['quiero'] = form
  script.after(place)
  return place
}
