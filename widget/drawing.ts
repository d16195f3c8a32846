import type { Action, Screen, ScreenName } from './screens.ts'
import type { FormTexts } from '../consent/form-texts.ts'

/** What a component is handed: what to draw, in which words, and whom to tell what the person did. */
export type Drawing<Name extends ScreenName = ScreenName> = {
  readonly state: Screen<Name>
  readonly texts: FormTexts
  readonly act: (action: Action) => void
  /** Yes needs a new attempt id and the page's address, which components do not know. */
  readonly sayYes: () => void
  /** The link into WhatsApp was tapped. */
  readonly followLink: () => void
}
