import { ByHand } from './by-hand.tsx'
import type { LaterDrawing } from './drawing.ts'
import { WhatsAppMark } from './marks.tsx'
import { safeLink } from './safe-link.ts'
import { Step } from './step.tsx'
import { isPhone } from './tap.ts'
import { draftIn, linkIn, type ByHandScreen } from './open-link.ts'

/**
 * One tap opens the chat with the message that confirms. Where nothing has opened, there is what is needed to
 * send it by hand.
 */
export const Confirming = (drawing: LaterDrawing<ByHandScreen>) => {
  const { state, texts, later, act } = drawing
  const { screen } = state
  const link = linkIn(state)
  const how = { continue: later.sendThis, waiting: later.waitHere, unwatched: later.sentAlone }
  return (
    <Step
      drawing={drawing}
      heading={later[screen]}
      mark={screen === 'waiting' ? <Dots /> : <WhatsAppMark />}
      isFinal={screen === 'continue'}
    >
      <p id="how">{how[screen]}</p>
      {!state.isStuck && <p class="draft">{draftIn(link, undefined).whole}</p>}
      <a
        id="link"
        class="button"
        href={safeLink(link)}
        // The same frame, whatever the page's base says: in-app browsers swallow new windows (facts section 3).
        target={isPhone() ? '_self' : '_blank'}
        rel="noopener"
        aria-describedby="how"
        // Only after the browser has followed it: a link that is drawn anew at once may not be followed.
        onClick={() => setTimeout(() => act({ kind: 'link-followed' }))}
      >
        {state.way === 'whatsapp' ? later.openWhatsApp : texts[state.way]}
      </a>
      {state.isStuck && <ByHand {...drawing} />}
    </Step>
  )
}

/** Somebody is writing: three dots, as in the chat. */
const Dots = () => (
  <span class="dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
)
