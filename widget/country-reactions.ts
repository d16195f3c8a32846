import { countryName } from './country-name.ts'
import { countriesFound } from './country-search.ts'
import { chooseCountry } from './choose-country.ts'
import { focus, on, stay } from './reaction.ts'
import type { Reactions, Screen, Step } from './screens.ts'

const ASKING = ['filling-in', 'opting-out'] as const
type Asking = Screen<(typeof ASKING)[number]>

const choose = (state: Asking, country: string): Step => {
  const phone = chooseCountry(state.entry.phone, country, state.view.countries)
  const entry = { ...state.entry, phone }
  return stay({ ...state, entry, complaint: null, choosing: null }, focus('phone'))
}

/** What follows on what can happen in the list of countries. */
export const COUNTRY_REACTIONS = {
  'wants-country': on(ASKING, (state) =>
    state.choosing
      ? stay({ ...state, choosing: null }, focus('phone'))
      : stay({ ...state, choosing: { search: '', at: 0 } }, focus('search')),
  ),

  loaded: (state, { otherCountries }) =>
    stay({ ...state, view: { ...state.view, otherCountries } }),

  'countries-left': on(ASKING, (state) => stay({ ...state, choosing: null })),

  'country-searched': on(ASKING, (state, { text }) =>
    stay({ ...state, choosing: { search: text, at: 0 } }),
  ),

  'country-pointed': on(ASKING, (state, { by }) => {
    if (!state.choosing) return stay(state)
    const last = countriesFound(state.view, state.choosing.search).length - 1
    const at = Math.max(0, Math.min(last, state.choosing.at + by))
    return stay({ ...state, choosing: { ...state.choosing, at } }, { kind: 'show-country' })
  }),

  'country-chosen': on(ASKING, (state, { country }) =>
    state.view.countries.some((each) => each.country === country)
      ? choose(state, country)
      : stay(state, { kind: 'fetch-numbering', country }),
  ),

  'numbering-came': on(ASKING, (state, { country, numbering }) => {
    if (!numbering)
      return stay({ ...state, choosing: null, trouble: 'not-loaded' }, focus('trouble'))
    const name = countryName(country, state.view.language)
    const countries = [...state.view.countries, { ...numbering, name }]
    return choose({ ...state, view: { ...state.view, countries } }, country)
  }),
} satisfies Reactions
