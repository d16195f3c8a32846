import { render } from 'preact'
import { PLACING_TEXTS } from '../consent/placing-texts.ts'
import { dialogOf, type Dialog } from './dialog.ts'
import inDialog from './in-dialog.css?inline'
import { whileHere } from './here.ts'
import { isKept } from './kept.ts'
import { WhatsAppMark } from './marks.tsx'
import { mountWidget } from './mount.tsx'
import type { Stand } from './part.ts'
import { followPage } from './place-for.ts'
import style from './float.css?inline'
import { stepAside } from './step-aside.ts'
import { applyStyle, applyTheme } from './theme.ts'

/** The dialogs that are on the page, by the form that is in them. */
export type Dialogs = {
  readonly here: Map<string, Dialog>
  /** The forms whose dialog is to open as soon as it stands. */
  readonly wanted: Set<string>
}

/**
 * A button in the corner of the page that opens the form in a dialog. It never opens by itself; once the person
 * has answered, the button keeps quiet.
 */
export const floatIn =
  ({ here: dialogs, wanted }: Dialogs): Stand =>
  (element, view, origin, files) => {
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const root = document.createElement('div')
    root.className = 'placed'
    root.lang = view.language
    applyTheme(root, view.theme)
    applyStyle(shadow, style)
    shadow.append(root)

    const texts = PLACING_TEXTS[view.language]
    const isBare = element.dataset['float'] === 'dialog'
    let takeInside: (() => void) | null = null
    const drawInside = (inside: HTMLElement) => {
      const takeAway = mountWidget(inside, view, origin, files)
      if (inside.shadowRoot) applyStyle(inside.shadowRoot, inDialog)
      return takeAway
    }
    const open = () => {
      const inside = shadow.getElementById('inside')
      if (inside) {
        inside.dataset['layer'] = element.dataset['layer'] ?? ''
        takeInside ??= drawInside(inside)
      }
      dialog?.open()
    }
    const parts = { texts, isBare, open, close: () => dialog?.close() }
    render(<Floating {...parts} />, root)
    const dialog = dialogIn(shadow)

    const keepQuiet = () => {
      root.dataset['quiet'] = ''
    }
    // Who has answered, in this browser and before, is not called again.
    if (isKept(`quiero ${view.form}`)) keepQuiet()
    const answers = ['refused', 'confirmed', 'stopped']
    answers.forEach((answer) => root.addEventListener(`quiero:${answer}`, keepQuiet))

    const here = whileHere(shadow, () => {
      const mine = dialog && { ...dialog, open }
      if (mine) dialogs.set(view.form, mine)
      const corner = shadow.getElementById('corner')
      const stay = corner && stepAside(corner)
      return () => {
        stay?.()
        // A dialog that was open comes back as no more than a box on the page.
        dialog?.close()
        if (dialogs.get(view.form) === mine) dialogs.delete(view.form)
        followPage(element)
      }
    })
    if (wanted.delete(view.form)) open()

    return () => {
      here()
      dialog?.close()
      takeInside?.()
      render(null, root)
      shadow.textContent = ''
      shadow.adoptedStyleSheets = []
    }
  }

const dialogIn = (shadow: ShadowRoot): Dialog | null => {
  const element = shadow.querySelector('dialog')
  const heading = shadow.getElementById('title')
  return element && heading && dialogOf(element, heading)
}

type FloatingParts = {
  readonly texts: (typeof PLACING_TEXTS)['en']
  readonly isBare: boolean
  readonly open: () => void
  readonly close: () => void
}

const Floating = ({ texts, isBare, open, close }: FloatingParts) => (
  <>
    {!isBare && (
      <div id="corner">
        <button id="float" type="button" aria-haspopup="dialog" onClick={open}>
          <WhatsAppMark />
          {texts.invite}
        </button>
      </div>
    )}
    <dialog aria-labelledby="title" aria-modal="true">
      <div id="sheet">
        <header>
          <h2 id="title" tabIndex={-1} autofocus>
            {texts.invite}
          </h2>
          <button id="close" type="button" aria-label={texts.close} onClick={close}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" />
            </svg>
          </button>
        </header>
        <div id="inside" />
      </div>
    </dialog>
  </>
)
