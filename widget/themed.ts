import { SCHEMES } from '../consent/company.ts'
import type { FormView } from '../contract/form-view.ts'

/** A form in the scheme that its element asks for, by `theme` or `data-theme`; else in that of its document. */
export const themed = (element: HTMLElement, view: FormView): FormView => {
  const wanted = element.getAttribute('theme') ?? element.dataset['theme']
  const scheme = SCHEMES.find((each) => each === wanted)
  if (!scheme) return view
  const { accent, ink, ...theme } = view.theme
  // Of a form that is always dark, the accent was looked at on dark alone.
  const isKept = view.theme.scheme !== 'dark' || scheme === 'dark'
  return { ...view, theme: { ...theme, scheme, ...(isKept && { accent, ink }) } }
}
