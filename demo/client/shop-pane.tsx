import { useState } from 'preact/hooks'
import type { Language } from '../../consent/company.ts'
import type { StageTexts } from '../texts/stage.ts'
import { OwnTabIcon, ReloadIcon } from './icons.tsx'
import { Pane } from './pane.tsx'

/** The client's own site in a browser of its own. */
export const ShopPane = (props: {
  readonly origin: string
  readonly language: Language
  readonly texts: StageTexts
}) => {
  const [visit, setVisit] = useState(0)
  const { origin, language, texts } = props
  const address = `${origin}/?lang=${language}`
  return (
    <Pane lead={texts.shopLead} name="shop" step={1} title={texts.shop}>
      <div class="browser">
        <div class="browser-bar">
          <button aria-label={texts.reload} onClick={() => setVisit(visit + 1)} type="button">
            <ReloadIcon />
          </button>
          <span class="address">{origin.replace('http://', '')}</span>
          <a aria-label={texts.ownTab} href={address} rel="noopener" target="_blank">
            <OwnTabIcon />
          </a>
        </div>
        <iframe key={`${language} ${visit}`} src={address} title={texts.shopFrame} />
      </div>
    </Pane>
  )
}
