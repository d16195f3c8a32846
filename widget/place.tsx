import { attach } from './attach.tsx'
import { floatIn, type Dialogs } from './float.tsx'
import { mountWidget } from './mount.tsx'
import type { PlacePart } from './part.ts'
import { placeBy, placeFor } from './place-for.ts'
import { settle } from './quiero-form.ts'
import { themed } from './themed.ts'

const dialogs: Dialogs = { here: new Map(), wanted: new Set() }

const float = floatIn(dialogs)

const close = () => {
  dialogs.wanted.clear()
  dialogs.here.forEach((dialog) => dialog.isOpen() && dialog.close())
}

/** The form of a page that has only one, or whose first it is. */
const firstForm = (): string => {
  const [first] = dialogs.here.keys()
  const place = document.querySelector<HTMLElement>('[data-quiero^=frm_],quiero-form')
  const script = document.querySelector<HTMLScriptElement>('script[src*="/f/frm_"]')
  const [, named] = /\/(frm_[a-z0-9_-]+)\.js/u.exec(script?.src ?? '') ?? []
  return first ?? place?.dataset['quiero'] ?? place?.getAttribute('form') ?? named ?? ''
}

/** What stands forms elsewhere than in the page's flow. Loaded where a page asks for that. */
export const PLACE: PlacePart = {
  stand: (element, view, origin, files) => {
    const { float: corner, attach: field } = element.dataset
    const inFlow = field === undefined ? mountWidget : attach
    const stand = corner === undefined ? inFlow : float
    return stand(element, themed(element, view), origin, files)
  },
  open: (form = firstForm(), options = {}) => {
    close()
    const dialog = dialogs.here.get(form)
    if (dialog) return dialog.open()
    dialogs.wanted.add(form)
    window.Quiero?.mount(placeFor(form), options)
  },
  close,
  settle,
  put: (script, form) => {
    const place = placeBy(script, form)
    if (place) window.Quiero?.mount(place)
  },
}
