import type { Drawing } from './drawing.ts'
import { say } from './texts.ts'

/** The way out, as short as the way in. */
export const StopLink = ({ state, texts, act }: Pick<Drawing, 'state' | 'texts' | 'act'>) => (
  <button type="button" class="link" onClick={() => act({ kind: 'wants-to-stop' })}>
    {say(texts.stop, { company: state.view.notice.company.name })}
  </button>
)

/** Why what was sent came to nothing, where the focus goes. */
export const TroubleLine = ({ state, texts }: Pick<Drawing, 'state' | 'texts'>) => (
  <p id="trouble" class="bad" tabIndex={-1}>
    {'trouble' in state && state.trouble && texts[state.trouble]}
  </p>
)
