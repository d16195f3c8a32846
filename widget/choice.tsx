import type { Drawing } from './drawing.ts'

/** Two buttons of the same weight, no first, and what follows on yes. */
export const Choice = ({ state, texts, act }: Drawing<'filling-in' | 'sending'>) => {
  const { buttons } = state.view.notice
  const isSending = state.screen === 'sending'
  return (
    <>
      <div class="choice">
        <button type="button" aria-disabled={isSending} onClick={() => act({ kind: 'said-no' })}>
          {buttons.no}
        </button>
        <button type="submit" aria-disabled={isSending} aria-describedby="after-yes">
          {isSending ? texts.sending : buttons.yes}
        </button>
      </div>
      <p id="after-yes">{texts.afterYes}</p>
    </>
  )
}
