import type { JSX } from 'preact'
import type { FirstTexts, LaterTexts } from '../consent/form-texts.ts'
import type { Action, Screen, ScreenName, Way } from './screens.ts'

/** What a component is handed: what to draw, in which words, and whom to tell what the person did. */
export type Drawing<Name extends ScreenName = ScreenName> = {
  readonly state: Screen<Name>
  readonly texts: FirstTexts
  readonly act: (action: Action) => void
  readonly tools: Tools
  readonly extras: Extras
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

/** What the later part adds to a screen of the first. */
export type Extras = {
  readonly phone?: (drawing: Drawing<'filling-in' | 'opting-out'>) => JSX.Element
}

/** What draws each screen; of later ones, once they are there. */
export type Screens = {
  readonly [Name in ScreenName]?: (drawing: Drawing<Name>) => JSX.Element
}
