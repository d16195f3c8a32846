import type { LaterTexts } from '../consent/form-texts.ts'
import type { FormView } from '../contract/form-view.ts'
import type { WorkAsked, WorkDone } from '../contract/opt-out.ts'
import type { Extras, Screens } from './drawing.ts'
import type { Wanted } from './language.ts'
import type { Action, Effect, EffectKind, Reactions } from './screens.ts'

/** The part of the widget that comes later: screens, what follows on what happens there, what it does outside. */
export type LaterPart = {
  readonly screens: (later: LaterTexts) => Screens
  readonly extras: (later: LaterTexts) => Extras
  readonly reactions: Reactions
  readonly style: string
  readonly effects: (mounted: Mounted, view: FormView) => Effects
  /** A form in the language that is wanted most, or null. */
  readonly findView: (origin: string, form: string, wanted: Wanted) => Promise<FormView | null>
}

/** What effects reach of the form that they belong to. */
export type Mounted = {
  readonly host: HTMLElement
  readonly shadow: ShadowRoot
  /** What this browser keeps of the form is kept under this name. */
  readonly key: string
  /** Where the server is. */
  readonly origin: string
  readonly files: Files
  readonly act: (action: Action) => void
  /** Work for when the form is taken away. */
  readonly onGone: (work: () => void) => void
}

/** Where and how a form is to be shown; what is left out comes from the element and the page. */
export type MountOptions = {
  readonly form?: string
  readonly language?: string
  readonly api?: string
}

/** Makes a form stand at an element; gives back what takes it away. */
export type Stand = (
  element: HTMLElement,
  view: FormView,
  origin: string,
  files: Files,
) => () => void

/** The part that stands forms elsewhere than in the page's flow: in a dialog, beside the page's own field. */
export type PlacePart = {
  readonly stand: Stand
  readonly open: (form?: string, options?: MountOptions) => void
  readonly close: () => void
  /** A `<quiero-form>` has come into the document. */
  readonly settle: (element: HTMLElement) => void
  /** A script asks by its own attributes for a form elsewhere than where it stands. */
  readonly put: (script: HTMLScriptElement, form: string) => void
}

/** What is done on each effect; what nobody does is left. */
export type Effects = { readonly [Kind in EffectKind]?: (effect: Effect<Kind>) => unknown }

/** A text as a code to scan: the path of its dark squares, and how many squares a side has. */
export type Scan = (text: string) => { readonly path: string; readonly size: number }

/** Works out what is asked for before an opt-out is taken. */
export type WorkOut = (asked: WorkAsked) => Promise<WorkDone>

/** What the other files of the widget bring, once they are there. */
export type FileParts = { more?: LaterPart; scan?: Scan; place?: PlacePart; work?: WorkOut }

/** Where they come from: loaded when they are asked for, or at hand already. */
export type Files = {
  readonly more: () => Promise<LaterPart>
  readonly scan: () => Promise<Scan>
  readonly place: () => Promise<PlacePart>
  readonly work: () => Promise<WorkOut>
}
