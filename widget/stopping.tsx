import type { Drawing } from './drawing.ts'
import { PhoneBox } from './phone-box.tsx'
import { Step } from './step.tsx'

/** Saying no by typed number: one field, one button. */
export const Stopping = (drawing: Drawing<'opting-out' | 'sending-stop'>) => {
  const { state, texts, act } = drawing
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
        <p>{texts.typeToStop}</p>
        <PhoneBox {...drawing} />
        <button aria-disabled={isSending}>{isSending ? texts.sending : texts.stopNow}</button>
      </Step>
    </form>
  )
}
