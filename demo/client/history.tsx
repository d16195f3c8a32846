import type { Language } from '../../consent/company.ts'
import type { PersonEvent } from '../../client/answers.ts'
import type { PanelTexts } from '../texts/panel.ts'
import { shortId } from './decision.tsx'
import { tell } from './told.ts'

type Props = {
  readonly events: readonly PersonEvent[]
  readonly language: Language
  readonly texts: PanelTexts
  readonly titleOf: (id: string) => string
}

/** Everything that happened with the person, newest first, each with its proof. */
export const History = ({ events, language, texts, titleOf }: Props) => {
  if (events.length === 0) return <p class="empty">{texts.historyEmpty}</p>
  return (
    <ol class="history" reversed>
      {events.toReversed().map((event) => (
        <Entry event={event} key={event.id} language={language} texts={texts} titleOf={titleOf} />
      ))}
    </ol>
  )
}

const Entry = (props: Omit<Props, 'events'> & { readonly event: PersonEvent }) => {
  const { event, language, texts, titleOf } = props
  const list = (ids: readonly string[]): string =>
    new Intl.ListFormat(language).format(ids.map(titleOf))
  const { tone, sentence, known } = tell(event.act, texts, list)
  return (
    <li data-tone={tone} id={event.id}>
      <p class="sentence">
        <span>{sentence}</span>
        <time dateTime={event.at}>{timeOf(event.at, language)}</time>
      </p>
      {event.evidence?.text && <blockquote>{event.evidence.text}</blockquote>}
      {known !== null && (
        <p class="known">
          {texts.proof}: {known}
        </p>
      )}
      <p class="filed">
        <code title={event.id}>{shortId(event.id)}</code>
        <span>
          {event.position === null ? texts.positionToCome : texts.position(event.position)}
        </span>
        <span>
          {texts.leaf} <code title={event.leaf}>{event.leaf.slice(0, 10)}…</code>
        </span>
      </p>
    </li>
  )
}

const timeOf = (iso: string, language: Language): string =>
  new Date(iso).toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
