import type { LaterDrawing } from './drawing.ts'
import { PhoneBox } from './phone-box.tsx'
import { Step } from './step.tsx'
import { TroubleLine } from './stop-link.tsx'

/** Saying no by typed number: one field, one button. */
export const Stopping = (drawing: LaterDrawing<'opting-out' | 'sending-stop'>) => {
  const { state, texts, later, act } = drawing
  const isSending = state.screen === 'sending-stop'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        act({ kind: 'said-stop' })
      }}
    >
      <Step drawing={drawing} heading={texts.stop}>
        <p>{later.typeToStop}</p>
        <PhoneBox {...drawing} />
        <TroubleLine {...drawing} />
        <button aria-disabled={isSending}>{isSending ? later.sending : later.stopNow}</button>
      </Step>
    </form>
  )
}
