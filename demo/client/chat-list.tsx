import type { StageSetting } from '../shapes.ts'
import type { StageTexts } from '../texts/stage.ts'
import { SealIcon } from './icons.tsx'
import { chatOf } from './phone-state.ts'
import type { Phone } from './use-phone.ts'

/** The list of chats; there is one. */
export const ChatList = (props: {
  readonly phone: Phone
  readonly setting: StageSetting
  readonly texts: StageTexts
}) => {
  const { phone, setting, texts } = props
  const { sender } = setting
  const last = chatOf(phone.state).at(-1)
  return (
    <div class="list">
      <header class="app-head">
        <h3>{texts.chats}</h3>
      </header>
      <button
        class="entry"
        onClick={() => phone.act({ kind: 'screen-opened', screen: 'chat' })}
        type="button"
      >
        <img alt="" height="48" src="/demo/aurora.svg" width="48" />
        <span class="entry-name">
          {sender.name} {sender.badge === 'verified' && <SealIcon />}
        </span>
        <span class="entry-last">{last === undefined ? texts.chatEmpty : last.text}</span>
      </button>
      <p class="plays">{texts.plays}</p>
    </div>
  )
}
