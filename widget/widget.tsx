import type { JSX } from 'preact'
import type { Drawing, Screens } from './drawing.ts'
import { Form } from './form.tsx'
import type { ScreenName } from './screens.ts'

type WidgetParts = Drawing & { readonly screens: Screens; readonly news: string }

/** The widget: one screen at a time, and a line that says to a screen reader what has changed. */
export const Widget = ({ screens, news, ...drawing }: WidgetParts) => (
  <>
    {/* Said aloud, since the news may come while the person is elsewhere on the page. */}
    <output class="unseen">{news}</output>
    {draw(screens, drawing.state.screen, drawing)}
  </>
)

const draw = <Name extends ScreenName>(
  screens: Screens,
  screen: Name,
  drawing: Drawing<Name>,
): JSX.Element | undefined => screens[screen]?.(drawing)

/** The screens that come with the form. */
export const FIRST_SCREENS = { 'filling-in': Form, sending: Form } satisfies Screens
