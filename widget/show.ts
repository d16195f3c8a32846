import type { FormView } from '../contract/form-view.ts'
import { chooseLanguage, type Wanted } from './language.ts'
import { mountWidget } from './mount.tsx'
import type { Files } from './part.ts'

/** A form that its own script brought, and where the server and the widget's other files are. */
export type Known = {
  readonly view: FormView | null
  readonly origin: string
  readonly files: Files
}

/** Where and how a form is to be shown; what is left out comes from the element and the page. */
export type MountOptions = {
  readonly form?: string
  readonly language?: string
  readonly api?: string
}

/** The form that an element is for. */
export const formFor = (element: HTMLElement, { form }: MountOptions): string =>
  form ?? element.dataset['quiero'] ?? ''

/** Shows a form in an element; gives back what takes it away, or null where there is no such form. */
export const showIn = async (
  element: HTMLElement,
  options: MountOptions,
  known: Known,
  isWanted: () => boolean,
): Promise<(() => void) | null> => {
  const origin = options.api ?? element.dataset['api'] ?? known.origin
  const view = await viewFor(element, options, { ...known, origin })
  return view && isWanted() ? mountWidget(element, view, origin, known.files) : null
}

const viewFor = async (
  element: HTMLElement,
  options: MountOptions,
  { view, origin, files }: Known,
): Promise<FormView | null> => {
  const wanted: Wanted = [
    options.language,
    element.dataset['language'],
    document.documentElement.lang,
    ...navigator.languages,
  ]
  const isAtHand = view && chooseLanguage(view.languages, wanted) === view.language
  if (isAtHand) return view
  const found = await files
    .more()
    .then((more) => more.findView(origin, formFor(element, options), wanted))
    .catch(() => null)
  return found ?? view
}
