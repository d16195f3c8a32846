/** The places that were made here for a button in the corner. */
const made = new WeakSet<HTMLElement>()

const newPlace = (form: string, ...data: readonly object[]): HTMLElement => {
  const place = document.createElement('div')
  Object.assign(place.dataset, ...data, { quiero: form })
  return place
}

const before = (kind: 'float' | 'attach', form: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-${kind}][data-quiero="${CSS.escape(form)}"]`)

/** A place for a form in a dialog: the button that there is, else a dialog without one. */
export const placeFor = (form: string): HTMLElement => {
  const script = document.querySelector<HTMLElement>('script[data-layer]')
  const layer = script?.dataset['layer'] ?? ''
  const place = before('float', form) ?? newPlace(form, { float: 'dialog', layer })
  if (!place.isConnected) document.body.append(place)
  return place
}

/**
 * The place that a script asks for by its attributes: in the corner, or beneath the field that it names. Null
 * where there is no such field. The script twice is one place.
 */
export const placeBy = ({ dataset }: HTMLElement, form: string): HTMLElement | null => {
  const place = newPlace(form, dataset)
  if (dataset['float'] !== undefined) {
    const there = before('float', form)
    if (there) return there
    made.add(place)
    document.body.append(place)
    return place
  }
  const there = before('attach', form)
  const field = there ? null : fieldOf(dataset['attach'] ?? '')
  // Not into its label, where a press would be one on the field.
  if (field) (field.closest('label') ?? field).after(place)
  return there ?? (field && place)
}

/** What a selector finds; nothing where it is none. */
const fieldOf = (selector: string): Element | null => {
  try {
    return document.querySelector(selector)
  } catch {
    return null
  }
}

/** A button that a script has put in the corner stays there when a page of one address changes its whole body. */
export const followPage = (place: HTMLElement): void => {
  const body = place.parentElement
  if (!made.has(place) || body?.localName !== 'body') return
  setTimeout(() => {
    if (!body.isConnected && place.parentElement === body) document.body.append(place)
  })
}
