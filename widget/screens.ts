import type { FormHandedIn, HandInForm, OptInState } from '../contract/opt-in.ts'
import type { OptedOut, OptOutByForm } from '../contract/opt-out.ts'
import type { FormView } from '../contract/form-view.ts'
import type { Edit, PhoneComplaint, PhoneField } from './phone-field.ts'

/** Why a request came to nothing, as far as a person can do something about it. */
export type Trouble = 'not-sent' | 'not-available'

/** What the server answered: done, refused for a reason, or nothing that can be used. */
export type Answer<Done> =
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'phone-refused'; readonly complaint: PhoneComplaint }
  | { readonly kind: 'notice-changed'; readonly view: FormView }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }

/** What a person has put into the form. It is kept through every screen, so that nothing is typed twice. */
export type Entry = { readonly phone: PhoneField; readonly ticked: readonly string[] }

/** What every screen keeps. */
export type Base = { readonly view: FormView; readonly entry: Entry }

/** The field's complaint, for the screens that have a phone field. */
type Asking = Base & { readonly complaint: PhoneComplaint | null }

type Submitted = Base & { readonly optIn: FormHandedIn; readonly waitedMs: number }

/** What the widget shows. Each screen holds what it needs and nothing that could contradict it. */
export type State =
  | (Asking & {
      readonly screen: 'filling-in'
      readonly isTickMissing: boolean
      readonly hasNoticeChanged: boolean
    })
  | (Base & { readonly screen: 'sending'; readonly request: Effect<'hand-in'> })
  | (Submitted & { readonly screen: 'continue' })
  | (Submitted & { readonly screen: 'waiting' })
  | (Base & {
      readonly screen: 'confirmed'
      readonly from: string | null
      readonly categories: readonly string[]
    })
  | (Base & { readonly screen: 'expired' })
  | (Base & { readonly screen: 'declined' })
  | (Asking & { readonly screen: 'opting-out' })
  | (Base & { readonly screen: 'sending-stop'; readonly request: Effect<'opt-out'> })
  | (Base & { readonly screen: 'stopped' })
  | (Base & {
      readonly screen: 'failed'
      readonly trouble: Trouble
      readonly request: Request
    })

export type ScreenName = State['screen']

/** The states of one screen, or of some. */
export type Screen<Name extends ScreenName> = Screens[Name]

type Screens = { readonly [Name in ScreenName]: Extract<State, { readonly screen: Name }> }

type Actions = {
  typed: Edit
  'phone-left': unknown
  'country-chosen': { readonly country: string }
  ticked: { readonly category: string; readonly isTicked: boolean }
  /** The ids and the page come from outside, since state knows neither chance nor the DOM. */
  'said-yes': { readonly attempt: string; readonly page: string }
  'said-no': unknown
  'wants-to-stop': unknown
  'said-stop': unknown
  'went-back': unknown
  'handed-in': { readonly answer: Answer<FormHandedIn> }
  'opted-out': { readonly answer: Answer<OptedOut> }
  retried: unknown
  'link-followed': unknown
  watched: { readonly answer: OptInState | null }
}
export type ActionKind = keyof Actions

/** What happened: a person did something, or an answer came. */
export type Action<Kind extends ActionKind = ActionKind> = {
  [K in Kind]: { readonly kind: K } & Actions[K]
}[Kind]

/** The places that focus moves to, so that a screen reader and a keyboard are where the news is. */
export type Spot = 'heading' | 'phone' | 'categories' | 'link' | 'notice'

type Effects = {
  'hand-in': { readonly body: HandInForm }
  'opt-out': { readonly body: OptOutByForm }
  /** Ask, after a while, whether the message has come. */
  watch: { readonly id: string; readonly watch: string; readonly inMs: number }
  focus: { readonly on: Spot }
  caret: { readonly at: number }
  /** Follow the link into WhatsApp, where that needs no second tap. */
  follow: unknown
}

export type EffectKind = keyof Effects

/** What is to be done outside, as data. */
export type Effect<Kind extends EffectKind = EffectKind> = {
  [K in Kind]: { readonly kind: K } & Effects[K]
}[Kind]

/** What is sent to the server, kept as it is so that sending it again is the same act. */
export type Request = Effect<'hand-in'> | Effect<'opt-out'>

/** A state, and what is to be done on the way to it. */
export type Step = { readonly state: State; readonly effects: readonly Effect[] }
