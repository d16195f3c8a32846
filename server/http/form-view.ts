import { partedTexts } from '../../consent/form-texts.ts'
import type { FormView } from '../../contract/form-view.ts'
import type { ShownForm } from '../actions/show-form.ts'
import type { Deps, Phones } from '../ports.ts'
import { numberingIn } from './numberings.ts'

/** A form as the widget needs it: what it shows, and how numbers are written in its countries. */
export const formView = (
  { phones }: Deps,
  { countries, otherCountries, ...shown }: ShownForm,
): FormView => {
  const { first, later } = partedTexts(shown.texts)
  // In a browser the first name costs a slow phone 70 milliseconds, which it takes to load the names of all.
  const names = new Intl.DisplayNames([shown.language], { type: 'region' })
  return {
    ...shown,
    texts: first,
    laterTexts: later,
    countries: countries.flatMap((country) => {
      const numbering = numberingIn(phones, country)
      return numbering ? { ...numbering, name: names.of(country) ?? country } : []
    }),
    ...(otherCountries && { otherCountries: othersThan(countries, phones) }),
  }
}

const othersThan = (countries: readonly string[], { metadata }: Phones): readonly string[] =>
  Object.keys(metadata.countries)
    .filter((country) => !countries.includes(country))
    .toSorted()
