import { draftIn } from './draft.ts'
import type { Drawing } from './drawing.ts'
import { WhatsAppMark } from './marks.tsx'
import { formatPhone } from './phone-format.ts'
import { safeLink } from './safe-link.ts'
import { Step } from './step.tsx'
import { say, unbroken } from './texts.ts'

/**
 * The form is handed in: one tap opens the chat with the message that confirms it. After the tap there is
 * also what is needed to send it by hand.
 */
export const Confirming = (drawing: Drawing<'continue' | 'waiting'>) => {
  const { state, texts, followLink } = drawing
  const { countries, notice } = state.view
  const isWaiting = state.screen === 'waiting'
  const draft = draftIn(state.optIn)
  const number = formatPhone(notice.senders[0]?.phone ?? '', countries, '')
  return (
    <Step
      drawing={drawing}
      heading={texts[state.screen]}
      mark={isWaiting ? <Dots /> : <WhatsAppMark />}
      isFinal
    >
      <p id="how">{isWaiting ? texts.waitHere : texts.sendThis}</p>
      {!isWaiting && <p class="draft">{draft.whole}</p>}
      <a
        id="link"
        class="button"
        href={safeLink(state.optIn.links.whatsapp)}
        // The same frame, whatever the page's base says: in-app browsers swallow new windows (facts section 3).
        target="_self"
        aria-describedby="how"
        onClick={followLink}
      >
        {texts.openWhatsApp}
      </a>
      {isWaiting && <p>{say(texts.byHand, { number: unbroken(number) })}</p>}
      {isWaiting && <p class="draft">{draft.shortest}</p>}
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
