import { PLACING_TEXTS } from '../consent/placing-texts.ts'
import { CategoryBoxes } from './category-boxes.tsx'
import { Choice } from './choice.tsx'
import type { Drawing } from './drawing.ts'
import { WhatsAppMark } from './marks.tsx'
import { NoticeChanged } from './notice-changed.tsx'
import { PhoneBox } from './phone-box.tsx'
import { formatPhone } from './phone-format.ts'
import { readPhone } from './phone-reading.ts'
import { SenderLine } from './sender-line.tsx'
import { SmallPrint } from './small-print.tsx'
import { TroubleLine } from './stop-link.tsx'
import { unbroken } from './unbroken.ts'
import { Ways } from './ways.tsx'

type AttachedDrawing = Drawing<'filling-in' | 'sending'> & {
  /** What stands in the page's own field. */
  readonly read: () => string
}

/** Boxes beside the page's own phone field. Once one is ticked: is that the number? Yes, no, or another. */
export const Attached = (drawing: AttachedDrawing) => {
  const { state, texts, act, read } = drawing
  const { view, entry } = state
  const isTroubled = 'trouble' in state && state.trouble !== null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // What the page has changed meanwhile is shown first: nobody says yes to a number unseen.
        const isSeen = entry.page === null || entry.page === read()
        if (isSeen) act({ kind: 'pressed-yes' })
        else act({ kind: 'page-number', text: read() })
      }}
    >
      <h2>
        <WhatsAppMark />
        {PLACING_TEXTS[view.language].also}
      </h2>
      <SenderLine view={view} texts={texts} />
      <NoticeChanged {...drawing} />
      <CategoryBoxes {...drawing} />
      <div aria-live="polite">{entry.ticked.length > 0 && <Number {...drawing} />}</div>
      <TroubleLine {...drawing} />
      {entry.ticked.length > 0 && <Choice {...drawing} />}
      {isTroubled && <Ways {...drawing} />}
      <SmallPrint {...drawing} />
    </form>
  )
}

/** The number of the page's field to look at, or a field for another. */
const Number = (drawing: AttachedDrawing) => {
  const { state, act } = drawing
  const { view, entry } = state
  const reading = readPhone(entry.phone, view.countries)
  const isBorrowed = typeof entry.page === 'string' && reading.kind === 'number'
  const hasComplaint = 'complaint' in state && state.complaint !== null
  if (isBorrowed && !hasComplaint) {
    const { isThisRight, another } = PLACING_TEXTS[view.language]
    return (
      <p class="number">
        {isThisRight} <b>{unbroken(formatPhone(reading.phone, view.countries, ''))}</b>
        <button
          type="button"
          class="link"
          onClick={() => act({ kind: 'own-number', isAnew: true })}
        >
          {another}
        </button>
      </p>
    )
  }
  const own = () => act({ kind: 'own-number', isAnew: false })
  return (
    <div onInput={own} onChange={own}>
      <PhoneBox {...drawing} />
    </div>
  )
}
