import type { CountryNumbering } from '../consent/numbering.ts'
import type { FormView } from '../contract/form-view.ts'
import type { FormHandedIn, HandInForm, OptInState } from '../contract/opt-in.ts'
import type { OptedOut, OptOutByForm } from '../contract/opt-out.ts'
import type { Memory } from './memory.ts'
import type { Edit, PhoneField } from './phone-field.ts'
import type { PhoneComplaint } from './phone-reading.ts'

/** Why a request came to nothing, as far as a person can do something about it. */
export type Trouble = 'not-sent' | 'offline' | 'not-available' | 'by-message' | 'not-loaded'

/** What the server answered: done, refused for a reason, or nothing that can be used. */
export type Answer<Done> =
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'phone-refused'; readonly complaint: PhoneComplaint }
  | { readonly kind: 'notice-changed'; readonly view: FormView }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }

/** The ways to say yes without typing a number: the message itself brings it. */
export type Way = 'whatsapp' | 'sms' | 'email'

/** What a person has put into the form. It is kept through every screen, so that nothing is typed twice. */
export type Entry = {
  readonly phone: PhoneField
  readonly ticked: readonly string[]
  /** What stood in the page's own field when the number was taken from it; null: the person has another. */
  readonly page?: string | null
}

/** What every screen keeps. */
export type Base = { readonly view: FormView; readonly entry: Entry }

/** What is wrong with what was put in or sent, for the screens that have a phone field. */
type Asking = Base & {
  readonly complaint: PhoneComplaint | null
  readonly trouble: Trouble | null
  /** The list of countries, while it is open: what is searched, and the place that keys have moved to. */
  readonly choosing: { readonly search: string; readonly at: number } | null
}

/** Sent once more by itself, when the network came back: nobody is waiting at the button, so focus stays. */
type Sending = Base & { readonly isAgain?: boolean }

type Submitted = Base & { readonly optIn: FormHandedIn; readonly waitedMs: number }

/** What there is for sending the message by hand. */
type ByHand = {
  readonly way: Way
  /** Nothing seems to have opened: what is needed to go on by hand is shown. */
  readonly isStuck: boolean
  /** The chat as a code to scan, as the path of an SVG and its size; null until it is drawn. */
  readonly scan: { readonly path: string; readonly size: number } | null
  /** The form on a page of its own; null until it is needed. */
  readonly elsewhere: Elsewhere | null
  /** What was copied last, or is selected where copying was refused. */
  readonly copied: { readonly text: string; readonly isDone: boolean } | null
}

/** A page of the form's own, and whether going there means leaving an app. */
export type Elsewhere = { readonly link: string; readonly isInApp: boolean }

/** What came of the form, for the app around it: nothing of the person. */
export type Outcome =
  | { readonly type: 'submitted' | 'confirmed'; readonly categories: readonly string[] }
  | { readonly type: 'refused' | 'stopped' }

/** What the widget shows. Each screen holds what it needs and nothing that could contradict it. */
export type State =
  | (Asking & {
      readonly screen: 'filling-in'
      readonly isTickMissing: boolean
      readonly hasNoticeChanged: boolean
      /** The code for the boxes that are ticked; null until it has come. */
      readonly draft: FormHandedIn | null
      /** What was sent and not answered: sent again it is the same act. */
      readonly sent: HandInForm | null
    })
  | (Sending & { readonly screen: 'sending'; readonly sent: HandInForm })
  | (Submitted & ByHand & { readonly screen: 'continue' })
  | (Submitted & ByHand & { readonly screen: 'waiting' })
  /** The message was opened without a code of ours, so that we cannot tell when it arrives. */
  | (Base & ByHand & { readonly screen: 'unwatched' })
  | (Base & {
      readonly screen: 'confirmed'
      readonly from: string | null
      readonly categories: readonly string[]
    })
  | (Base & { readonly screen: 'expired' })
  | (Base & { readonly screen: 'declined' })
  | (Asking & { readonly screen: 'opting-out' })
  | (Sending & { readonly screen: 'sending-stop' })
  | (Base & { readonly screen: 'stopped' })

export type ScreenName = State['screen']

/** The states of one screen, or of some. */
export type Screen<Name extends ScreenName> = Screens[Name]

type Screens = { readonly [Name in ScreenName]: Extract<State, { readonly screen: Name }> }

type Actions = {
  typed: Edit
  'phone-left': unknown
  /** The list of countries is opened, or closed again. */
  'wants-country': unknown
  'countries-left': unknown
  'country-searched': { readonly text: string }
  'country-pointed': { readonly by: number }
  'country-chosen': { readonly country: string }
  /** The later part is there, and with it the other countries that the form takes. */
  loaded: { readonly otherCountries: readonly string[] }
  /** What was not at hand of a country has come; null where it could not be had. */
  'numbering-came': { readonly country: string; readonly numbering: CountryNumbering | null }
  /** The page's own phone field holds this. */
  'page-number': { readonly text: string }
  /** The number is not the one in the page's field; it is typed anew, or is being typed. */
  'own-number': { readonly isAnew: boolean }
  ticked: { readonly category: string; readonly isTicked: boolean }
  /** The code for these categories has come, or the reason why it has not. */
  drafted: { readonly categories: string; readonly answer: Answer<FormHandedIn> }
  'pressed-way': { readonly way: Way; readonly event: Event }
  'way-taken': { readonly way: Way; readonly isByHand: boolean }
  'pressed-yes': unknown
  /** The ids and the page come from outside, since state knows neither chance nor the DOM. */
  'said-yes': { readonly attempt: string; readonly page: string }
  'said-no': unknown
  'wants-to-stop': unknown
  'said-stop': unknown
  'went-back': unknown
  'handed-in': { readonly answer: Answer<FormHandedIn> }
  'opted-out': { readonly answer: Answer<OptedOut> }
  'link-followed': unknown
  'nothing-opened': { readonly elsewhere: Elsewhere }
  scannable: { readonly path: string; readonly size: number }
  'wants-copy': { readonly text: string }
  copied: { readonly text: string; readonly isDone: boolean }
  /** The screen that was to come could not be loaded. */
  'not-loaded': unknown
  watched: { readonly answer: OptInState | null }
  /** This browser kept something of an earlier visit, or of this one before the page was loaded again. */
  recalled: { readonly memory: Memory; readonly isByHand: boolean }
  /** What was kept for want of a network may go now. */
  'try-again': unknown
}
export type ActionKind = keyof Actions

/** What happened: a person did something, or an answer came. */
export type Action<Kind extends ActionKind = ActionKind> = {
  [K in Kind]: { readonly kind: K } & Actions[K]
}[Kind]

/** The places that focus moves to, so that a screen reader and a keyboard are where the news is. */
export type Spot = 'heading' | 'phone' | 'categories' | 'link' | 'notice' | 'trouble' | 'search'

type Effects = {
  /** Say yes with a new id, on this page. */
  stamp: unknown
  /** Let a link be followed, or not, and go on. */
  'take-way': { readonly way: Way; readonly event: Event }
  /** Ask for the code that stands for the ticked boxes. */
  draft: { readonly body: Omit<HandInForm, 'attempt'> }
  'hand-in': { readonly body: HandInForm }
  'opt-out': { readonly body: OptOutByForm }
  /** Ask, after a while, whether the message has come. */
  watch: { readonly id: string; readonly watch: string; readonly inMs: number }
  /** Look, after a moment, whether the page is still in front; at once where nothing opens here. */
  look: { readonly isByHand: boolean }
  /** Send what is kept when the network is back. */
  'wait-for-network': unknown
  /** Keep of a state what a later visit needs, and nothing else. */
  keep: { readonly state: State }
  /** Remember that the person said no. */
  'keep-no': unknown
  copy: { readonly text: string }
  /** Draw a link as a code to scan. */
  scan: { readonly link: string }
  /** Scroll the list to the country that keys have moved to. */
  'show-country': unknown
  /** Ask how numbers of a country are written. */
  'fetch-numbering': { readonly country: string }
  focus: { readonly on: Spot }
  caret: { readonly at: number }
  /** Tell the app around the form what came of it. */
  tell: { readonly outcome: Outcome }
  /** Follow the link into WhatsApp, where that needs no second tap. */
  follow: unknown
}

export type EffectKind = keyof Effects

/** What is to be done outside, as data. */
export type Effect<Kind extends EffectKind = EffectKind> = {
  [K in Kind]: { readonly kind: K } & Effects[K]
}[Kind]

/** A state, and what is to be done on the way to it. */
export type Step = { readonly state: State; readonly effects: readonly Effect[] }

/** What follows on one kind of action. */
export type Reaction<Kind extends ActionKind> = (state: State, action: Action<Kind>) => Step

/** What follows on each kind of action; of those that only later screens have, once they are there. */
export type Reactions = { readonly [Kind in ActionKind]?: Reaction<Kind> }
