import type { StageSetting } from '../shapes.ts'
import type { StageTexts } from '../texts/stage.ts'
import { ChatList } from './chat-list.tsx'
import { Chat } from './chat.tsx'
import { Pane } from './pane.tsx'
import { anotherNumber, type Phone } from './use-phone.ts'

/** The person's phone, and whose it is. */
export const PhonePane = (props: {
  readonly phone: Phone
  readonly setting: StageSetting
  readonly texts: StageTexts
}) => {
  const { phone, setting, texts } = props
  return (
    <Pane lead={texts.phoneLead} name="phone" step={2} title={texts.phone}>
      <PhoneNumber phone={phone} texts={texts} />
      <div class="device">
        <div class="screen">
          {phone.state.screen === 'list' ? (
            <ChatList phone={phone} setting={setting} texts={texts} />
          ) : (
            <Chat phone={phone} setting={setting} texts={texts} />
          )}
        </div>
      </div>
    </Pane>
  )
}

const PhoneNumber = ({ phone, texts }: { readonly phone: Phone; readonly texts: StageTexts }) => {
  const { typed, isWrong, isHidden } = phone.state
  return (
    <div class="whose">
      <label for="number">{texts.number}</label>
      <div class="whose-row">
        <input
          aria-describedby={isWrong ? 'number-wrong' : undefined}
          aria-invalid={isWrong}
          autocomplete="off"
          id="number"
          inputMode="tel"
          onChange={({ currentTarget }) =>
            phone.act({ kind: 'number-changed', text: currentTarget.value })
          }
          onInput={({ currentTarget }) =>
            phone.act({ kind: 'number-typed', text: currentTarget.value })
          }
          type="tel"
          value={typed}
        />
        <button
          onClick={() => phone.act({ kind: 'number-changed', text: anotherNumber() })}
          type="button"
        >
          {texts.anotherNumber}
        </button>
      </div>
      {isWrong && (
        <p class="wrong" id="number-wrong" role="alert">
          {texts.numberWrong}
        </p>
      )}
      <label class="hide">
        <input
          checked={isHidden}
          onChange={({ currentTarget }) =>
            phone.act({ kind: 'hiding-chosen', isHidden: currentTarget.checked })
          }
          type="checkbox"
        />
        {texts.hide}
      </label>
    </div>
  )
}
