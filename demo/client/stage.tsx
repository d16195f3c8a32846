import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../consent/company.ts'
import type { StageSetting } from '../shapes.ts'
import { STAGE_TEXTS, type StageTexts } from '../texts/stage.ts'
import { QuieroMark } from './icons.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { PanelPane } from './panel-pane.tsx'
import { PhonePane } from './phone-pane.tsx'
import { root, settingText } from './setting.ts'
import { ShopPane } from './shop-pane.tsx'
import { usePhone } from './use-phone.ts'

const PANES = ['shop', 'phone', 'panel'] as const
type Pane = (typeof PANES)[number]

const Stage = ({ setting }: { readonly setting: StageSetting }) => {
  const [language, chooseLanguage] = useLanguage(setting.language)
  const [shown, show] = useState<Pane>('shop')
  const [hasNews, setNews] = useState(false)
  const phone = usePhone(setting, () => show('phone'))
  const texts = STAGE_TEXTS[language]
  const choose = (pane: Pane): void => {
    show(pane)
    if (pane === 'panel') setNews(false)
  }
  return (
    <>
      <header class="top">
        <QuieroMark />
        <h1>Quiero</h1>
        <p>{texts.tagline}</p>
        <a class="aside" href={`/demo/in-app.html?lang=${language}`}>
          {texts.inApp}
        </a>
        <LanguageSwitch choose={chooseLanguage} label={texts.language} language={language} />
      </header>
      <main class="panes" data-shown={shown}>
        <ShopPane language={language} origin={setting.shopOrigin} texts={texts} />
        <PhonePane phone={phone} setting={setting} texts={texts} />
        <PanelPane
          language={language}
          onChanged={() => setNews(true)}
          origin={setting.shopOrigin}
          phone={phone}
          texts={texts}
        />
      </main>
      <Tabs choose={choose} hasNews={hasNews && shown !== 'panel'} shown={shown} texts={texts} />
    </>
  )
}

const Tabs = (props: {
  readonly shown: Pane
  readonly choose: (pane: Pane) => void
  readonly hasNews: boolean
  readonly texts: StageTexts
}) => (
  <nav aria-label={props.texts.panes} class="tabs">
    {PANES.map((pane, index) => (
      <button
        aria-current={props.shown === pane ? 'true' : undefined}
        key={pane}
        onClick={() => props.choose(pane)}
        type="button"
      >
        <span aria-hidden="true" class="step">
          {index + 1}
        </span>
        {props.texts[pane]}
        {pane === 'panel' && props.hasNews && (
          <span class="news">
            <span class="unseen">({props.texts.news})</span>
          </span>
        )}
      </button>
    ))}
  </nav>
)

const useLanguage = (first: Language): readonly [Language, (language: Language) => void] => {
  const [language, setLanguage] = useState(first)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choose = (chosen: Language): void => {
    setLanguage(chosen)
    history.replaceState(null, '', `?lang=${chosen}`)
  }
  return [language, choose]
}

const written: StageSetting = JSON.parse(settingText())
render(<Stage setting={written} />, root())
