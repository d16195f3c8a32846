/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a native list can't be searched; its keys are the field's */
import { countriesFound } from './country-search.ts'
import type { LaterDrawing } from './drawing.ts'
import type { Action } from './screens.ts'

const MOVES: { readonly [key: string]: number | undefined } = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
}

/** The countries, found by name, by code or by calling code (the ARIA pattern of a combobox with a list). */
export const CountryList = (drawing: LaterDrawing<'filling-in' | 'opting-out'>) => {
  const { state, texts, later, act } = drawing
  const { choosing, view, entry } = state
  if (!choosing) return null
  const found = countriesFound(view, choosing.search)
  const at = found[choosing.at]?.country
  return (
    <div
      class="countries"
      onFocusOut={(event) => {
        const isWithin =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!isWithin) act({ kind: 'countries-left' })
      }}
    >
      <Search {...{ label: later.findCountry, search: choosing.search, at, act }} />
      <div id="countries" role="listbox" tabIndex={-1} aria-label={texts.country}>
        {found.map(({ country, name, callingCode }) => (
          <div
            key={country}
            id={`country-${country}`}
            role="option"
            tabIndex={-1}
            aria-selected={country === entry.phone.country}
            data-at={country === at}
            // Not on click: the field would have lost the focus, and the list be gone.
            onMouseDown={(event) => {
              event.preventDefault()
              act({ kind: 'country-chosen', country })
            }}
          >
            {name} {callingCode && <small>+{callingCode}</small>}
          </div>
        ))}
      </div>
      <output class={found.length > 0 ? 'unseen' : 'none'}>
        {found.length === 0 && later.noCountry}
      </output>
    </div>
  )
}

type SearchParts = {
  readonly label: string
  readonly search: string
  /** The country that keys have moved to. */
  readonly at: string | undefined
  readonly act: (action: Action) => void
}

const Search = ({ label, search, at, act }: SearchParts) => (
  <input
    id="search"
    type="text"
    role="combobox"
    aria-label={label}
    aria-autocomplete="list"
    aria-expanded="true"
    aria-controls="countries"
    aria-activedescendant={at && `country-${at}`}
    placeholder={label}
    autocomplete="off"
    value={search}
    onInput={({ currentTarget }) => act({ kind: 'country-searched', text: currentTarget.value })}
    onKeyDown={(event) => {
      const by = MOVES[event.key]
      if (by !== undefined) act({ kind: 'country-pointed', by })
      else if (event.key === 'Enter' && at !== undefined) {
        act({ kind: 'country-chosen', country: at })
      } else if (event.key === 'Escape') act({ kind: 'wants-country' })
      else return
      event.preventDefault()
      // Escape closes the list and not also the dialog that the form may be in.
      event.stopPropagation()
    }}
  />
)
