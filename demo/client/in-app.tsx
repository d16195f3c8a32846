import { render } from 'preact'
import { useState } from 'preact/hooks'
import { PLAYS, type Play } from '../plays.ts'
import type { StageSetting } from '../shapes.ts'
import { IN_APP_TEXTS, type InAppTexts } from '../texts/in-app.ts'
import { STAGE_TEXTS } from '../texts/stage.ts'
import { QuieroMark } from './icons.tsx'
import { PhonePane } from './phone-pane.tsx'
import { root, settingText } from './setting.ts'
import { useApp, type Heard } from './use-app.ts'
import { usePhone } from './use-phone.ts'

const InApp = ({ setting }: { readonly setting: StageSetting }) => {
  const { language, shopOrigin } = setting
  const [play, choose] = useState<Play>('react-native')
  const phone = usePhone(setting, () => {})
  const { frame, heard } = useApp(play)
  const texts = IN_APP_TEXTS[language]
  const { name, line } = texts.plays[play]
  return (
    <>
      <header class="top">
        <QuieroMark />
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
        <a class="aside" href={`/?lang=${language}`}>
          {texts.back}
        </a>
      </header>
      <main class="in-app">
        <section aria-label={texts.app} class="choose">
          <Choice choose={choose} play={play} texts={texts} />
          <Log heard={heard} texts={texts} />
        </section>
        <section aria-labelledby="play" class="webview">
          <h2 id="play">{name}</h2>
          <p>{line}</p>
          {play === 'no-script' ? (
            <iframe
              sandbox="allow-forms allow-top-navigation-by-user-activation"
              src={`/f/frm_demo?language=${language}&view=app`}
              title={texts.frame}
            />
          ) : (
            <iframe
              key={play}
              ref={frame}
              src={`${shopOrigin}/webview?play=${play}&lang=${language}&view=app`}
              title={texts.frame}
              {...(play === 'no-origin' ? { sandbox: 'allow-scripts allow-forms' } : {})}
            />
          )}
        </section>
        <PhonePane phone={phone} setting={setting} texts={STAGE_TEXTS[language]} />
      </main>
    </>
  )
}

const Choice = (props: {
  readonly play: Play
  readonly choose: (play: Play) => void
  readonly texts: InAppTexts
}) => (
  <fieldset class="choice">
    <legend>{props.texts.app}</legend>
    {PLAYS.map((play) => (
      <label key={play}>
        <input
          checked={play === props.play}
          name="play"
          onChange={() => props.choose(play)}
          type="radio"
          value={play}
        />
        {props.texts.plays[play].name}
      </label>
    ))}
  </fieldset>
)

const Log = ({
  heard,
  texts,
}: {
  readonly heard: readonly Heard[]
  readonly texts: InAppTexts
}) => (
  <>
    <h2 id="told">{texts.told}</h2>
    {/* It scrolls, so a keyboard must reach it (axe: scrollable-region-focusable). */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <div aria-labelledby="told" class="told" role="log" tabIndex={0}>
      {heard.length === 0 && <p>{texts.nothing}</p>}
      {heard.map(({ key, text, isKept }) =>
        isKept ? <p key={key}>{texts.kept}</p> : <code key={key}>{text}</code>,
      )}
    </div>
  </>
)

const written: StageSetting = JSON.parse(settingText())
render(<InApp setting={written} />, root())
