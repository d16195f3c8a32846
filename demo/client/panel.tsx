import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Asked, PanelSetting } from '../shapes.ts'
import { PANEL_TEXTS, type PanelTexts } from '../texts/panel.ts'
import { Decision } from './decision.tsx'
import { History } from './history.tsx'
import { PersonState } from './person-state.tsx'
import { root, settingText } from './setting.ts'
import { useBackend } from './use-backend.ts'

const Panel = ({ setting }: { readonly setting: PanelSetting }) => {
  const { language, asked, ask, view, isReachable } = useBackend(setting)
  const texts = PANEL_TEXTS[language]
  useEffect(() => {
    document.documentElement.lang = language
    document.title = texts.title
  }, [language])
  const titleOf = (id: string): string =>
    view?.judged.find(({ category }) => category.id === id)?.category.title[language] ?? id
  return (
    <main>
      <h1 class="unseen">{texts.title}</h1>
      <AskForm ask={ask} asked={asked} texts={texts} />
      {!isReachable && (
        <p class="unreachable" role="alert">
          {texts.unreachable}
        </p>
      )}
      <section aria-labelledby="decisions">
        <h2 id="decisions">{texts.decisions}</h2>
        <div class="decisions">
          {view?.judged.map((judged) => (
            <Decision
              asked={asked}
              judged={judged}
              key={judged.category.id}
              sender={view.sender}
              texts={texts}
              title={titleOf(judged.category.id)}
            />
          ))}
        </div>
        <p class="reference">
          <a href={setting.reference} rel="noreferrer" target="_blank">
            {texts.reference}
          </a>
        </p>
        {view?.person && (
          <PersonState
            language={language}
            person={view.person}
            sender={view.sender}
            texts={texts}
          />
        )}
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{texts.history}</h2>
        <History events={view?.events ?? []} language={language} texts={texts} titleOf={titleOf} />
      </section>
    </main>
  )
}

const AskForm = (props: {
  readonly asked: Asked | null
  readonly ask: (asked: Asked) => void
  readonly texts: PanelTexts
}) => {
  const { asked, ask, texts } = props
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  useEffect(() => {
    if (asked !== null) setTyped('phone' in asked ? asked.phone : asked.bsuid)
    setWrong(false)
  }, [JSON.stringify(asked)])
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault()
        const wanted = readAsked(typed)
        setWrong(wanted === null)
        if (wanted !== null) ask(wanted)
      }}
    >
      <label for="person">{texts.person}</label>
      <input
        aria-describedby="person-hint"
        aria-invalid={isWrong}
        autocomplete="off"
        id="person"
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        spellcheck={false}
        value={typed}
      />
      <button type="submit">{texts.ask}</button>
      <p class={isWrong ? 'hint wrong' : 'hint'} id="person-hint">
        {isWrong ? texts.personWrong : texts.personHint}
      </p>
    </form>
  )
}

const readAsked = (text: string): Asked | null => {
  const value = text.trim()
  if (/^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/u.test(value)) return { bsuid: value }
  const digits = value.replace(/\D/gu, '')
  return digits.length >= 7 && digits.length <= 15 ? { phone: `+${digits}` } : null
}

const written: PanelSetting = JSON.parse(settingText())
render(<Panel setting={written} />, root())
