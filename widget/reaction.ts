import type { Base, Effect, Screen, ScreenName, Spot, State, Step } from './screens.ts'

/** A reaction that some screens have. On any other the action comes too late, and nothing happens. */
export const on =
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

/** A state, and what is to be done. */
export const stay = (state: State, ...effects: readonly Effect[]): Step => ({ state, effects })

export const focus = (spot: Spot): Effect => ({ kind: 'focus', on: spot })

/** What is kept from one screen to the next. */
export const kept = ({ view, entry }: Base): Base => ({ view, entry })

/** The form, with what was put in before. */
export const fillingIn = (base: Base): Screen<'filling-in'> => ({
  ...kept(base),
  screen: 'filling-in',
  complaint: null,
  trouble: null,
  choosing: null,
  isTickMissing: false,
  hasNoticeChanged: false,
  draft: null,
  sent: null,
})

/** What the form says, beside a number. Categories as one text: old pages patch Array.prototype.toJSON. */
export const filledIn = ({ view, entry }: Base) => ({
  form: view.form,
  noticeToken: view.noticeToken,
  categories: entry.ticked.join(' '),
  language: view.language,
})
