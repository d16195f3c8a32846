import type { Api } from './api.ts'
import type { Effects } from './part.ts'
import type { Action } from './screens.ts'

/** What the list of countries does outside. */
export const countryEffects = (
  shadow: ShadowRoot,
  api: Api,
  act: (action: Action) => void,
): Effects => ({
  'show-country': () =>
    shadow.querySelector('[data-at=true]')?.scrollIntoView({ block: 'nearest' }),
  'fetch-numbering': async ({ country }) => {
    const numbering = await api.numbering(country)
    act({ kind: 'numbering-came', country, numbering })
  },
})
