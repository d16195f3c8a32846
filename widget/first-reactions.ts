import type { HandInForm } from '../contract/opt-in.ts'
import { chooseCountry, editPhone, type PhoneField } from './phone-field.ts'
import { fillingIn, focus, kept, on, readEntry, stay } from './reaction.ts'
import type { Base, Reactions, Screen, State } from './screens.ts'

const withPhone = (state: Screen<'filling-in' | 'opting-out'>, phone: PhoneField): State => ({
  ...state,
  entry: { ...state.entry, phone },
  complaint: null,
  trouble: null,
})

/** What the form says, beside a number. Categories as one text: old pages patch Array.prototype.toJSON. */
const filledIn = ({ view, entry }: Base) => ({
  form: view.form,
  noticeToken: view.noticeToken,
  categories: entry.ticked.join(' '),
  language: view.language,
})

/** What follows on what can happen while the form is being filled in. */
export const FIRST_REACTIONS = {
  typed: on(['filling-in', 'opting-out'], (state, edit) => {
    const { caret, ...phone } = editPhone(state.entry.phone, edit, state.view.countries)
    return stay(withPhone(state, phone), { kind: 'caret', at: caret })
  }),

  'phone-left': on(['filling-in', 'opting-out'], (state) => {
    const reading = readEntry(state)
    return state.entry.phone.text !== '' && reading.kind === 'complaint'
      ? stay({ ...state, complaint: reading.complaint })
      : stay(state)
  }),

  'country-chosen': on(['filling-in', 'opting-out'], (state, { country }) =>
    stay(withPhone(state, chooseCountry(state.entry.phone, country, state.view.countries))),
  ),

  ticked: on(['filling-in'], (state, { category, isTicked }) => {
    const ticked = state.view.notice.categories
      .map(({ id }) => id)
      .filter((id) => (id === category ? isTicked : state.entry.ticked.includes(id)))
    const entry = { ...state.entry, ticked }
    const changed = { ...state, entry, isTickMissing: false, trouble: null, draft: null }
    // The code comes while the person is still reading, so that the links are plain links at the tap.
    return stay(changed, { kind: 'draft', body: filledIn(changed) })
  }),

  'said-yes': on(['filling-in'], (state, { attempt, page }) => {
    const reading = readEntry(state)
    const isTickMissing = state.entry.ticked.length === 0
    if (isTickMissing || reading.kind === 'complaint') {
      const complaint = reading.kind === 'complaint' ? reading.complaint : null
      // The boxes stand first.
      const spot = isTickMissing ? 'categories' : 'phone'
      return stay({ ...state, complaint, isTickMissing }, focus(spot))
    }
    const { sent } = state
    const said = { ...filledIn(state), phone: reading.phone }
    const isSame =
      sent?.phone === said.phone &&
      sent.categories === said.categories &&
      sent.noticeToken === said.noticeToken
    const body: HandInForm = isSame ? sent : { ...said, attempt, page }
    return stay({ ...kept(state), screen: 'sending', sent: body }, { kind: 'hand-in', body })
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
