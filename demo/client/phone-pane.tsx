import type { StageSetting } from '../shapes.ts'
import type { StageTexts } from '../texts/stage.ts'
import { ChatList } from './chat-list.tsx'
import { Chat } from './chat.tsx'
import { Pane } from './pane.tsx'
import { isVoiceName, VOICE_NAMES } from '../voices/names.ts'
import { anotherNumber, type Phone } from './use-phone.ts'
import { usePlayed, type Played } from './use-played.ts'

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
  const played = usePlayed((name) => {
    if (!VOICE_NAMES[name].tellsHidden) phone.act({ kind: 'hiding-chosen', isHidden: false })
  })
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
          disabled={!VOICE_NAMES[played.name].tellsHidden}
          onChange={({ currentTarget }) =>
            phone.act({ kind: 'hiding-chosen', isHidden: currentTarget.checked })
          }
          type="checkbox"
        />
        {texts.hide}
      </label>
      <ProviderChoice played={played} texts={texts} />
    </div>
  )
}

const ProviderChoice = ({
  played,
  texts,
}: {
  readonly played: Played
  readonly texts: StageTexts
}) => (
  <div class="provider">
    <label for="provider">{texts.provider}</label>
    <select
      aria-describedby="provider-hint"
      disabled={played.isChanging}
      id="provider"
      onChange={({ currentTarget }) => {
        if (isVoiceName(currentTarget.value)) void played.playAs(currentTarget.value)
      }}
      value={played.name}
    >
      {Object.entries(VOICE_NAMES).map(([name, { label }]) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
    <p class="hint" id="provider-hint">
      {texts.providerHint}
    </p>
  </div>
)
