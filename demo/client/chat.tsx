import { useEffect, useRef } from 'preact/hooks'
import { spacedPhone } from '../../consent/masked.ts'
import type { StageSetting } from '../shapes.ts'
import type { StageTexts } from '../texts/stage.ts'
import { Composer } from './composer.tsx'
import { BackIcon, SealIcon, TickIcon } from './icons.tsx'
import { chatOf, type Bubble, type Delivery } from './phone-state.ts'
import type { Phone } from './use-phone.ts'

type Props = {
  readonly phone: Phone
  readonly setting: StageSetting
  readonly texts: StageTexts
}

/** The chat with the business. */
export const Chat = ({ phone, setting, texts }: Props) => {
  const bubbles = chatOf(phone.state)
  const log = useRef<HTMLDivElement>(null)
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [bubbles.length])
  return (
    <div class="chat">
      <ChatHead phone={phone} setting={setting} texts={texts} />
      {/* It scrolls, so a keyboard must reach it (axe: scrollable-region-focusable). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div aria-label={texts.messages} class="log" ref={log} role="log" tabIndex={0}>
        <p class="note">{texts.chatNote(setting.sender.name, spacedPhone(setting.sender.phone))}</p>
        {bubbles.map((bubble) => (
          <BubbleView bubble={bubble} key={bubble.key} sender={setting.sender.name} texts={texts} />
        ))}
      </div>
      <Composer phone={phone} texts={texts} />
    </div>
  )
}

const ChatHead = ({ phone, setting, texts }: Props) => {
  const { sender } = setting
  return (
    <header class="app-head">
      <button
        aria-label={texts.back}
        onClick={() => phone.act({ kind: 'screen-opened', screen: 'list' })}
        type="button"
      >
        <BackIcon />
      </button>
      <img alt="" height="38" src="/demo/aurora.svg" width="38" />
      <div>
        <h3>
          {sender.name} {sender.badge === 'verified' && <SealIcon />}
        </h3>
        <p>{texts.badge[sender.badge]}</p>
      </div>
    </header>
  )
}

const BubbleView = (props: {
  readonly bubble: Bubble
  readonly sender: string
  readonly texts: StageTexts
}) => {
  const { bubble, sender, texts } = props
  return (
    <div class={`bubble ${bubble.kind}`}>
      {bubble.kind === 'reply' && <p class="unseen">{sender}</p>}
      {bubble.kind === 'picture' && (
        <img alt={texts.pictureAlt} height="125" src="/demo/photo.svg" width="200" />
      )}
      {bubble.kind === 'button' && <p class="kind">{texts.button}</p>}
      <p class="words">{bubble.text}</p>
      <p class="fate" data-fate={bubble.delivery.state}>
        <span>{told(bubble.delivery, texts)}</span>
        <time dateTime={new Date(bubble.sentAt).toISOString()}>{clock(bubble.sentAt)}</time>
        <Ticks delivery={bubble.delivery} />
      </p>
    </div>
  )
}

const Ticks = ({ delivery: { state } }: { readonly delivery: Delivery }) =>
  state === 'sending' || state === 'answered' ? (
    <TickIcon ticks={state === 'answered' ? 2 : 1} />
  ) : null

const told = (delivery: Delivery, texts: StageTexts): string => {
  switch (delivery.state) {
    case 'sending':
      return texts.sending
    case 'failed':
      return texts.failed
    case 'received':
      return ''
    case 'answered':
      return delivery.status === 200 ? texts.delivered(delivery.ms) : texts.refused(delivery.status)
  }
}

const clock = (at: number): string =>
  new Date(at).toLocaleTimeString('es', { hour: '2-digit', minute: '2-digit' })
