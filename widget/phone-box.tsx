import type { Drawing } from './drawing.ts'
import { Tick, WhatsAppMark } from './marks.tsx'
import { isPhoneRead, type Edit } from './phone-field.ts'
import { say } from './texts.ts'

const erasedBy = (inputType: string): Edit['erased'] => {
  if (inputType === 'deleteContentBackward') return 'backward'
  return inputType === 'deleteContentForward' ? 'forward' : null
}

/** Country and number, with an example and, when something is wrong, the sentence that says what to do. */
export const PhoneBox = (drawing: Drawing) => {
  const { state, texts, act, extras } = drawing
  const { view, entry } = state
  const { text, country } = entry.phone
  const plan = view.countries.find((each) => each.country === country)
  const complaint = 'complaint' in state ? state.complaint : null
  const code = `${country} +${plan?.callingCode}`
  const isChoosing = 'choosing' in state && state.choosing !== null
  const isRead = isPhoneRead(entry.phone, view.countries)
  return (
    <div>
      <label for="phone">
        <WhatsAppMark />
        {texts.phone}
      </label>
      <div class="phone" data-bad={complaint !== null}>
        <button
          id="country"
          type="button"
          class="country"
          aria-haspopup="listbox"
          aria-expanded={isChoosing}
          aria-label={`${code} ${texts.country}: ${plan?.name}`}
          onClick={() => act({ kind: 'wants-country' })}
        >
          {code}
        </button>
        <input
          id="phone"
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          required
          aria-invalid={complaint !== null}
          aria-describedby="phone-example phone-complaint"
          value={text}
          onInput={(event) => {
            const { value, selectionStart } = event.currentTarget
            const erased = erasedBy(event.inputType)
            act({ kind: 'typed', text: value, caret: selectionStart ?? value.length, erased })
          }}
          // Not at once: the complaint moves what is below, and with it the button that is being pressed.
          onBlur={() => setTimeout(() => act({ kind: 'phone-left' }), 400)}
        />
        {isRead && <Tick />}
      </div>
      <small id="phone-example">{plan && say(texts.example, { example: plan.example })}</small>
      {'choosing' in state && extras.phone?.({ ...drawing, state })}
    </div>
  )
}
