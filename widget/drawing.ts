import type { JSX } from 'preact'
import type { FirstTexts, LaterTexts } from '../consent/form-texts.ts'
import type { Action, Screen, ScreenName } from './screens.ts'

/** What can be said so far: the words of later screens once they are there. */
export type ShownTexts = FirstTexts & Partial<LaterTexts>

/** What a component is handed: what to draw, in which words, and whom to tell what the person did. */
export type Drawing<Name extends ScreenName = ScreenName> = {
  readonly state: Screen<Name>
  readonly texts: ShownTexts
  readonly act: (action: Action) => void
  readonly extras: Extras
}

/** The same for the screens after the form. */
export type LaterDrawing<Name extends ScreenName = ScreenName> = Drawing<Name> & {
  readonly later: LaterTexts
}

/** What the later part adds to a screen of the first. */
export type Extras = {
  readonly phone?: (drawing: Drawing<'filling-in' | 'opting-out'>) => JSX.Element
}

/** What draws each screen; of later ones, once they are there. */
export type Screens = {
  readonly [Name in ScreenName]?: (drawing: Drawing<Name>) => JSX.Element
}
