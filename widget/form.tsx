import { CategoryBoxes } from './category-boxes.tsx'
import { Choice } from './choice.tsx'
import type { Drawing } from './drawing.ts'
import { NoticeChanged } from './notice-changed.tsx'
import { PhoneBox } from './phone-box.tsx'
import { SenderLine } from './sender-line.tsx'
import { SmallPrint } from './small-print.tsx'
import { TroubleLine } from './stop-link.tsx'
import { Ways } from './ways.tsx'

/** The form itself: who asks, for what, at which number, and two buttons of the same weight. */
export const Form = (drawing: Drawing<'filling-in' | 'sending'>) => {
  const { state, texts, act } = drawing
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        act({ kind: 'pressed-yes' })
      }}
    >
      <SenderLine view={state.view} texts={texts} />
      <NoticeChanged {...drawing} />
      <CategoryBoxes {...drawing} />
      <PhoneBox {...drawing} />
      <TroubleLine {...drawing} />
      <Choice {...drawing} />
      <Ways {...drawing} />
      <SmallPrint {...drawing} />
    </form>
  )
}
