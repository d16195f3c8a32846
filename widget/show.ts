import type { FormView } from '../contract/form-view.ts'
import { chooseLanguage, type Wanted } from './language.ts'
import { mountWidget } from './mount.tsx'
import type { Files, MountOptions } from './part.ts'

/** A form that its own script brought, and where the server and the widget's other files are. */
export type Known = {
  readonly view: FormView | null
  readonly origin: string
  readonly files: Files
}

/** What asks for a form elsewhere than in the page's flow. */
export const PLACED = '[data-float],[data-attach],quiero-form'

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
  if (!origin) return refuse()
  const { files } = known
  const stand = element.matches(PLACED) ? (await files.place()).stand : mountWidget
  const view = await viewFor(element, options, { ...known, origin })
  return view && isWanted() ? stand(element, view, origin, files) : null
}

/** Nothing says where the server is, so that a number would go to the page's own. */
const refuse = (): null => {
  // oxlint-disable-next-line no-console -- A page's developer has to know, and nobody else.
  console.error('Quiero: no data-api')
  return null
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
