import { useEffect, useRef } from 'preact/hooks'
import type { StageTexts } from '../texts/stage.ts'
import { CloseIcon, PictureIcon, SendIcon } from './icons.tsx'
import type { Phone } from './use-phone.ts'

type Props = { readonly phone: Phone; readonly texts: StageTexts }

/** Where a draft is edited and sent, and what one could try. */
export const Composer = ({ phone, texts }: Props) => {
  const { draft, hasPicture } = phone.state
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => grow(field.current), [draft])
  const send = (): void => {
    if (draft.trim() === '' && !hasPicture) return
    void phone.send(hasPicture ? 'picture' : 'text', draft)
    field.current?.focus()
  }
  return (
    <div class="composer">
      <Tries phone={phone} texts={texts} use={() => field.current?.focus()} />
      {hasPicture && <Attached phone={phone} texts={texts} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <textarea
          aria-label={texts.message}
          onInput={({ currentTarget }) =>
            phone.act({ kind: 'draft-typed', text: currentTarget.value })
          }
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            send()
          }}
          placeholder={texts.message}
          ref={field}
          rows={1}
          value={draft}
        />
        <button aria-label={texts.send} class="send" type="submit">
          <SendIcon />
        </button>
      </form>
    </div>
  )
}

const Tries = ({ phone, texts, use }: Props & { readonly use: () => void }) => (
  <fieldset class="tries">
    <legend class="unseen">{texts.tryThis}</legend>
    {texts.tries.map((text) => (
      <button
        key={text}
        onClick={() => {
          phone.act({ kind: 'draft-typed', text })
          use()
        }}
        type="button"
      >
        {text}
      </button>
    ))}
    <button
      onClick={() => {
        phone.act({ kind: 'picture-chosen', hasPicture: true, caption: texts.tryCaption })
        use()
      }}
      type="button"
    >
      <PictureIcon /> {texts.tryPicture}
    </button>
    <button
      class="template"
      onClick={() => void phone.send('button', texts.tryButton)}
      title={texts.button}
      type="button"
    >
      {texts.tryButton}
    </button>
  </fieldset>
)

const Attached = ({ phone, texts }: Props) => (
  <div class="attached">
    <img alt={texts.picture} height="40" src="/demo/photo.svg" width="64" />
    <button
      aria-label={texts.removePicture}
      onClick={() =>
        phone.act({ kind: 'picture-chosen', hasPicture: false, caption: phone.state.draft })
      }
      type="button"
    >
      <CloseIcon />
    </button>
  </div>
)

const grow = (field: HTMLTextAreaElement | null): void => {
  if (field === null) return
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight, 120)}px`
}
