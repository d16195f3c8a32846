import type { FormView } from '../contract/form-view.ts'
import { countryName } from './country-name.ts'

/** A country as the list shows it; the calling code of one that is not at hand is not known yet. */
export type FoundCountry = {
  readonly country: string
  readonly name: string
  readonly callingCode: string
}

/** The countries that a search finds: the form's own first, in its order, then the others by name. */
export const countriesFound = (view: FormView, search: string): readonly FoundCountry[] => {
  const { countries, otherCountries = [], language } = view
  const own = countries.map(({ country, name, callingCode }) => ({ country, name, callingCode }))
  const others = otherCountries
    .filter((country) => !own.some((each) => each.country === country))
    .map((country) => ({ country, name: countryName(country, language), callingCode: '' }))
    .sort((a, b) => a.name.localeCompare(b.name, language))
  const wanted = plain(search)
  return [...own, ...others].filter(
    ({ country, name, callingCode }) =>
      // Words may begin anywhere in a name: "unidos" finds the United States.
      ` ${plain(name)}`.includes(` ${wanted}`) ||
      plain(country) === wanted ||
      (callingCode !== '' && callingCode.startsWith(wanted.replace(/^(?:\+|00)/u, '') || ' ')),
  )
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .trim()
    .toLowerCase()
