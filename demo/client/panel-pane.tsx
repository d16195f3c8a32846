import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../consent/company.ts'
import type { PanelNote, StageNote } from '../shapes.ts'
import type { StageTexts } from '../texts/stage.ts'
import { Pane } from './pane.tsx'
import { askedAbout } from './phone-state.ts'
import type { Phone } from './use-phone.ts'

/** The shop's own systems, on the shop's origin; the stage tells them whose phone this is. */
export const PanelPane = (props: {
  readonly origin: string
  readonly language: Language
  readonly phone: Phone
  readonly onChanged: () => void
  readonly texts: StageTexts
}) => {
  const { origin, language, phone, texts } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [address] = useState(`${origin}/backend?lang=${language}`)
  const [isLoaded, setLoaded] = useState(false)
  const { digits, isHidden } = phone.state

  useEffect(() => {
    if (!isLoaded) return
    const note: StageNote = {
      about: 'quiero-demo',
      language,
      asked: askedAbout(phone.state),
      turn: phone.turn,
    }
    frame.current?.contentWindow?.postMessage(note, origin)
  }, [isLoaded, language, digits, isHidden, phone.turn])

  useEffect(() => {
    const hear = (event: MessageEvent<Partial<PanelNote> | null>): void => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return
      if (event.data?.about === 'quiero-demo' && event.data.changed === true) props.onChanged()
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [])

  return (
    <Pane lead={texts.panelLead} name="panel" step={3} title={texts.panel}>
      <iframe
        class="panel"
        onLoad={() => setLoaded(true)}
        ref={frame}
        src={address}
        title={texts.panel}
      />
    </Pane>
  )
}
