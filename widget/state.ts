import type { FormView } from '../contract/form-view.ts'
import { fillingIn, stay } from './reaction.ts'
import type { Action, ActionKind, Reactions, State, Step } from './screens.ts'

/** A fresh form: nothing is ticked, whatever the document says. */
export const begin = (view: FormView, country: string): State =>
  fillingIn({ view, entry: { phone: { text: '', country }, ticked: [] } })

/** The whole behaviour of the widget: what stands, and what happened, give what stands next. */
export const next = <Kind extends ActionKind>(
  reactions: Reactions,
  state: State,
  action: Action<Kind>,
): Step => reactions[action.kind]?.(state, action) ?? stay(state)
