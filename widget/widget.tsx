import type { JSX } from 'preact'
import { Confirming } from './confirming.tsx'
import type { Drawing } from './drawing.ts'
import { Confirmed, Ending, Failed } from './endings.tsx'
import { Form } from './form.tsx'
import type { ScreenName } from './screens.ts'
import { sayOf } from './step.tsx'
import { Stopping } from './stopping.tsx'

/** The widget: one screen at a time, and a line that says to a screen reader what has changed. */
export const Widget = (drawing: Drawing) => {
  const { screen } = drawing.state
  // Said aloud, since the news may come while the person is elsewhere on the page.
  const news: { readonly [screen: string]: string } = drawing.texts
  return (
    <>
      <output class="unseen">{sayOf(drawing, news[screen] ?? '')}</output>
      {draw(screen, drawing)}
    </>
  )
}

const draw = <Name extends ScreenName>(screen: Name, drawing: Drawing<Name>): JSX.Element =>
  SCREENS[screen](drawing)

const SCREENS: { readonly [Name in ScreenName]: (drawing: Drawing<Name>) => JSX.Element } = {
  'filling-in': Form,
  sending: Form,
  continue: Confirming,
  waiting: Confirming,
  confirmed: Confirmed,
  expired: Ending,
  declined: Ending,
  'opting-out': Stopping,
  'sending-stop': Stopping,
  stopped: Ending,
  failed: Failed,
}
