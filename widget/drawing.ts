import type { JSX } from 'preact'
import type { FirstTexts, LaterTexts } from '../consent/form-texts.ts'
import type { Action, Screen, ScreenName, Way } from './screens.ts'

/** What a component is handed: what to draw, in which words, and whom to tell what the person did. */
export type Drawing<Name extends ScreenName = ScreenName> = {
  readonly state: Screen<Name>
  /** What comes with the form, and once it is there what comes later. */
  readonly texts: FirstTexts & Partial<LaterTexts>
  readonly act: (action: Action) => void
  readonly tools: Tools
}

/** The same for the screens after the form. */
export type LaterDrawing<Name extends ScreenName = ScreenName> = Drawing<Name> & {
  readonly later: LaterTexts
}

/** What a person's deeds need of the page, which components do not know. */
export type Tools = {
  /** Whether links open on this very device: not on a desktop, where the phone has to scan them. */
  readonly isPhone: boolean
  /** Yes needs a new attempt id and the page's address. */
  readonly sayYes: () => void
  /** A link that needs no typing was tapped. */
  readonly takeWay: (way: Way, event: Event) => void
}

/** What draws each screen; of later ones, once they are there. */
export type Screens = {
  readonly [Name in ScreenName]?: (drawing: Drawing<Name>) => JSX.Element
}
