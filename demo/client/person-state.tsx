import type { Language } from '../../consent/company.ts'
import type { PersonStatus } from '../../client/answers.ts'
import type { PanelTexts } from '../texts/panel.ts'

/** What the person is known by, and what holds for the whole sender. */
export const PersonState = (props: {
  readonly person: PersonStatus
  readonly sender: string
  readonly language: Language
  readonly texts: PanelTexts
}) => {
  const { person, texts } = props
  const sender = person.senders.find((view) => view.sender === props.sender)
  return (
    <ul class="person">
      {sender?.blocked && <li class="blocked">{texts.blocked}</li>}
      {person.knownBy.map(({ kind, value }) => (
        <li key={kind + value} title={value}>
          {texts.knownAs[kind]} <b>{value.length > 18 ? `${value.slice(0, 18)}…` : value}</b>
        </li>
      ))}
      {sender?.windowOpenUntil && (
        <li>{texts.window(dayAndTime(sender.windowOpenUntil, props.language))}</li>
      )}
    </ul>
  )
}

const dayAndTime = (iso: string, language: Language): string =>
  new Date(iso).toLocaleString(language, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
