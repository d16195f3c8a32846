import type { LaterDrawing } from './drawing.ts'
import { formatPhone } from './phone-format.ts'
import { safeLink } from './safe-link.ts'
import { isPhone } from './tap.ts'
import { unbroken } from './unbroken.ts'
import { addressIn, draftIn, linkIn, type ByHandScreen } from './open-link.ts'

/** What is needed to send the message where its link opened nothing: a code to scan, the number, the text. */
export const ByHand = (drawing: LaterDrawing<ByHandScreen>) => {
  const { state, later, act } = drawing
  const link = linkIn(state)
  const to = addressIn(state, link)
  const { shortest } = draftIn(link, 'optIn' in state ? state.optIn.code : undefined)
  const shown = to.startsWith('+') ? unbroken(formatPhone(to, state.view.countries, '')) : to
  const [before, after] = later.byHand.split('{number}')
  const { copied, elsewhere } = state
  return (
    <>
      <Code {...drawing} link={link} />
      <p>
        {before}
        <b data-copy={to}>{shown}</b>
        {after}
      </p>
      <p class="draft" data-copy={shortest}>
        {shortest}
      </p>
      <div class="ways">
        {[to, shortest].map((text) => (
          <button type="button" key={text} onClick={() => act({ kind: 'wants-copy', text })}>
            {copied?.isDone && copied.text === text
              ? later.copied
              : text === to
                ? later.copyNumber
                : later.copyText}
          </button>
        ))}
      </div>
      <p aria-live="polite">{copied?.isDone === false && later.selected}</p>
      {elsewhere && (
        <a class="link" href={elsewhere.link} target="_blank" rel="noopener">
          {elsewhere.isInApp ? later.inBrowser : later.inTab}
        </a>
      )}
    </>
  )
}

/** The message as a code for another device; tapped, it is the link itself. */
const Code = ({ state, later, link }: LaterDrawing<ByHandScreen> & { link: string }) =>
  state.scan &&
  state.way !== 'email' && (
    <figure>
      {/* The button above says the same to whoever does not see it. */}
      <a href={safeLink(link)} target="_self" tabIndex={-1} aria-hidden="true">
        <svg viewBox={`-2 -2 ${state.scan.size + 4} ${state.scan.size + 4}`} class="scan">
          <path d={state.scan.path} />
        </svg>
      </a>
      <figcaption>{isPhone() ? later.scanThere : later.scan}</figcaption>
    </figure>
  )
