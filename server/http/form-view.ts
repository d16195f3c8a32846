import { partedTexts } from '../../consent/form-texts.ts'
import { numberingOf } from '../../consent/numbering.ts'
import type { FormView } from '../../contract/form-view.ts'
import type { ShownForm } from '../actions/show-form.ts'
import type { Deps } from '../ports.ts'

/** A form as the widget needs it: what it shows, and how numbers are written in its countries. */
export const formView = ({ phones }: Deps, shown: ShownForm): FormView => {
  const { first, later } = partedTexts(shown.texts)
  return {
    ...shown,
    texts: first,
    laterTexts: later,
    countries: shown.countries.flatMap(
      (country) => numberingOf(country, phones.metadata, phones.examples[country] ?? '') ?? [],
    ),
  }
}
