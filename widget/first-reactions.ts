import { editPhone, type PhoneField } from './phone-field.ts'
import { filledIn, fillingIn, focus, on, stay } from './reaction.ts'
import type { Reactions, Screen, State } from './screens.ts'

const withPhone = (state: Screen<'filling-in' | 'opting-out'>, phone: PhoneField): State => ({
  ...state,
  entry: { ...state.entry, phone },
  complaint: null,
  trouble: null,
})

/** What follows on what can happen while the form is being filled in. */
export const FIRST_REACTIONS = {
  typed: on(['filling-in', 'opting-out'], (state, edit) => {
    const { caret, ...phone } = editPhone(state.entry.phone, edit, state.view.countries)
    return stay(withPhone(state, phone), { kind: 'caret', at: caret })
  }),

  ticked: on(['filling-in'], (state, { category, isTicked }) => {
    const ticked = state.view.notice.categories
      .map(({ id }) => id)
      .filter((id) => (id === category ? isTicked : state.entry.ticked.includes(id)))
    const entry = { ...state.entry, ticked }
    const changed = { ...state, entry, isTickMissing: false, trouble: null, draft: null }
    // The code comes while the person is still reading, so that the links are plain links at the tap.
    return stay(changed, { kind: 'draft', body: filledIn(changed) })
  }),

  // The chat needs nothing of ours: its links are on the form.
  'not-loaded': (state) =>
    stay(
      {
        ...fillingIn(state),
        trouble: 'not-loaded',
        sent: 'sent' in state ? state.sent : null,
      },
      focus('trouble'),
    ),
} satisfies Reactions
