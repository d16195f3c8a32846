import type { LaterDrawing } from './drawing.ts'
import { formatPhone } from './phone-format.ts'
import { say } from './texts.ts'
import { unbroken } from './unbroken.ts'
import { addressIn, draftIn, linkIn, type ByHandScreen } from './open-link.ts'

/** What is needed to send the message where its link opened nothing: a code to scan, the number, the text. */
export const ByHand = ({ state, later, act }: LaterDrawing<ByHandScreen>) => {
  const link = linkIn(state)
  const to = addressIn(state, link)
  const { shortest } = draftIn(link, 'optIn' in state ? state.optIn.code : undefined)
  const shown = to.startsWith('+') ? unbroken(formatPhone(to, state.view.countries, '')) : to
  return (
    <>
      {state.scan && state.way !== 'email' && (
        <figure>
          <svg viewBox={`-2 -2 ${state.scan.size + 4} ${state.scan.size + 4}`} class="scan">
            <path d={state.scan.path} />
          </svg>
          <figcaption>{later.scan}</figcaption>
        </figure>
      )}
      <p>{say(later.byHand, { number: shown })}</p>
      <p class="draft">{shortest}</p>
      <div class="ways">
        {[to, shortest].map((text) => (
          <button type="button" key={text} onClick={() => act({ kind: 'wants-copy', text })}>
            {state.copied === text ? later.copied : text === to ? later.copyNumber : later.copyText}
          </button>
        ))}
      </div>
    </>
  )
}
