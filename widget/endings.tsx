import type { Drawing } from './drawing.ts'
import { Tick } from './marks.tsx'
import { safeLink } from './safe-link.ts'
import { Step, StopLink } from './step.tsx'
import { say, unbroken } from './texts.ts'

/** The screens at which nothing more is asked: what has come of it, and a way back. */
export const Ending = (drawing: Drawing<'expired' | 'declined' | 'stopped'>) => {
  const { state, texts } = drawing
  const { screen } = state
  return (
    <Step drawing={drawing} heading={texts[screen]} mark={screen === 'stopped' && <Done />}>
      {screen === 'expired' && <p>{texts.tooLate}</p>}
      {screen === 'declined' && <StopLink {...drawing} />}
    </Step>
  )
}

/** The message has come. */
export const Confirmed = (drawing: Drawing<'confirmed'>) => {
  const { state, texts } = drawing
  const { company, categories, howToStop } = state.view.notice
  const at = state.from === null ? '' : ` (${unbroken(state.from)})`
  return (
    <Step drawing={drawing} heading={texts.confirmed} mark={<Done />} isFinal>
      <p>{say(texts.agreed, { company: company.name, at })}</p>
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

/** The server could not be reached, or refused. Nothing that was typed is lost. */
export const Failed = (drawing: Drawing<'failed'>) => {
  const { state, texts, act } = drawing
  const { view, entry, request } = state
  return (
    <Step drawing={drawing} heading={texts[state.trouble]}>
      <button type="button" onClick={() => act({ kind: 'retried' })}>
        {texts.retry}
      </button>
      {request.kind === 'hand-in' && view.chat !== null && (
        // The keyword and exactly the ticked categories, which needs no server of ours.
        <a
          class="link"
          href={safeLink(`${view.chat}%20${entry.ticked.join('%20')}`)}
          target="_self"
        >
          {texts.openWhatsApp}
        </a>
      )}
    </Step>
  )
}

const Done = () => (
  <span class="done">
    <Tick />
  </span>
)
