import type { LaterDrawing } from './drawing.ts'
import { Tick } from './marks.tsx'
import { Step } from './step.tsx'
import { StopLink } from './stop-link.tsx'

/** The screens at which nothing more is asked: what has come of it, and a way back. */
export const Ending = (drawing: LaterDrawing<'expired' | 'declined' | 'stopped'>) => {
  const { state, later } = drawing
  const { screen } = state
  return (
    <Step drawing={drawing} heading={later[screen]} mark={screen === 'stopped' && <Done />}>
      {screen === 'expired' && <p>{later.tooLate}</p>}
      {screen === 'declined' && <StopLink {...drawing} />}
    </Step>
  )
}

/** A tick in a circle: it is done. */
export const Done = () => (
  <span class="done">
    <Tick />
  </span>
)
