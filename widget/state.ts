import type { FormView } from '../contract/form-view.ts'
import type { FormHandedIn } from '../contract/opt-in.ts'
import { chooseCountry, editPhone, readPhone, type PhoneField } from './phone-field.ts'
import type {
  Action,
  ActionKind,
  Answer,
  Base,
  Effect,
  Request,
  Screen,
  ScreenName,
  Spot,
  State,
  Step,
} from './screens.ts'

/** A fresh form: nothing is ticked, whatever the document says. */
export const begin = (view: FormView, country: string): State =>
  fillingIn({ view, entry: { phone: { text: '', country }, ticked: [] } })

/** The whole behaviour of the widget: what stands, and what happened, give what stands next. */
export const next = <Kind extends ActionKind>(state: State, action: Action<Kind>): Step =>
  REACTIONS[action.kind](state, action)

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 5000

type Reaction<Kind extends ActionKind> = (state: State, action: Action<Kind>) => Step

/** A reaction that some screens have. On any other the action comes too late, and nothing happens. */
const on =
  <Name extends ScreenName, Given>(
    screens: readonly Name[],
    react: (state: Screen<Name>, given: Given) => Step,
  ) =>
  (state: State, given: Given): Step =>
    isOn(state, screens) ? react(state, given) : stay(state)

const isOn = <Name extends ScreenName>(
  state: State,
  screens: readonly Name[],
): state is Screen<Name> => screens.some((name) => name === state.screen)

const stay = (state: State, ...effects: readonly Effect[]): Step => ({ state, effects })

/** A new screen, whose heading takes the focus. */
const arrive = (state: State): Step => stay(state, focus('heading'))

const focus = (spot: Spot): Effect => ({ kind: 'focus', on: spot })

const kept = ({ view, entry }: Base): Base => ({ view, entry })

const fillingIn = (base: Base): Screen<'filling-in'> => ({
  ...kept(base),
  screen: 'filling-in',
  complaint: null,
  isTickMissing: false,
  hasNoticeChanged: false,
})

const withPhone = (state: Screen<'filling-in' | 'opting-out'>, phone: PhoneField): State => ({
  ...state,
  entry: { ...state.entry, phone },
  complaint: null,
})

const readEntry = ({ view, entry }: Base) => readPhone(entry.phone, view.countries)

const send = (base: Base, request: Request): Step =>
  stay(
    request.kind === 'hand-in'
      ? { ...kept(base), screen: 'sending', request }
      : { ...kept(base), screen: 'sending-stop', request },
    request,
  )

const watchAfter = (
  state: Screen<'continue' | 'waiting'>,
  waitedMs: number,
  ...effects: readonly Effect[]
): Step => {
  const { id, watch } = state.optIn
  return stay({ ...state, waitedMs }, ...effects, { kind: 'watch', id, watch, inMs: waitedMs })
}

/** What an answer that is not "done" leads to. Nothing that was typed is lost. */
const refused = (
  state: Screen<'sending' | 'sending-stop'>,
  answer: Exclude<Answer<unknown>, { readonly kind: 'done' }>,
): Step => {
  switch (answer.kind) {
    case 'notice-changed': {
      // Other words than those that were ticked: each is asked for again.
      const entry = { ...state.entry, ticked: [] }
      const fresh = fillingIn({ view: answer.view, entry })
      return stay({ ...fresh, hasNoticeChanged: true }, focus('notice'))
    }
    case 'phone-refused': {
      const asking: State =
        state.screen === 'sending'
          ? fillingIn(state)
          : { ...kept(state), screen: 'opting-out', complaint: null }
      return stay({ ...asking, complaint: answer.complaint }, focus('phone'))
    }
    case 'trouble':
      return arrive({
        ...kept(state),
        screen: 'failed',
        trouble: answer.trouble,
        request: state.request,
      })
  }
}

const handedIn = (state: Screen<'sending'>, optIn: FormHandedIn): Step =>
  watchAfter(
    { ...kept(state), screen: 'continue', optIn, waitedMs: 0 },
    FIRST_WAIT_MS,
    focus('link'),
    { kind: 'follow' },
  )

const REACTIONS: { readonly [Kind in ActionKind]: Reaction<Kind> } = {
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
    return stay({ ...state, entry: { ...state.entry, ticked }, isTickMissing: false })
  }),

  'said-yes': on(['filling-in'], (state, { attempt, page }) => {
    const { view, entry } = state
    const reading = readEntry(state)
    const isTickMissing = entry.ticked.length === 0
    if (isTickMissing || reading.kind === 'complaint') {
      const complaint = reading.kind === 'complaint' ? reading.complaint : null
      // The boxes stand first.
      const spot = isTickMissing ? 'categories' : 'phone'
      return stay({ ...state, complaint, isTickMissing }, focus(spot))
    }
    return send(state, {
      kind: 'hand-in',
      body: {
        form: view.form,
        noticeToken: view.noticeToken,
        attempt,
        phone: reading.phone,
        // One text and no array: old pages patch Array.prototype.toJSON.
        categories: entry.ticked.join(' '),
        language: view.language,
        page,
      },
    })
  }),

  'said-no': on(['filling-in'], (state) => arrive({ ...kept(state), screen: 'declined' })),

  'wants-to-stop': (state) => arrive({ ...kept(state), screen: 'opting-out', complaint: null }),

  'said-stop': on(['opting-out'], (state) => {
    const reading = readEntry(state)
    return reading.kind === 'complaint'
      ? stay({ ...state, complaint: reading.complaint }, focus('phone'))
      : send(state, {
          kind: 'opt-out',
          body: { form: state.view.form, person: { phone: reading.phone } },
        })
  }),

  'went-back': (state) => arrive(fillingIn(state)),

  'handed-in': on(['sending'], (state, { answer }) =>
    answer.kind === 'done' ? handedIn(state, answer.done) : refused(state, answer),
  ),

  'opted-out': on(['sending-stop'], (state, { answer }) =>
    answer.kind === 'done' ? arrive({ ...kept(state), screen: 'stopped' }) : refused(state, answer),
  ),

  retried: on(['failed'], (state) => send(state, state.request)),

  'link-followed': on(['continue'], (state) => arrive({ ...state, screen: 'waiting' })),

  watched: on(['continue', 'waiting'], (state, { answer }) => {
    switch (answer?.status) {
      case 'confirmed':
        return arrive({
          ...kept(state),
          screen: 'confirmed',
          from: answer.from,
          categories: answer.categories,
        })
      case 'expired':
        return arrive({ ...kept(state), screen: 'expired' })
      case 'pending':
      case undefined:
        return watchAfter(state, Math.min(LONGEST_WAIT_MS, state.waitedMs * 1.5))
    }
  }),
}
