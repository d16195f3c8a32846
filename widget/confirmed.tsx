import type { LaterDrawing } from './drawing.ts'
import { Done } from './endings.tsx'
import { Step } from './step.tsx'
import { StopLink } from './stop-link.tsx'
import { say } from './texts.ts'
import { unbroken } from './unbroken.ts'

/** The message has come. */
export const Confirmed = (drawing: LaterDrawing<'confirmed'>) => {
  const { state, later } = drawing
  const { company, categories, howToStop } = state.view.notice
  const at = state.from === null ? '' : ` (${unbroken(state.from)})`
  return (
    <Step drawing={drawing} heading={later.confirmed} mark={<Done />} isFinal>
      <p>{say(later.agreed, { company: company.name, at })}</p>
      <ul>
        {categories
          .filter(({ id }) => state.categories.includes(id))
          .map(({ id, title, frequency }) => (
            <li key={id}>
              <b>{title}</b> <small>{frequency}</small>
            </li>
          ))}
      </ul>
      <footer>
        <p>{howToStop}</p>
        <StopLink {...drawing} />
      </footer>
    </Step>
  )
}
