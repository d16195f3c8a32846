import { CategoryBoxes } from './category-boxes.tsx'
import type { Drawing } from './drawing.ts'
import { PhoneBox } from './phone-box.tsx'
import { safeLink } from './safe-link.ts'
import { SenderLine } from './sender-line.tsx'
import { StopLink, TroubleLine } from './stop-link.tsx'
import { Ways } from './ways.tsx'

/** The form itself: who asks, for what, at which number, and two buttons of the same weight. */
export const Form = (drawing: Drawing<'filling-in' | 'sending'>) => {
  const { state, texts, act } = drawing
  const { notice } = state.view
  const isSending = state.screen === 'sending'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        act({ kind: 'pressed-yes' })
      }}
    >
      <SenderLine view={state.view} texts={texts} />
      {state.screen === 'filling-in' && state.hasNoticeChanged && (
        <p id="notice" class="news" tabIndex={-1}>
          {texts.noticeChanged}
        </p>
      )}
      <CategoryBoxes {...drawing} />
      <PhoneBox {...drawing} />
      <TroubleLine {...drawing} />
      <div class="choice">
        <button type="button" aria-disabled={isSending} onClick={() => act({ kind: 'said-no' })}>
          {notice.buttons.no}
        </button>
        <button type="submit" aria-disabled={isSending} aria-describedby="after-yes">
          {isSending ? texts.sending : notice.buttons.yes}
        </button>
      </div>
      <p id="after-yes">{texts.afterYes}</p>
      <Ways {...drawing} />
      <footer>
        <p>
          {notice.howToStop} {notice.notCondition}
        </p>
        <a class="link" href={safeLink(notice.privacy.url)} target="_blank" rel="noopener">
          {notice.privacy.text}
        </a>
        <p>{notice.trademark}</p>
        <StopLink {...drawing} />
      </footer>
    </form>
  )
}
